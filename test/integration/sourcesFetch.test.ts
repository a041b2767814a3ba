import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { issue, makeAuthority } from '../../main/certificates/issue.ts';
import { openFile, openLocation, type RemoteFile } from '../../main/provision/sources/location.ts';
import { readText } from '../../main/provision/sources/reading.ts';
import { ftpServer, proxyServer, type TestServer, webServer } from './helpers/files/fileServers.ts';

const MIB = 1024 * 1024;
let folder = '';
const noProxy = { PATH: process.env.PATH };

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
function track(server: TestServer): TestServer {
  onTestFinished(() => server.close());
  return server;
}
const readWhole = ({ stream }: RemoteFile) => buffer(stream);
const failure = async (work: Promise<unknown>) =>
  work.then(
    () => ({ kind: 'none', message: 'it did not fail', hint: '' }),
    (error: { kind: string; message: string; hint?: string }) => error,
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-fetch-'));
  put('tree/hello.txt', 'hello');
  put('tree/a b#c%20.txt', 'strange');
  put('tree/big', Buffer.alloc(3 * MIB, 'x'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('files of a web server', () => {
  it('are fetched with their size, or are not there', async () => {
    const server = track(await webServer(folder));
    const location = openLocation(`http://127.0.0.1:${server.port}/tree`, { environment: noProxy });
    expect(location.shown).toBe(`http://127.0.0.1:${server.port}/tree/`);
    const file = await location.open('hello.txt');
    expect(file?.size).toBe(5);
    expect(await readText(location, 'hello.txt', 100)).toBe('hello');
    expect(await readText(location, 'a b#c%20.txt', 100)).toBe('strange');
    expect(await location.open('nothing')).toBeNull();
    expect([await location.has('hello.txt'), await location.has('nothing')]).toEqual([true, false]);
    const big = await openFile(location.addressOf('big'), { environment: noProxy });
    expect(big.size).toBe(3 * MIB);
    expect((await readWhole(big)).length).toBe(3 * MIB);
    expect((await failure(readText(location, 'big', MIB))).message).toContain('larger');
    expect((await failure(openFile(location.addressOf('nothing'), { environment: noProxy }))).kind).toBe(
      'not-found',
    );
  });

  it('follow redirects, but not without end, to nowhere good, or with the password to strangers', async () => {
    const seen: (string | undefined)[] = [];
    const other = track(
      await webServer(folder, {
        special: (request) => {
          seen.push(request.headers.authorization);
          return false;
        },
      }),
    );
    const server = track(
      await webServer(folder, {
        special: (request, response) => {
          seen.push(request.headers.authorization);
          const to: Record<string, string> = {
            '/once': '/tree/hello.txt',
            '/away': `http://127.0.0.1:${other.port}/tree/hello.txt`,
            '/ring': '/ring',
            '/file': 'file:///etc/passwd',
          };
          const target = to[request.url ?? ''];
          if (target) response.writeHead(302, { location: target }).end();
          return target !== undefined;
        },
      }),
    );
    const at = (path: string) => `http://ann:secret@127.0.0.1:${server.port}${path}`;
    const read = async (path: string) =>
      (await readWhole(await openFile(at(path), { environment: noProxy }))).toString();
    expect(await read('/once')).toBe('hello');
    expect(new Set(seen.splice(0))).toEqual(
      new Set([`Basic ${Buffer.from('ann:secret').toString('base64')}`]),
    );
    expect(await read('/away')).toBe('hello');
    expect(seen.at(-1)).toBeUndefined();
    const ring = await failure(read('/ring'));
    expect(ring.message).toContain('again and again');
    expect(ring.message).not.toContain('secret');
    expect((await failure(read('/file'))).message).toContain('redirected to file:');
  });

  it('fail with words for a server that refuses, ends too early or is not there', async () => {
    const server = track(
      await webServer(folder, {
        special: (request, response) => {
          if (request.url === '/denied') response.writeHead(403).end();
          else if (request.url === '/short') {
            response.writeHead(200, { 'content-length': 1000 });
            response.write('only this');
            setTimeout(() => response.destroy(), 50);
          } else return false;
          return true;
        },
      }),
    );
    const at = (path: string) => openFile(`http://127.0.0.1:${server.port}${path}`, { environment: noProxy });
    expect(await failure(at('/denied'))).toMatchObject({ kind: 'denied' });
    await expect(at('/short').then((file) => readWhole(file))).rejects.toThrow();
    const { port } = server;
    await server.close();
    const gone = await failure(openFile(`http://127.0.0.1:${port}/x`, { environment: noProxy }));
    expect(gone).toMatchObject({ kind: 'unavailable', message: `127.0.0.1:${port} refuses connections.` });
    const nowhere = await failure(openFile('http://no-such-host.invalid/x', { environment: noProxy }));
    expect(nowhere.message).toContain('no-such-host.invalid cannot be found');
  });

  it('can be given up', async () => {
    const server = track(await webServer(folder, { special: () => true }));
    const controller = new AbortController();
    const work = failure(
      openFile(`http://127.0.0.1:${server.port}/x`, { signal: controller.signal, environment: noProxy }),
    );
    setTimeout(() => controller.abort(), 50);
    expect(await work).toMatchObject({ kind: 'cancelled' });
  });
});

describe('https', () => {
  it('trusts the authorities of the machine, and says what is wrong with other certificates', async () => {
    const [ours, foreign] = await Promise.all([makeAuthority('Ours', 2048), makeAuthority('Foreign', 2048)]);
    const names = [{ kind: 'ip' as const, value: '127.0.0.1' }];
    const wish = { commonName: 'server', use: 'server' as const, names, days: 10 };
    const tls = await issue(ours, wish, 2048);
    const strange = await issue(
      ours,
      { ...wish, names: [{ kind: 'dns' as const, value: 'elsewhere.example' }] },
      2048,
    );
    const bundle = join(folder, 'ca.pem');
    writeFileSync(bundle, ours.certificate);
    writeFileSync(join(folder, 'foreign.pem'), foreign.certificate);
    const server = track(await webServer(folder, { tls }));
    const other = track(await webServer(folder, { tls: strange }));
    const trusting = { ...noProxy, SSL_CERT_FILE: bundle };
    const address = `https://127.0.0.1:${server.port}/tree/hello.txt`;
    const open = (url: string, environment: NodeJS.ProcessEnv) => openFile(url, { environment });
    expect((await readWhole(await open(address, trusting))).toString()).toBe('hello');
    const unknown = await failure(open(address, { ...noProxy, SSL_CERT_FILE: join(folder, 'foreign.pem') }));
    expect(unknown.message).toContain('cannot be trusted');
    expect(unknown.hint).toContain('update-ca-certificates');
    const wrong = await failure(open(`https://127.0.0.1:${other.port}/`, trusting));
    expect(wrong.message).toContain('made for another name');
    const plain = track(await webServer(folder));
    const notTls = await failure(open(`https://127.0.0.1:${plain.port}/`, trusting));
    expect(notTls.message).toContain('does not speak https');
    // And through a proxy, which sees no more than where to.
    const proxy = track(await proxyServer());
    const through = { ...trusting, https_proxy: `http://127.0.0.1:${proxy.port}` };
    expect((await readWhole(await open(address, through))).toString()).toBe('hello');
    expect(proxy.asked).toEqual([`CONNECT 127.0.0.1:${server.port}`]);
  });
});

describe('a proxy', () => {
  it('is asked where the environment names one, unless it exempts the server', async () => {
    const server = track(await webServer(folder));
    const proxy = track(await proxyServer());
    const address = `http://127.0.0.1:${server.port}/tree/hello.txt`;
    const environment = { http_proxy: `127.0.0.1:${proxy.port}` };
    expect((await readWhole(await openFile(address, { environment }))).toString()).toBe('hello');
    expect(proxy.asked).toEqual([address]);
    await openFile(address, { environment: { ...environment, no_proxy: 'a.b,127.0.0.1' } });
    expect(proxy.asked).toHaveLength(1);
  });

  it('that does not answer keeps nobody who does not want to wait', async () => {
    const sockets: Socket[] = [];
    const silent = createServer((socket) => sockets.push(socket.on('error', () => {})));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    const { port } = silent.address() as AddressInfo;
    const environment = { ...noProxy, https_proxy: `http://127.0.0.1:${port}` };
    const giveUp = new AbortController();
    silent.once('connection', () => giveUp.abort());
    const started = performance.now();
    const refused = await failure(openFile('https://192.0.2.1/file', { environment, signal: giveUp.signal }));
    expect(refused.kind).toBe('cancelled');
    // Nobody answers for 20 s.
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('files of an FTP server', () => {
  it('are fetched, or are not there', async () => {
    const server = track(await ftpServer(folder, 'secret'));
    const location = openLocation(`ftp://127.0.0.1:${server.port}/tree`, { environment: noProxy });
    expect(await readText(location, 'hello.txt', 100)).toBe('hello');
    expect(await readText(location, 'a b#c%20.txt', 100)).toBe('strange');
    expect(await location.open('nothing')).toBeNull();
    const big = await location.open('big');
    expect(big?.size).toBe(3 * MIB);
    expect((await readWhole(big ?? expect.unreachable())).length).toBe(3 * MIB);
    const signIn = (password: string) =>
      openFile(`ftp://ann:${password}@127.0.0.1:${server.port}/tree/hello.txt`, { environment: noProxy });
    expect((await readWhole(await signIn('secret'))).toString()).toBe('hello');
    expect(await failure(signIn('wrong'))).toMatchObject({ kind: 'denied' });
  });

  it('cannot smuggle commands into paths', async () => {
    const server = track(await ftpServer(folder));
    const address = `ftp://127.0.0.1:${server.port}/tree/x%0d%0aDELE%20y`;
    expect(await failure(openFile(address, { environment: noProxy }))).toMatchObject({ kind: 'invalid' });
    expect(server.asked.join()).not.toContain('DELE');
  });
});

describe('files of this machine', () => {
  it('are read from the folder and nowhere else', async () => {
    symlinkSync('/etc/hostname', join(folder, 'tree/outside'));
    symlinkSync('hello.txt', join(folder, 'tree/inside'));
    const location = openLocation(join(folder, 'tree'));
    expect(await readText(location, 'inside', 100)).toBe('hello');
    expect(await location.has('nothing')).toBe(false);
    expect(await failure(location.open('outside'))).toMatchObject({ kind: 'denied' });
    for (const path of ['../ca.pem', '/etc/passwd', 'a/../../b', 'http://x/y', 'a\nb', '']) {
      expect(await failure((async () => location.open(path))()), path).toMatchObject({ kind: 'invalid' });
    }
    expect((await readWhole(await openFile(`file://${folder}/tree/hello.txt`))).toString()).toBe('hello');
    expect(await failure(openLocation(join(folder, 'nothing')).open('x'))).toMatchObject({
      kind: 'not-found',
    });
  });

  it.each(['nfs://server/tree', 'tree', 'http://', 'javascript:alert(1)', ''])('are not “%s”', (text) => {
    expect(() => openLocation(text)).toThrow('no address');
  });
});
