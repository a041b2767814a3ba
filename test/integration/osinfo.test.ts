import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MediaGuess, OsFacts, Unattended } from '../../contract/index.ts';
import { nodeProcessHost } from '../../main/libvirt/agent/nodeProcessHost.ts';
import type { ProcessHost } from '../../main/libvirt/agent/processHost.ts';
import { OsInfo, type ScriptRequest } from '../../main/provision/osinfo/osinfo.ts';
import { type IsoWish, isoHeader } from '../fixtures/isoHeader.ts';
import { connected, startApp, type TestApp, type TestWindow, until } from './helpers/services/app.ts';

const program = fileURLToPath(new URL('../../dist/agent/agentMain.js', import.meta.url));

/** Processes with a changed environment. */
function hostWith(env: Record<string, string>): ProcessHost {
  const real = nodeProcessHost(program);
  return { fork: (entry, options) => real.fork(entry, { ...options, env: { ...options.env, ...env } }) };
}

let folder: string;
let app: TestApp;
let window: TestWindow;
let connection = '';
const started: OsInfo[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-osinfo-'));
  app = startApp();
  window = app.window();
  await app.start(['test:///default']);
  connection = (await connected(window)).id;
});
afterEach(() => {
  for (const one of started.splice(0)) one.stop();
});
afterAll(async () => {
  await app.stop();
  rmSync(folder, { recursive: true });
});

function osInfo(
  env: Record<string, string> = {},
  options: { answerMs?: number; idleMs?: number } = {},
): OsInfo {
  const made = new OsInfo(hostWith(env), { now: () => new Date('2023-01-01'), ...options });
  started.push(made);
  return made;
}

async function factsOf(name: string, arch = 'x86_64'): Promise<OsFacts> {
  const { systems } = await window.client.osinfo.list({});
  const id = systems.find((os) => os.shortId === name)?.id;
  if (id === undefined) throw new Error(`no ${name}`);
  return window.client.osinfo.facts({ id, arch });
}

