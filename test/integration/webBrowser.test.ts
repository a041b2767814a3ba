import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../../main/app/chromium.ts';
import { startWebHost, type WebHost } from '../../main/app/webHost.ts';
import { rendererFolder, testPlatform } from './helpers/app/stands.ts';
import { tinyServices } from './helpers/app/tinyServices.ts';

// What only a browser can tell: the cookie survives the redirect, the policy lets the page's own things
// through and nothing else, and other pages do not get in.

const renderer = rendererFolder();
let host: WebHost;
let browser: Browser;

beforeAll(async () => {
  writeFileSync(
    join(renderer, 'index.html'),
    `<!doctype html><title>starting</title><script>document.title = 'inline'</script>
     <script type="module" src="./page.js"></script>`,
  );
  writeFileSync(
    join(renderer, 'page.js'),
    `const socket = new WebSocket('ws://' + location.host + '/rpc');
     socket.onopen = () => socket.send('{"t":"q","i":"1","m":"app.hello","a":[{}]}');
     socket.onmessage = ({ data }) => { document.title = JSON.parse(data).r.capabilities.host; };
     socket.onclose = () => { document.title = 'closed'; };`,
  );
  host = await startWebHost({
    port: 0,
    renderer,
    checkOutputs: true,
    platform: testPlatform([]),
    createServices: (platform) => tinyServices(platform),
  });
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium: apt-get install chromium');
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await host?.stop();
  rmSync(renderer, { recursive: true });
});

describe('in Chromium', () => {
  it('an address opens the page, which reaches main; a reload works, another browser does not get in', async () => {
    const address = host.createAddress();
    const page = await (await browser.newContext()).newPage();
    const scripts: string[] = [];
    page.on('console', (message) => scripts.push(message.text()));
    await page.goto(address);
    await page.waitForFunction(() => document.title === 'web');
    expect(page.url()).toBe(`http://127.0.0.1:${host.port}/`);
    expect(scripts.join()).toMatch(/inline script/);
    await page.reload();
    await page.waitForFunction(() => document.title === 'web');
    await page.goto(address);
    await page.waitForFunction(() => document.title === 'web');
    const stranger = await (await browser.newContext()).newPage();
    expect((await stranger.goto(address))?.status()).toBe(403);
    expect((await stranger.goto(`http://127.0.0.1:${host.port}/`))?.status()).toBe(401);
  });

  it('a page that lost its scripts on the way is loaded again until it has them', async () => {
    const built = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8');
    writeFileSync(join(renderer, 'lost.html'), built.replace('./app/main.tsx', './entry.js'));
    writeFileSync(join(renderer, 'entry.js'), `import './part.js';`);
    writeFileSync(join(renderer, 'part.js'), `document.title = 'there';`);
    const page = await (await browser.newContext()).newPage();
    await page.goto(host.createAddress());
    for (const lost of ['**/entry.js', '**/part.js']) {
      let requests = 0;
      await page.route(lost, (route) => (requests++ < 2 ? route.abort('failed') : route.continue()));
      await page.goto(`http://127.0.0.1:${host.port}/lost.html`);
      await page.waitForFunction(() => document.title === 'there', undefined, { timeout: 10_000 });
      expect(requests).toBe(3);
    }
  });

  it('another page of the same browser reaches nothing', async () => {
    const context = await browser.newContext();
    await (await context.newPage()).goto(host.createAddress());
    // Another port of the same machine gets the cookie sent along, but has another origin.
    const other = await startWebHost({
      port: 0,
      renderer,
      checkOutputs: true,
      platform: testPlatform([]),
      createServices: (platform) => tinyServices(platform),
    });
    const page = await context.newPage();
    await page.route(
      '**/*',
      (route) => route.fulfill({ contentType: 'text/html', body: '<title>evil</title>' }),
      {
        times: 1,
      },
    );
    await page.goto(`http://127.0.0.1:${other.port}/evil`);
    const outcome = await page.evaluate(async (target) => {
      const socket = new WebSocket(`ws://${target}/rpc`);
      const opened = await new Promise((resolve) => {
        socket.onopen = () => resolve(true);
        socket.onerror = () => resolve(false);
      });
      const read = await fetch(`http://${target}/page.js`, { credentials: 'include' }).then(
        () => true,
        () => false,
      );
      const run = await new Promise((resolve) => {
        const script = document.createElement('script');
        script.src = `http://${target}/page.js`;
        script.onload = () => resolve(true);
        script.onerror = () => resolve(false);
        document.head.append(script);
      });
      return { opened, read, run };
    }, `127.0.0.1:${host.port}`);
    expect(outcome).toEqual({ opened: false, read: false, run: false });
    await other.stop();
  });
});
