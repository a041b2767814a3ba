import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket as WsSocket } from 'ws';
import { startWebHost, type WebHost } from '../../main/app/webHost.ts';
import { createHost } from '../../renderer/transport/connect.ts';
import type { LostReason } from '../../renderer/transport/host.ts';
import { connectWebSocket } from '../../renderer/transport/webSocket.ts';
import { browserSocket, logIn, rendererFolder, testPlatform } from './helpers/app/stands.ts';
import { someDomain, tinyServices } from './helpers/app/tinyServices.ts';

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const renderer = rendererFolder();
const logged: string[] = [];
let host: WebHost;

function startHost(): Promise<WebHost> {
  return startWebHost({
    port: 0,
    renderer,
    checkOutputs: true,
    platform: testPlatform(logged),
    createServices: (platform) => tinyServices(platform),
  });
}

beforeAll(async () => {
  mkdirSync(join(renderer, 'assets'));
  writeFileSync(join(renderer, 'assets/app-1a2b.js'), 'console.log(1)');
  writeFileSync(join(renderer, '.secret.json'), '{}');
  writeFileSync(join(renderer, 'notes.txt'), 'not for the web');
  symlinkSync('/etc', join(renderer, 'assets/etc'));
  symlinkSync('/proc/self/environ', join(renderer, 'assets/environ.json'));
  host = await startHost();
});
afterAll(async () => {
  await host.stop();
  rmSync(renderer, { recursive: true });
});

/** A request exactly as given: no client in between tidies up paths or headers. */
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  port = host.port,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (piece: string) => {
          body += piece;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    request.on('error', reject);
    request.end();
  });
}

const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;
const origin = () => `http://127.0.0.1:${host.port}`;

/** How an upgrade ends: 101, or the status of the refusal. */
function upgrade(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WsSocket(`ws://127.0.0.1:${host.port}${path}`, { headers });
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    socket.on('error', () => {});
  });
}

describe('the address', () => {
  it('is on loopback only', async () => {
    expect(host.createAddress()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    const others = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address && !address.internal && address.family === 'IPv4');
    for (const other of [...others.map((address) => address?.address ?? ''), '127.0.0.2']) {
      const refused = await new Promise((resolve) => {
        const socket = connect(host.port, other);
        socket.on('connect', () => resolve(false));
        socket.on('error', () => resolve(true));
      });
      expect(refused).toBe(true);
    }
  });

  it('is exchanged once, for a cookie that scripts and other sites do not get, and a clean address', async () => {
    const address = pathOf(host.createAddress());
    const first = await get(address);
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/');
    const [cookie] = first.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^virtdeck-[0-9a-f]{12}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/);
    const second = await get(address);
    expect(second.status).toBe(403);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('works once');
  });

  it('can be loaded again by the browser that used it', async () => {
    const address = host.createAddress();
    const cookie = await logIn(address);
    const again = await get(pathOf(address), { cookie });
    expect(again.status).toBe(303);
    expect(again.headers['set-cookie']).toBeUndefined();
    expect((await get('/', { cookie })).status).toBe(200);
  });

  it('is used up by a browser that is in already', async () => {
    const cookie = await logIn(host.createAddress());
    const address = pathOf(host.createAddress());
    expect((await get(address, { cookie })).status).toBe(303);
    expect((await get(address)).status).toBe(403);
  });

  it('is not used up by a look at its headers, and every wrong token is refused', async () => {
    const address = pathOf(host.createAddress());
    await get(address, {}, 'HEAD');
    const token = address.split('=')[1] ?? '';
    for (const wrong of [
      '',
      'x',
      token.slice(0, -1),
      `${token}x`,
      token.toLowerCase(),
      encodeURIComponent('é'),
    ]) {
      expect((await get(`/?token=${wrong}`)).status).toBe(403);
    }
    expect((await get(`/session?token=${token}`)).status).toBe(401);
    expect((await get(address)).status).toBe(303);
  });

  it('may be made again and again; very old ones are forgotten', async () => {
    const addresses = Array.from({ length: 20 }, () => pathOf(host.createAddress()));
    expect((await get(addresses[0]!)).status).toBe(403);
    expect((await get(addresses.at(-1)!)).status).toBe(303);
  });
});