describe('the database of systems', () => {
  it('is there, and lists systems with their state', async () => {
    const info = await window.client.osinfo.info({});
    expect(info).toMatchObject({ available: true, reason: null });
    expect(info.version).toMatch(/^20\d{6}$/);
    expect(info.count).toBeGreaterThan(500);
    const systems = await osInfo().list();
    expect(systems).toHaveLength(info.count);
    const find = (name: string) => systems.find((os) => os.shortId === name);
    expect(find('debian11')).toMatchObject({
      id: 'http://debian.org/debian/11',
      aliases: ['debianbullseye'],
      family: 'linux',
      codename: 'bullseye',
      releaseDate: '2021-08-14',
      supported: true,
    });
    expect(find('winxp')).toMatchObject({ supported: false });
    expect(find('archlinux')).toMatchObject({ status: 'rolling', supported: true });
    // Newest first within a distribution.
    const fedoras = systems.filter((os) => /^fedora\d+$/.test(os.shortId)).map((os) => Number(os.version));
    expect(fedoras).toEqual(fedoras.toSorted((a, b) => b - a));
  });

  it('says what Debian wants of a machine', async () => {
    const facts = await factsOf('debian11');
    expect(facts).toMatchObject({
      generic: false,
      windows: false,
      clock: 'utc',
      requiresTpm: false,
      biosSupported: true,
      efiSupported: true,
      cloudImageUsername: 'debian',
    });
    expect(facts.resources.minimum).toEqual({ memoryMiB: 1024, vcpus: 1, storageBytes: 10 * 1024 ** 3 });
    expect(facts.resources.suggested).toEqual({ memoryMiB: 1024, vcpus: 2, storageBytes: 20 * 1024 ** 3 });
    // From the systems that it derives from.
    expect(facts.drivers).toMatchObject({
      virtioBlock: true,
      virtioNet: true,
      virtioRng: true,
      virtioGpu: true,
      virtio1: true,
      q35: true,
      usb3: true,
      usbTablet: true,
    });
    expect(facts.trees[0]).toMatchObject({ kernel: expect.stringContaining('linux') });
    expect(facts.images.map((image) => image.format)).toContain('qcow2');
    expect(facts.agentChannels).toContain('org.qemu.guest_agent.0');
    expect((await factsOf('debian11', 'aarch64')).trees.every((tree) => tree.arch === 'aarch64')).toBe(true);
  });

  it('says what Windows wants of a machine', async () => {
    const eleven = await factsOf('win11');
    expect(eleven).toMatchObject({
      windows: true,
      clock: 'localtime',
      requiresTpm: true,
      requiresSecureBoot: true,
      biosSupported: false,
      efiSupported: true,
      installerReboots: 2,
      agentChannels: [],
    });
    expect(eleven.resources.suggested).toEqual({ memoryMiB: 8192, vcpus: 4, storageBytes: 128 * 1024 ** 3 });
    expect(eleven.drivers).toMatchObject({ virtioBlock: false, virtioNet: false, sata: true, e1000e: true });
    const server = await factsOf('win2k22');
    expect(server).toMatchObject({ requiresTpm: false, biosSupported: true, windows: true });
    const ten = await factsOf('win10');
    const pack = ten.driverPacks.find((one) => one.preInstallable);
    expect(pack).toMatchObject({ arch: 'x86_64', drivers: { virtioBlock: true, virtioNet: true } });
    expect((await factsOf('win10', 'i686')).resources.minimum.memoryMiB).toBe(1024);
  });

  it('knows how Fedora and Ubuntu are installed', async () => {
    const fedora = await factsOf('fedora36');
    expect(fedora).toMatchObject({ kernelUrlArgument: 'inst.repo', cloudImageUsername: 'fedora' });
    const jeos = fedora.scripts.find((script) => script.profile === 'jeos');
    expect(jeos).toMatchObject({ expectedFilename: 'fedora.ks', pathFormat: 'unix' });
    expect(jeos?.injectionMethods).toEqual(['cdrom', 'disk', 'floppy', 'initrd']);
    expect(jeos?.params).toContainEqual({ name: 'admin-password', required: true });
    expect((await factsOf('ubuntu22.04')).resources.suggested.memoryMiB).toBe(4096);
  });

  it('has facts that fit the contract for every system', async () => {
    const { systems } = await window.client.osinfo.list({});
    // The window's end checks what it is given.
    const all: OsFacts[] = [];
    for (const { id } of systems) all.push(await window.client.osinfo.facts({ id, arch: 'x86_64' }));
    expect(all.filter((facts) => facts.generic)).toEqual([]);
    expect(all.filter((facts) => facts.drivers.virtioBlock).length).toBeGreaterThan(100);
    expect(all.filter((facts) => facts.requiresTpm).map((facts) => facts.shortId)).toEqual(['win11']);
    expect(all.filter((facts) => facts.windows && facts.clock !== 'localtime')).toEqual([]);
  });

  it('has cautious facts for systems that it does not know', async () => {
    const facts = await window.client.osinfo.facts({ id: 'http://nowhere/none', arch: 'x86_64' });
    expect(facts).toMatchObject({
      generic: true,
      windows: false,
      drivers: { virtioBlock: false, e1000: true },
    });
    expect(await window.client.osinfo.facts({ id: null, arch: 'aarch64' })).toMatchObject({ generic: true });
  });
});

