import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { sourcesIn } from '../../hypervisor/uses/imageUse.ts';
import { archInAddress, libvirtArch } from './architectures.ts';
import { installerArguments, type TreeIdentity } from './installerArguments.ts';
import { proxyFor } from './proxies.ts';
import { readQcow2 } from './qcow2.ts';
import { parseTreeinfo } from './treeinfo.ts';

describe('a .treeinfo', () => {
  it('is read in its newer form', () => {
    const parsed = parseTreeinfo(
      [
        '[general]',
        'family = Fedora',
        '[release]',
        'name = Fedora',
        'version = 40',
        '[tree]',
        'arch = x86_64',
        'platforms = x86_64,xen',
        '[images-x86_64]',
        'kernel = images/pxeboot/vmlinuz',
        'initrd = images/pxeboot/initrd.img',
        '[images-xen]',
        'kernel = images/pxeboot/vmlinuz',
        '[checksums]',
        'images/boot.iso = sha256:00:11',
      ].join('\r\n'),
    );
    expect(parsed).toMatchObject({ family: 'Fedora', version: '40', arch: 'x86_64' });
    expect(parsed?.images.get('x86_64')).toEqual({
      kernel: 'images/pxeboot/vmlinuz',
      initrd: 'images/pxeboot/initrd.img',
    });
    expect(parsed?.images.get('xen')?.initrd).toBeNull();
  });

  it('is read in its older form, and is nothing else', () => {
    const old = parseTreeinfo(
      '; old\n[General]\nFamily: CentOS\nVersion: 5\nArch: i386\n[images-i386]\nkernel: k\n',
    );
    expect(old).toMatchObject({ family: 'CentOS', version: '5', arch: 'i386' });
    for (const text of ['', '<html>', '[other]\na=b', 'a=b', '[', '\0\0'])
      expect(parseTreeinfo(text)).toBeNull();
  });

  it('is not a place for names that every object has', () => {
    const parsed = parseTreeinfo(
      '[general]\n__proto__ = x\nconstructor = y\n[images-__proto__]\nkernel = k\n',
    );
    expect(parsed?.family).toBeNull();
    expect(parsed?.images.get('__proto__')?.kernel).toBe('k');
  });
});

describe('architectures', () => {
  it('are known by the names of distributions', () => {
    expect(['amd64', 'arm64', 'ppc64el', 'i386', 'vax'].map(libvirtArch)).toEqual([
      'x86_64',
      'aarch64',
      'ppc64le',
      'i686',
      null,
    ]);
    expect(archInAddress('http://x/debian/dists/sid/main/installer-arm64/')).toBe('aarch64');
    expect(archInAddress('http://x/fedora/40/Server/x86_64/os/')).toBe('x86_64');
    expect(archInAddress('http://x/somewhere/')).toBeNull();
  });
});

describe('what an installer is told', () => {
  const tree = (change: Partial<TreeIdentity>): TreeIdentity => ({
    maker: 'redhat',
    family: null,
    version: null,
    location: 'http://h/t/',
    kernel: 'http://h/t/vmlinuz',
    argument: null,
    ...change,
  });
  it.each([
    [{ family: 'Fedora', version: '40' }, 'inst.repo=http://h/t/'],
    [{ family: 'Fedora', version: '16' }, 'method=http://h/t/'],
    [{ family: 'Red Hat Enterprise Linux', version: '6.10' }, 'method=http://h/t/'],
    [{ family: 'AlmaLinux', version: '9.3' }, 'inst.repo=http://h/t/'],
    [{ maker: 'suse' as const }, 'install=http://h/t/'],
    [{ maker: 'unknown' as const }, ''],
    [{ argument: 'inst.repo' }, 'inst.repo=http://h/t/'],
    [{ argument: 'bad word' }, 'inst.repo=http://h/t/'],
    [{ location: '/srv/tree/' }, ''],
    [
      { maker: 'debian' as const, kernel: 'http://h:81/debian/dists/sid/main/installer-amd64/linux' },
      'mirror/protocol=http mirror/country=manual mirror/http/hostname=h:81 mirror/http/directory=/debian',
    ],
    [{ maker: 'debian' as const }, ''],
    [
      { maker: 'mageia' as const, location: 'http://h/mageia/9/x86_64/' },
      'automatic=method:http,network:dhcp,server:h,directory:/mageia/9/x86_64',
    ],
  ])('of %j', (change, words) => {
    expect(installerArguments(tree(change))).toBe(words);
  });
});