describe('requests', () => {
  it.each(['/', '/index.html', '/assets/app-1a2b.js', '/session', '/anything'])(
    'without a session get nothing at %s',
    async (path) => {
      const name = (await logIn(host.createAddress())).split('=')[0];
      for (const cookie of ['', `${name}=`, `${name}=${'x'.repeat(43)}`, 'other=1', `${name}`, ';;;=']) {
        const answer = await get(path, cookie === '' ? {} : { cookie });
        expect(answer.status).toBe(401);
        expect(answer.body).not.toContain('console.log');
      }
    },
  );

  it('have the policy and the other headers, whatever the answer', async () => {
    const cookie = await logIn(host.createAddress());
    const answers = [
      await get('/', { cookie }),
      await get('/missing.js', { cookie }),
      await get('/'),
      await get('/', { host: 'evil.example' }),
      await get(pathOf(host.createAddress())),
      await get('/', {}, 'POST'),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 401, 403, 303, 405]);
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; script-src 'self' 'sha256-[^ ;]+';/,
      );
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*(unsafe|\*|http)/);
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      });
    }
  });

  it.each([
    'evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '127.0.0.1:80:80',
    '10.0.0.1',
    '127.0.0.1@evil.example',
  ])('to the host %j are refused (DNS rebinding), and use up no token', async (name) => {
    const address = pathOf(host.createAddress());
    expect((await get(address, { host: name })).status).toBe(403);
    expect((await get(address)).status).toBe(303);
  });

  it.each(['127.0.0.1:9', 'localhost:8080', '[::1]:80', 'localhost'])(
    'through a port forward, to %s, are served',
    async (name) => {
      const cookie = await logIn(host.createAddress());
      expect((await get('/', { host: name, cookie })).status).toBe(200);
      expect((await get('/', { host: name, cookie, origin: `http://${name}` })).status).toBe(200);
    },
  );

  it('of other sites are refused', async () => {
    const cookie = await logIn(host.createAddress());
    for (const other of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${host.port}`,
      'http://127.0.0.1:1',
    ]) {
      expect((await get('/', { cookie, origin: other })).status).toBe(403);
    }
    const from = (site: string, mode: string, dest: string) =>
      get('/', { cookie, 'sec-fetch-site': site, 'sec-fetch-mode': mode, 'sec-fetch-dest': dest });
    expect((await from('cross-site', 'no-cors', 'script')).status).toBe(403);
    expect((await from('same-site', 'cors', 'empty')).status).toBe(403);
    expect((await from('cross-site', 'navigate', 'iframe')).status).toBe(403);
    expect((await from('cross-site', 'navigate', 'document')).status).toBe(200);
    expect((await from('same-origin', 'cors', 'empty')).status).toBe(200);
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])('with %s are refused', async (method) => {
    const cookie = await logIn(host.createAddress());
    expect((await get('/', { cookie }, method)).status).toBe(405);
  });

  it.each([
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc%2fpasswd',
    '/%252e%252e/x.json',
    '/assets/etc/hosts.json',
    '/assets/environ.json',
    '/.secret.json',
    '/assets/.secret.json',
    '/notes.txt',
    '/assets',
    '/assets/',
    '//etc/passwd',
    '/index.html%00.js',
    '/index.html\\..\\x.js',
    '/%zz.js',
    `/${'a/'.repeat(600)}x.js`,
    '/CON.js',
  ])('for %s find nothing', async (path) => {
    const cookie = await logIn(host.createAddress());
    expect((await get(path, { cookie })).status).toBe(404);
  });

  it('keep hashed assets in the cache and the page out of it', async () => {
    const cookie = await logIn(host.createAddress());
    const asset = await get('/assets/app-1a2b.js', { cookie });
    expect(asset.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': expect.stringContaining('immutable'),
    });
    expect(asset.body).toBe('console.log(1)');
    expect((await get('/', { cookie })).headers['cache-control']).toBe('no-store');
    expect((await get('/', { cookie }, 'HEAD')).body).toBe('');
  });

  it('that are garbage harm nobody', async () => {
    for (const garbage of [
      '\0\0\0',
      'GET / HTTP/9.9\r\n\r\n',
      `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(5000)}\r\n`,
    ]) {
      await new Promise<void>((resolve) => {
        const socket = connect(host.port, '127.0.0.1', () => socket.write(garbage));
        socket.on('error', () => {});
        socket.on('close', () => resolve());
        socket.resume();
      });
    }
    expect((await get('/session')).status).toBe(401);
  });

  it('of other users of this machine are refused, even with a good address', async () => {
    const asRoot = process.getuid?.() === 0;
    const address = host.createAddress();
    const curl = (...more: string[]) =>
      promisify(execFile)('curl', ['-s', '-o', '/dev/null', '-w', '%{http_code}', ...more, address], {
        ...(asRoot && { uid: 65_534, gid: 65_534 }),
      });
    // Without root there is no other user to be: then it is this one, and is let in.
    expect((await curl()).stdout).toBe(asRoot ? '403' : '303');
    expect((await get(pathOf(address))).status).toBe(asRoot ? 303 : 403);
  });
});

describe('sockets', () => {
  it('are opened only with a session, from the own page, at a known path', async () => {
    const cookie = await logIn(host.createAddress());
    const own = { cookie, origin: origin() };
    expect(await upgrade('/rpc', own)).toBe(101);
    expect(await upgrade('/rpc', { origin: origin() })).toBe(403);
    expect(await upgrade('/rpc', { cookie })).toBe(403);
    expect(await upgrade('/rpc', { cookie, origin: 'http://evil.example' })).toBe(403);
    expect(await upgrade('/rpc', { cookie, origin: 'null' })).toBe(403);
    expect(await upgrade('/rpc', { ...own, host: 'evil.example', origin: 'http://evil.example' })).toBe(403);
    expect(
      await upgrade('/rpc', { ...own, 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'websocket' }),
    ).toBe(403);
    for (const path of ['/', '/other', '/bytes', '/bytes/', `/bytes/${'x'.repeat(32)}`, '/rpc/../bytes/x']) {
      expect(await upgrade(path, own)).toBe(403);
    }
  });

  it('for bytes are opened only by the browser that got the ticket', async () => {
    const [mine, other] = [await logIn(host.createAddress()), await logIn(host.createAddress())];
    globalThis.WebSocket = browserSocket(mine, origin());
    const window = createHost(await connectWebSocket(`${origin()}/`), true);
    const ticket = async () =>
      (await window.client.consoles.openText({ ...someDomain, key: 'serial0', force: false })).ticket;
    expect(await upgrade(`/bytes/${await ticket()}`, { cookie: other, origin: origin() })).toBe(403);
    expect(await upgrade(`/bytes/${await ticket()}`, { cookie: mine, origin: origin() })).toBe(101);
    window.close();
  });

  it.each([
    ['a frame over the limit', '/rpc', 'x'.repeat(121 * 1024 * 1024), 1009],
    ['bytes where texts belong', '/rpc', Buffer.from('{}'), 4002],
    ['half a message', '/rpc', '{"t":"q"', 4002],
  ])('are closed at %s', async (_what, path, message, code) => {
    const cookie = await logIn(host.createAddress());
    const socket = new WsSocket(`ws://127.0.0.1:${host.port}${path}`, {
      headers: { cookie, origin: origin() },
    });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('error', () => {});
    socket.on('open', () => socket.send(message));
    expect(await closed).toBe(code);
    expect((await get('/session', { cookie })).status).toBe(204);
  });

  it('for bytes are closed at a frame over the limit', async () => {
    const cookie = await logIn(host.createAddress());
    globalThis.WebSocket = browserSocket(cookie, origin());
    const window = createHost(await connectWebSocket(`${origin()}/`), true);
    const { ticket } = await window.client.consoles.openText({ ...someDomain, key: 'serial0', force: false });
    const url = `ws://127.0.0.1:${host.port}/bytes/${ticket}`;
    const socket = new WsSocket(url, { headers: { cookie, origin: origin() } });
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('error', () => {});
    socket.on('open', () => socket.send(new Uint8Array(256 * 1024 + 1)));
    expect(await closed).toBe(1009);
    window.close();
  });
});