describe('recognition', () => {
  const identify = (name: string, bytes: Uint8Array, size = bytes.byteLength): Promise<MediaGuess> =>
    window.client.osinfo.identify({
      connection,
      source: { kind: 'header', name, size, base64: Buffer.from(bytes).toString('base64') },
    });
  const medium = (wish: IsoWish) => identify('some.iso', isoHeader(wish), 1000 * 2048);

  it('knows media by their labels', async () => {
    expect(await medium({ volumeId: 'Debian 11.5.0 amd64 n' })).toMatchObject({
      os: { shortId: 'debian11' },
      by: 'media',
      reason: null,
      arch: 'x86_64',
      live: false,
      installer: true,
      kernel: 'install.amd/vmlinuz',
      initrd: 'install.amd/initrd.gz',
      boots: { bios: true, efi: false },
      truncated: false,
    });
    expect(await medium({ volumeId: 'Fedora-S-dvd-x86_64-36', systemId: 'LINUX' })).toMatchObject({
      os: { shortId: 'fedora36' },
      scripts: ['http://fedoraproject.org/fedora/kickstart/jeos'],
    });
    const windows = { volumeId: 'CCCOMA_X64FRE_EN-US_DV9', publisherId: 'MICROSOFT CORPORATION' };
    expect(await medium(windows)).toMatchObject({ os: { shortId: 'win11' }, installerReboots: 2 });
    // Windows 10 has media of the same label.
    expect((await medium(windows)).detail).toContain('Windows 10');
    expect(await identify('Win10_22H2_English_x64v1.iso', isoHeader(windows))).toMatchObject({
      os: { shortId: 'win10' },
      by: 'media',
    });
    expect(await medium({ volumeId: 'Ubuntu 22.04.1 LTS amd64' })).toMatchObject({
      os: { shortId: 'ubuntu22.04' },
    });
  });

  it('takes a label for a release that the database does not have yet', async () => {
    const guess = await medium({ volumeId: 'Debian 99.1.0 amd64 n', platforms: [0, 0xef] });
    expect(guess).toMatchObject({
      by: 'label',
      exact: false,
      arch: 'x86_64',
      boots: { bios: true, efi: true },
    });
    expect(guess.os?.distro).toBe('debian');
    expect(guess.detail).toContain('99.1.0');
  });

  it('says what it does not know, and what is no medium', async () => {
    expect(await medium({ volumeId: 'HOLIDAYS', catalogSector: null })).toMatchObject({
      os: null,
      reason: 'unknown',
      volumeId: 'HOLIDAYS',
      boots: { bios: false, efi: false },
    });
    expect(await identify('x.iso', Buffer.from('hello'))).toMatchObject({
      os: null,
      reason: 'not-iso',
      format: null,
    });
    expect(await identify('x.iso', new Uint8Array(0))).toMatchObject({ reason: 'not-iso' });
    const cut = await identify(
      'x.iso',
      isoHeader({ volumeId: 'Debian 11.5.0 amd64 n', sectors: 200_000 }),
      4_000_000,
    );
    expect(cut).toMatchObject({ os: { shortId: 'debian11' }, truncated: true });
  });

  it('knows images of disks by their names', async () => {
    const qcow = Buffer.from('QFI\xfb', 'latin1');
    expect(await identify('debian-11-generic-amd64.qcow2', qcow)).toMatchObject({
      os: { shortId: 'debian11' },
      by: 'name',
      format: 'qcow2',
      arch: 'x86_64',
    });
    expect(await identify('Fedora-Cloud-Base-36-1.5.x86_64.qcow2', qcow)).toMatchObject({
      os: { shortId: 'fedora36' },
    });
    expect(await identify('jammy-server-cloudimg-amd64.img', qcow)).toMatchObject({
      os: { shortId: 'ubuntu22.04' },
    });
    expect(await identify('AlmaLinux-9-GenericCloud-9.2-20230513.x86_64.qcow2', qcow)).toMatchObject({
      os: { shortId: 'almalinux9' },
    });
    expect(await identify('web1.qcow2', qcow)).toMatchObject({ os: null, reason: 'unknown' });
  });

  it('reads a real medium whose boot catalog is far behind', async () => {
    const content = join(folder, 'content');
    mkdirSync(content, { recursive: true });
    writeFileSync(join(content, 'big'), Buffer.alloc(1024 * 1024, 1));
    writeFileSync(join(content, 'boot.img'), Buffer.alloc(2048, 2));
    const iso = join(folder, "it's 1.iso");
    const words = ['-as', 'mkisofs', '-quiet', '-V', 'Debian 11.5.0 amd64 n', '-o', iso];
    execFileSync('xorriso', [...words, '-b', 'boot.img', '-c', 'boot.cat', '-no-emul-boot', content]);
    const read = (path: string) =>
      window.client.osinfo.identify({ connection, source: { kind: 'local', path } });
    expect(await read(iso)).toMatchObject({
      os: { shortId: 'debian11' },
      boots: { bios: true, efi: false },
      truncated: false,
    });
    truncateSync(iso, 500_000);
    expect(await read(iso)).toMatchObject({ os: { shortId: 'debian11' }, truncated: true });
    expect(await read(join(folder, 'none.iso'))).toMatchObject({
      reason: 'unreadable',
      detail: expect.stringContaining('There is no file'),
    });
    expect(await read(folder)).toMatchObject({
      reason: 'unreadable',
      detail: expect.stringContaining('folder'),
    });
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await read(join(folder, 'pipe'))).toMatchObject({ reason: 'unreadable' });
  });

  it('takes the name of a volume that cannot be read', async () => {
    const source = { kind: 'volume', pool: 'default-pool', volume: 'debian-11.iso' } as const;
    const guess = await window.client.osinfo.identify({ connection, source });
    expect(guess).toMatchObject({ os: { shortId: 'debian11' }, by: 'name' });
    expect(guess.detail).toContain('no volume');
    const path = { kind: 'path', path: 'relative.iso' } as const;
    expect(await window.client.osinfo.identify({ connection, source: path })).toMatchObject({
      reason: 'unreadable',
    });
  });

  it('knows trees by their .treeinfo', async () => {
    const info = osInfo();
    const treeinfo = [
      '[general]',
      'family = Fedora',
      'version = 36',
      'arch = x86_64',
      'variant = Server',
      '[images-x86_64]',
      'kernel = images/pxeboot/vmlinuz',
      'initrd = images/pxeboot/initrd.img',
      '',
    ].join('\n');
    expect(await info.identifyTree(treeinfo, 'http://192.0.2.1/fedora')).toMatchObject({
      os: { shortId: 'fedora36' },
      arch: 'x86_64',
      kernel: 'images/pxeboot/vmlinuz',
      initrd: 'images/pxeboot/initrd.img',
    });
    expect(await info.identifyTree('no tree at all', 'http://192.0.2.1/')).toMatchObject({ os: null });
    const suse = await info.identifyTree(null, 'http://192.0.2.1/distribution/openSUSE-Leap-15.4/repo/oss/');
    expect(suse.os?.shortId).toBe('opensuse15.4');
  });
});

