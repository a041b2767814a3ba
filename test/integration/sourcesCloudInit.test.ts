import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { CloudInit } from '../../contract/index.ts';
import { buildSeed } from '../../main/provision/sources/seed.ts';
import { cached } from '../hosts/lab/cache.ts';

/** cloud-init and what it imports that is not on every machine, from Debian. */
const PACKAGES = [
  ...['cloud-init', 'python3-configobj', 'python3-six', 'python3-oauthlib', 'python3-jsonpatch'],
  ...['python3-json-pointer', 'python3-netifaces', 'python3-serial', 'python3-yaml', 'python3-jinja2'],
  ...['python3-markupsafe', 'python3-jsonschema', 'python3-pyrsistent', 'python3-attr', 'python3-requests'],
  ...['python3-urllib3', 'python3-idna', 'python3-chardet', 'python3-certifi'],
];
const PYTHON = '/usr/bin/python3';
const MODULES = 'usr/lib/python3/dist-packages';
const reader = join(import.meta.dirname, 'helpers/cloudInit/read.py');

/** cloud-init unpacked, in the cache; undefined: it cannot be had. */
async function unpacked(): Promise<string | undefined> {
  const digest = createHash('sha256').update(PACKAGES.join()).digest('hex').slice(0, 16);
  try {
    return await cached('cloud-init', digest, async (output) => {
      mkdirSync(output);
      execFileSync('apt-get', ['download', '-qq', ...PACKAGES], { cwd: output, stdio: 'pipe' });
      for (const name of readdirSync(output)) execFileSync('dpkg-deb', ['-x', name, '.'], { cwd: output });
    });
  } catch (error) {
    if (process.env.CI) throw error;
    console.warn(`SKIPPED: cloud-init cannot be fetched: ${error}`);
    return undefined;
  }
}

interface Read {
  readonly meta: Record<string, unknown>;
  readonly config: Record<string, unknown>;
  readonly users: Record<string, Record<string, unknown>>;
  readonly written: Record<string, string>;
}

describe('cloud-init', () => {
  let program: string | undefined;
  beforeAll(async () => {
    program = await unpacked();
  });

  const python = (...args: string[]) =>
    execFileSync(PYTHON, args, {
      encoding: 'utf8',
      stdio: 'pipe',
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8', PYTHONPATH: join(program ?? '', MODULES) },
    });

  /** The seed's documents, as they lie on the disk. */
  function seed(form: object, mac: string | null = null): string {
    const folder = mkdtempSync(join(tmpdir(), 'virtdeck-cloud-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const cloudInit = CloudInit.parse({ kind: 'form', ...form });
    if (cloudInit.kind === 'none') throw new Error('no form');
    writeFileSync(join(folder, 'seed.iso'), buildSeed(cloudInit, { machineName: 'web1', mac }));
    const args = ['-osirrox', 'on', '-indev', join(folder, 'seed.iso'), '-extract', '/', join(folder, 'out')];
    execFileSync('xorriso', args, { stdio: 'pipe' });
    onTestFinished(() => void execFileSync('chmod', ['-R', 'u+w', folder]));
    return join(folder, 'out');
  }
  function read(folder: string, renderer: string): Read {
    const target = mkdtempSync(join(tmpdir(), 'virtdeck-cloud-'));
    onTestFinished(() => rmSync(target, { recursive: true, force: true }));
    const printed: Read = JSON.parse(python(reader, folder, renderer, target));
    return printed;
  }

  const everything = {
    hostname: 'web1.example.org',
    users: [
      {
        name: 'ann',
        fullName: 'Ann "A"',
        sshKeys: ['ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI ann'],
        password: 'x: #',
      },
      { name: 'root', password: 'secret' },
      { name: 'no', sudo: false },
    ],
    updatePackages: true,
    packages: ['vim', 'no', '0123'],
    commands: ['echo "a: b" > /x', '12:30:00'],
    timezone: 'Europe/Berlin',
    locale: 'de_DE.UTF-8',
  };

  it('accepts what the form makes, and means the same by it', (context) => {
    if (program === undefined) return context.skip();
    const folder = seed(everything);
    python('-m', 'cloudinit.cmd.main', 'schema', '--config-file', join(folder, 'user-data'));
    const { meta, config, users } = read(folder, 'netplan');
    expect(meta).toMatchObject({ 'local-hostname': 'web1.example.org' });
    expect(config).toMatchObject({
      hostname: 'web1',
      fqdn: 'web1.example.org',
      packages: ['vim', 'no', '0123'],
      runcmd: ['echo "a: b" > /x', '12:30:00'],
    });
    expect(Object.keys(users).sort()).toEqual(['ann', 'no', 'root']);
    expect(users.ann).toMatchObject({ gecos: 'Ann "A"', lock_passwd: false, sudo: 'ALL=(ALL) NOPASSWD:ALL' });
    expect(users.ann?.hashed_passwd).toMatch(/^\$6\$/);
    expect(users.no).toMatchObject({ lock_passwd: true });
    expect(users.no).not.toHaveProperty('sudo');
  });

  it('refuses what it does not know, so that the test before means something', (context) => {
    if (program === undefined) return context.skip();
    const folder = seed(everything);
    const path = join(folder, '../wrong');
    writeFileSync(path, '#cloud-config\nusers:\n  - name: a\n    nonsense: 1\n');
    expect(() => python('-m', 'cloudinit.cmd.main', 'schema', '--config-file', path)).toThrow();
  });

  const network = {
    kind: 'static',
    addresses: ['192.0.2.10/24', '2001:db8::10/64'],
    gateway4: '192.0.2.1',
    gateway6: '2001:db8::1',
    nameservers: ['192.0.2.53'],
    search: ['example.org'],
  };

  it.for<[string, RegExp, RegExp[]]>([
    [
      'netplan',
      /50-cloud-init\.yaml$/,
      [/macaddress: 52:54:00:aa:bb:cc/, /192\.0\.2\.10\/24/, /via: 192\.0\.2\.1/],
    ],
    [
      'eni',
      /cloud-init/,
      [/iface eth0 inet static/, /address 192\.0\.2\.10\/24/, /192\.0\.2\.1/, /2001:db8::10\/64/],
    ],
    [
      'sysconfig',
      /ifcfg-eth0$/,
      [/HWADDR=52:54:00:aa:bb:cc/, /IPADDR=192\.0\.2\.10/, /IPV6ADDR=2001:db8::10\/64/],
    ],
  ])('writes fixed addresses down as %s', ([renderer, file, words], context) => {
    if (program === undefined) return context.skip();
    const { written } = read(seed({ network }, '52:54:00:AA:BB:CC'), renderer);
    const text = Object.entries(written)
      .filter(([path]) => file.test(path))
      .map(([, content]) => content)
      .join('\n');
    for (const word of words) expect(text, JSON.stringify(written)).toMatch(word);
  });
});