describe('a window learns why its host was lost', () => {
  let second: WebHost | null = null;
  afterEach(() => second?.stop());

  async function lostAfter(action: (host: WebHost) => Promise<void> | void): Promise<LostReason> {
    second = await startHost();
    const base = `http://127.0.0.1:${second.port}`;
    globalThis.WebSocket = browserSocket(await logIn(second.createAddress()), base);
    const window = createHost(await connectWebSocket(`${base}/`), true);
    const lost = new Promise<LostReason>((resolve) => window.onLost(resolve));
    await action(second);
    return lost;
  }

  it('because the page is to be loaded again', async () => {
    expect(await lostAfter((host) => host.reload())).toMatchObject({ kind: 'reload' });
  });

  it('because it has ended', async () => {
    expect(await lostAfter((host) => host.stop())).toMatchObject({ kind: 'gone' });
  });

  it('because it is refused', async () => {
    globalThis.WebSocket = browserSocket('virtdeck-x=y', origin());
    await expect(connectWebSocket(`${origin()}/`)).rejects.toMatchObject({ kind: 'refused' });
  });

  it('without waiting for windows that do not answer', async () => {
    second = await startHost();
    const cookie = await logIn(second.createAddress());
    const silent = connect(second.port, '127.0.0.1');
    silent.write(
      `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${second.port}\r\nOrigin: http://127.0.0.1:${second.port}\r\n` +
        `Cookie: ${cookie}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n` +
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    );
    silent.on('error', () => {});
    await vi.waitFor(() => expect(second?.windows.callers).toHaveLength(1));
    const start = performance.now();
    await second.stop();
    expect(performance.now() - start).toBeLessThan(2000);
    silent.destroy();
  });
});