describe('answer files', () => {
  const answers: Unattended = {
    profile: 'jeos',
    adminPassword: 'secret',
    userLogin: 'joe',
    userPassword: 'pw',
    userFullName: 'Joe Doe',
    hostname: 'web1',
    timezone: 'Europe/Berlin',
    language: 'de_DE.UTF-8',
    keyboard: 'de',
    productKey: '',
  };
  const request = (change: Partial<ScriptRequest> = {}): ScriptRequest => ({
    osId: 'http://fedoraproject.org/fedora/36',
    arch: 'x86_64',
    answers,
    places: () => ({ targetDisk: '/dev/vda', scriptDisk: '', installationUrl: '' }),
    source: 'network',
    injection: null,
    medium: null,
    ...change,
  });

  it('are made for Fedora, with the arguments that lead to them', async () => {
    const places = { targetDisk: '/dev/vda', scriptDisk: '', installationUrl: 'http://192.0.2.1/fedora' };
    const made = await osInfo().generateScript(request({ places: () => places }));
    expect(made).toMatchObject({ filename: 'fedora.ks', injection: 'initrd' });
    expect(made.content).toMatch(/^rootpw 'secret'$/m);
    expect(made.content).toMatch(/^timezone --utc Europe\/Berlin$/m);
    expect(made.content).toContain('--hostname=web1');
    expect(made.content).toContain('--drives=/dev/vda');
    expect(made.content).toContain('http://192.0.2.1/fedora');
    expect(made.commandLine).toContain('inst.ks=file:/fedora.ks');
  });

  it('are made for Debian and Windows', async () => {
    const info = osInfo();
    const debian = await info.generateScript(request({ osId: 'http://debian.org/debian/11' }));
    expect(debian).toMatchObject({ filename: 'preseed.cfg', injection: 'initrd' });
    expect(debian.content).toContain('passwd/root-password password secret');
    const medium = { volumeId: 'CPBA_X64FRE_EN-US_DV5', systemId: '', publisherId: 'MICROSOFT CORPORATION' };
    const windows = await info.generateScript(
      request({
        osId: 'http://microsoft.com/win/10',
        source: 'media',
        answers: { ...answers, adminPassword: `a<&"'b`, productKey: 'AAAAA-BBBBB-CCCCC-DDDDD-EEEEE' },
        places: () => ({ targetDisk: 'C', scriptDisk: 'E', installationUrl: '' }),
        medium: { ...medium, applicationId: '', volumeSize: null },
      }),
    );
    expect(windows).toMatchObject({ filename: 'autounattend.xml', injection: 'cdrom' });
    expect(windows.content).toContain('a&lt;&amp;');
    // It has no kernel: what libosinfo makes up in that place are the passwords.
    expect(windows.commandLine).toBe('');
  });

  it('are refused where a value would become a command, or something is missing', async () => {
    const info = osInfo();
    const refused = (change: Partial<Unattended>) =>
      info.generateScript(request({ answers: { ...answers, ...change } })).then(
        () => 'made',
        (error: Error) => error.message,
      );
    expect(await refused({ userLogin: 'joe; reboot' })).toContain('The user’s name');
    expect(await refused({ adminPassword: "a'; reboot; '" })).toContain('quotation marks');
    expect(await refused({ adminPassword: 'a\nb' })).toContain('line breaks');
    expect(await refused({ hostname: '$(reboot)' })).toContain('The host name');
    expect(await refused({ adminPassword: '' })).toContain('is missing');
    expect(await refused({ profile: 'none' })).toContain('jeos, desktop');
    const nothing = info.generateScript(request({ osId: 'http://nowhere/none' }));
    await expect(nothing).rejects.toThrow('libosinfo has none');
  });
});