describe('the proxy of the environment', () => {
  const proxy = (url: string, environment: NodeJS.ProcessEnv) =>
    proxyFor(new URL(url), environment)?.host ?? null;
  it('is the one for the scheme', () => {
    const environment = {
      http_proxy: 'http://a:1',
      HTTPS_PROXY: 'b:2',
      all_proxy: 'c:3',
      HTTP_PROXY: 'evil:4',
    };
    expect(proxy('http://x/', environment)).toBe('a:1');
    expect(proxy('https://x/', environment)).toBe('b:2');
    expect(proxy('ftp://x/', environment)).toBe('c:3');
    expect(proxy('http://x/', { HTTP_PROXY: 'evil:4' })).toBeNull();
  });

  it('is not asked for hosts that no_proxy names', () => {
    const at = (url: string, no_proxy: string) => proxy(url, { all_proxy: 'p:1', no_proxy });
    expect(at('http://a.example.org/', 'localhost, .example.org')).toBeNull();
    expect(at('http://a.example.org/', 'example.org')).toBeNull();
    expect(at('http://badexample.org/', 'example.org')).toBe('p:1');
    expect(at('http://x:81/', 'x:80')).toBe('p:1');
    expect(at('http://x:81/', 'x:81')).toBeNull();
    expect(at('http://[fd00::1]/', 'fd00::1')).toBeNull();
    expect(at('http://x/', '*')).toBeNull();
  });

  it('must be one for HTTP', () => {
    expect(() => proxy('http://x/', { all_proxy: 'socks5://s:1' })).toThrow('only HTTP proxies');
  });
});

describe('the header of a qcow2 image', () => {
  it('says how large it is and what it is built upon, as qemu-img wrote it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-qcow2-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const make = (...args: string[]) => execFileSync('qemu-img', ['create', '-q', ...args], { cwd: folder });
    make('-f', 'raw', 'base.raw', '3M');
    make('-f', 'qcow2', '-b', 'base.raw', '-F', 'raw', 'top.qcow2', '5M');
    make('-f', 'qcow2', '-o', 'compat=0.10', 'old.qcow2', '7M');
    const read = (name: string) => readQcow2(readFileSync(join(folder, name)).subarray(0, 65536));
    expect(read('top.qcow2')).toEqual({ capacity: 5 * 1024 ** 2, backing: 'base.raw', backingFormat: 'raw' });
    expect(read('old.qcow2')).toEqual({ capacity: 7 * 1024 ** 2, backing: null, backingFormat: null });
    expect(read('base.raw')).toBeNull();
    const damaged = Buffer.from(readFileSync(join(folder, 'top.qcow2')).subarray(0, 65536));
    damaged.writeUInt32BE(0xffffffff, 16);
    expect(readQcow2(damaged)).toBeNull();
    expect(readQcow2(damaged.subarray(0, 20))).toBeNull();
  });
});

describe('sources of a definition’s disks', () => {
  it('are paths and volumes; of what cannot be read, none', () => {
    const disk = (source: string) => `<disk type='file' device='disk'>${source}</disk>`;
    const xml = `<domain><devices>${disk("<source file='/a'/>")}${disk("<source dev='/dev/b'/>")}${disk(
      "<source pool='p' volume='v'/>",
    )}${disk('')}</devices></domain>`;
    expect([...sourcesIn(xml)]).toEqual(['/a', '/dev/b', 'p\0v']);
    expect(sourcesIn('<disk').size + sourcesIn(null).size).toBe(0);
  });
});
