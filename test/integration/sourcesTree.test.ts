import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ApiError, TreeFacts } from '../../contract/index.ts';
import { ftpServer, type TestServer, webServer } from './helpers/files/fileServers.ts';
import { connected, startApp, type TestApp, type TestWindow } from './helpers/services/app.ts';

let app: TestApp;
let window: TestWindow;
let connection = '';
let folder = '';
let web: TestServer;

/** What a kernel begins with does not matter, as long as it is no page of a web server. */
const KERNEL = Buffer.from('MZ\0\0kernel');

function put(path: string, content: string | Uint8Array = KERNEL): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}
const treeinfo = (
  family: string,
  version: string,
  arch: string,
  kernel = 'images/pxeboot/vmlinuz',
) => `[general]
family = ${family}
version = ${version}
arch = ${arch}
[release]
name = ${family}
version = ${version}
[images-${arch}]
kernel = ${kernel}
initrd = images/pxeboot/initrd.img
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-trees-'));
  put('fedora/.treeinfo', treeinfo('Fedora', '36', 'x86_64'));
  put('fedora/images/pxeboot/vmlinuz');
  put('fedora/images/pxeboot/initrd.img');
  put('alma/BaseOS/x86_64/os/.treeinfo', treeinfo('AlmaLinux', '9', 'x86_64'));
  put('alma/BaseOS/x86_64/os/images/pxeboot/vmlinuz');
  put('broken/.treeinfo', treeinfo('Fedora', '36', 'x86_64'));
  put('hostile/.treeinfo', treeinfo('Fedora', '36', 'x86_64', '../../../../etc/passwd'));
  put('hostile2/.treeinfo', treeinfo('Fedora', '36', 'x86_64', 'file:///etc/passwd'));
  put('huge/.treeinfo', `[general]\nfamily = x\n${'a = b\n'.repeat(400_000)}`);
  const installer =
    'debian/dists/bullseye/main/installer-amd64/current/images/netboot/debian-installer/amd64';
  put(`${installer}/linux`);
  put(`${installer}/initrd.gz`);
  put(
    'debian/dists/bullseye/Release',
    'Origin: Debian\nLabel: Debian\nSuite: oldstable\nVersion: 11.9\nCodename: bullseye\nSHA256:\n',
  );
  symlinkSync('bullseye', join(folder, 'debian/dists/stable'));
  put('netboot/debian-installer/arm64/linux');
  put('netboot/debian-installer/arm64/initrd.gz');
  put('suse/boot/x86_64/loader/linux');
  put('suse/boot/x86_64/loader/initrd');
  put('mageia/isolinux/x86_64/vmlinuz');
  put('mageia/isolinux/x86_64/all.rdz');
  put('plain/images/pxeboot/vmlinuz');
  put('plain/images/pxeboot/initrd.img');
  web = await webServer(folder);
  app = startApp();
  window = app.window();
  await app.start(['test:///default']);
  connection = (await connected(window)).id;
});
afterAll(async () => {
  await web.close();
  await app.stop();
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string) => `http://127.0.0.1:${web.port}/${path}`;
const find = (location: string, arch: string | null = 'x86_64'): Promise<TreeFacts> =>
  window.client.sources.tree({ connection, location, arch });
const failure = (location: string, arch: string | null = 'x86_64') =>
  find(location, arch).then(
    (found) => expect.unreachable(JSON.stringify(found)),
    (error: ApiError) => error,
  );

describe('an installation tree', () => {
  it('is known by its .treeinfo', async () => {
    expect(await find(at('fedora'))).toEqual({
      location: at('fedora/'),
      os: 'http://fedoraproject.org/fedora/36',
      name: 'Fedora 36',
      arch: 'x86_64',
      kernel: at('fedora/images/pxeboot/vmlinuz'),
      initrd: at('fedora/images/pxeboot/initrd.img'),
      arguments: `inst.repo=${at('fedora/')}`,
      warnings: [],
    });
  });

  it('is found above where it is', async () => {
    const found = await find(at('alma'));
    expect(found.kernel).toBe(at('alma/BaseOS/x86_64/os/images/pxeboot/vmlinuz'));
    expect(found.arguments).toBe(`inst.repo=${at('alma/BaseOS/x86_64/os/')}`);
    expect(found.os).toContain('almalinux');
  });

  it.each(['debian/', 'debian/dists/bullseye/', 'debian/dists/bullseye/main/installer-amd64/'])(
    'of Debian is found at %s',
    async (path) => {
      const found = await find(at(path));
      expect(found.os).toBe('http://debian.org/debian/11');
      expect(found.name).toBe('Debian 11.9 (bullseye)');
      expect(found.kernel).toMatch(/\/netboot\/debian-installer\/amd64\/linux$/);
      expect(found.initrd).toBe(found.kernel.replace(/linux$/, 'initrd.gz'));
      expect(found.arguments).toBe(
        `mirror/protocol=http mirror/country=manual mirror/http/hostname=127.0.0.1:${web.port} mirror/http/directory=/debian`,
      );
    },
  );

  it('of Debian is found in a folder of netboot images, for the architecture asked', async () => {
    expect(await find(at('netboot'), 'aarch64')).toMatchObject({
      arch: 'aarch64',
      kernel: at('netboot/debian-installer/arm64/linux'),
      arguments: '',
    });
    expect((await failure(at('netboot'))).kind).toBe('not-found');
  });

  it.each([
    ['suse', 'boot/x86_64/loader/initrd', /^install=http/],
    [
      'mageia',
      'isolinux/x86_64/all.rdz',
      /^automatic=method:http,network:dhcp,server:127\.0\.0\.1:\d+,directory:\/mageia$/,
    ],
    ['plain', 'images/pxeboot/initrd.img', /^inst\.repo=http/],
  ])('of the layout of %s is found', async (name, initrd, words) => {
    const found = await find(at(name));
    expect(found.initrd).toBe(at(`${name}/${initrd}`));
    expect(found.arguments).toMatch(words);
  });

  it('is found on FTP servers and in folders', async () => {
    const ftp = await ftpServer(folder);
    onTestFinished(() => ftp.close());
    const onFtp = await find(`ftp://127.0.0.1:${ftp.port}/suse`);
    expect(onFtp.kernel).toBe(`ftp://127.0.0.1:${ftp.port}/suse/boot/x86_64/loader/linux`);
    const here = await find(join(folder, 'fedora'));
    expect(here).toMatchObject({
      kernel: join(folder, 'fedora/images/pxeboot/vmlinuz'),
      arguments: '',
      warnings: [expect.stringContaining('does not see')],
    });
  });

  it('that is none, or broken, is told from one', async () => {
    const none = await failure(at('nothing'));
    expect(none).toMatchObject({ kind: 'not-found', hint: expect.stringContaining('.treeinfo') });
    expect((await failure(at('broken'))).message).toContain('images/pxeboot/vmlinuz is missing');
    expect((await failure(at('fedora'), 'aarch64')).message).toContain('is for x86_64');
    expect((await failure(at('huge'))).kind).toBe('invalid');
    for (const name of ['hostile', 'hostile2']) {
      expect(await failure(at(name)), name).toMatchObject({ kind: 'invalid' });
      expect(await failure(join(folder, name)), name).toMatchObject({ kind: 'invalid' });
    }
    const page = await webServer(folder, {
      special: (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end('<!DOCTYPE html><p>Welcome');
        return true;
      },
    });
    onTestFinished(() => page.close());
    expect((await failure(`http://127.0.0.1:${page.port}/`)).kind).toBe('not-found');
    expect((await failure('tree')).kind).toBe('invalid');
  });
});