describe('databases and libraries of all kinds', () => {
  const system = (id: string, name: string, more = '') =>
    `<?xml version="1.0"?><libosinfo version="0.0.1"><os id="${id}"><short-id>${name}</short-id>` +
    `<name>${name}</name><version>1</version><family>linux</family><distro>${name}</distro>${more}</os></libosinfo>`;

  it('finds systems that a newer database in the user’s folder adds or changes', async () => {
    const config = mkdtempSync(join(folder, 'config-'));
    const own = join(config, 'osinfo/os/example.org');
    mkdirSync(own, { recursive: true });
    writeFileSync(join(config, 'osinfo/VERSION'), '20990101\n');
    const media = '<media arch="x86_64"><iso><volume-id>MINE \\d+</volume-id></iso></media>';
    writeFileSync(join(own, 'mine-1.xml'), system('http://example.org/mine/1', 'mine1', media));
    const debian = join(config, 'osinfo/os/debian.org');
    mkdirSync(debian, { recursive: true });
    writeFileSync(
      join(debian, 'debian-11.xml'),
      system('http://debian.org/debian/11', 'debian11', '<eol-date>2022-01-01</eol-date>'),
    );
    const info = osInfo({ XDG_CONFIG_HOME: config, OSINFO_USER_DIR: join(config, 'osinfo') });
    expect(await info.info()).toMatchObject({ version: '20990101', available: true });
    const systems = await info.list();
    expect(systems.find((os) => os.shortId === 'mine1')).toMatchObject({ id: 'http://example.org/mine/1' });
    expect(systems.find((os) => os.shortId === 'debian11')).toMatchObject({ supported: false });
    expect(systems.length).toBeGreaterThan(500);
  });

  it('works without libosinfo, and says what to install', async () => {
    const broken = mkdtempSync(join(folder, 'lib-'));
    writeFileSync(join(broken, 'libosinfo-1.0.so.0'), '');
    const info = osInfo({ LD_LIBRARY_PATH: broken });
    const told = await info.info();
    expect(told).toMatchObject({ available: false, count: 0, version: null });
    expect(told.reason).toContain('apt install libosinfo-1.0-0 osinfo-db');
    expect((await info.list()).map((os) => os.shortId)).toEqual(['linux2022', 'win10', 'win11']);
    const facts = await info.facts('http://libosinfo.org/linux/2022', 'x86_64');
    expect(facts).toMatchObject({ generic: true, drivers: { virtioBlock: true, q35: true } });
    expect(await info.facts('http://microsoft.com/win/11', 'x86_64')).toMatchObject({
      requiresTpm: true,
      biosSupported: false,
    });
    expect(await info.facts(null, 'x86_64')).toMatchObject({
      generic: true,
      drivers: { virtioBlock: false },
    });
  });

  it('works without a database, and says what to install', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const info = osInfo({ OSINFO_SYSTEM_DIR: empty, OSINFO_LOCAL_DIR: empty, OSINFO_USER_DIR: empty });
    const told = await info.info();
    expect(told).toMatchObject({ available: false, count: 0 });
    expect(told.reason).toContain('osinfo-db');
    expect((await info.list()).map((os) => os.shortId)).toContain('linux2022');
  });
});

describe('the process that holds the library', () => {
  it('is started again after it was killed', async () => {
    const info = osInfo();
    expect((await info.info()).available).toBe(true);
    const first = info.pid ?? 0;
    expect(first).toBeGreaterThan(0);
    process.kill(first, 'SIGKILL');
    await until('its end', () => (info.pid === undefined ? true : undefined), 10_000);
    expect((await info.info()).available).toBe(true);
    expect(info.pid).not.toBe(first);
  });

  it('is given up when it hangs, and a killed one fails what waits for it', async () => {
    const info = osInfo({}, { answerMs: 3_000 });
    await info.info();
    process.kill(info.pid ?? 0, 'SIGSTOP');
    expect(await info.info()).toMatchObject({
      available: false,
      reason: expect.stringContaining('has not answered'),
    });
    const asked = info.facts('http://debian.org/debian/11', 'x86_64');
    process.kill(info.pid ?? 0, 'SIGKILL');
    expect(await asked).toMatchObject({ generic: true });
    // What failed is not remembered.
    expect(await info.facts('http://debian.org/debian/11', 'x86_64')).toMatchObject({ generic: false });
  });

  it('goes when nothing is asked for a while', async () => {
    const info = osInfo({}, { idleMs: 100 });
    expect((await info.info()).available).toBe(true);
    await until('its end', () => (info.pid === undefined ? true : undefined), 10_000);
    expect((await info.list()).length).toBeGreaterThan(500);
  });
});
