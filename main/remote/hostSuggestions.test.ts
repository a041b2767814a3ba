import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf, readKnownHosts } from './hostKeys.ts';
import { hostSuggestions } from './hostSuggestions.ts';
import { readUriAliases, resolveAlias } from './libvirtConf.ts';

const KEY = 'AAAAC3NzaC1lZDI1NTE5AAAAIPQD/tvOOxQ+3ZlA1Sb5BIsp7LX5XfPGSlSzuyEYbgeO';

let home: string;
const put = (path: string, text: string) => {
  const full = join(home, path);
  mkdirSync(join(full, '..'), { recursive: true });
  writeFileSync(full, text);
  return full;
};
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'virtdeck-suggestions-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const suggest = () => hostSuggestions({ home, libvirtConf: join(home, 'libvirt.conf') });

describe('host suggestions', () => {
  it('are empty where nothing is', async () => {
    expect(await suggest()).toEqual({ hosts: [], aliases: [] });
  });

  it('come from the ssh configuration with its includes', async () => {
    put('.ssh/conf.d/10-work', 'Host inside\n HostName 10.0.0.9\n');
    put('.ssh/conf.d/.hidden', 'Host hidden\n');
    put(
      '.ssh/config',
      [
        '# Host commented',
        'User everybody',
        'Host lab lab-alias *.example.org !not',
        '  HostName = lab1.example.org  ',
        '  user "some one"',
        '  Port 2222',
        'Include conf.d/*',
        'Include config',
        'Match host other',
        '  User matched',
        'Host lab',
        '  User second',
        'Host bad',
        '  Port 99999',
      ].join('\n'),
    );
    expect((await suggest()).hosts).toEqual([
      { host: 'lab', user: 'some one', port: 2222, source: 'ssh-config', detail: 'lab1.example.org' },
      { host: 'lab-alias', user: 'some one', port: 2222, source: 'ssh-config', detail: 'lab1.example.org' },
      { host: 'inside', user: null, port: null, source: 'ssh-config', detail: '10.0.0.9' },
      { host: 'bad', user: null, port: null, source: 'ssh-config', detail: 'bad' },
    ]);
  });

  it('come from known hosts that can be read, once each', async () => {
    put('.ssh/config', 'Host lab\nHostName lab1\n');
    put(
      '.ssh/known_hosts',
      [
        `hv1,198.18.1.11 ssh-ed25519 ${KEY}`,
        `hv1,198.18.1.11 ssh-rsa ${KEY}`,
        `[hv2]:2222 ssh-ed25519 ${KEY}`,
        `lab1 ssh-ed25519 ${KEY}`,
        `|1|abc|def ssh-ed25519 ${KEY}`,
        `@revoked gone ssh-ed25519 ${KEY}`,
        `*.example.org ssh-ed25519 ${KEY}`,
        'broken',
      ].join('\n'),
    );
    const { hosts } = await suggest();
    expect(hosts.map((one) => [one.host, one.port, one.source])).toEqual([
      ['lab', null, 'ssh-config'],
      ['hv1', null, 'known-hosts'],
      ['hv2', 2222, 'known-hosts'],
    ]);
  });

  it('survive files that are none, huge or binary', async () => {
    put('.ssh/config/folder', '');
    put('.ssh/known_hosts', '\0\xff'.repeat(100_000));
    expect((await suggest()).hosts).toEqual([]);
  });
});

describe('aliases of libvirt.conf', () => {
  it('are read and resolved as libvirt does', async () => {
    const path = put(
      'libvirt.conf',
      '#uri_aliases = ["no=qemu:///no"]\nuri_aliases = [\n  "hail=qemu+ssh://root@hail/system?a=1",\n  # "x=y",\n  "bad name=q:///", "=z", "sleet=qemu+ssh://sleet/system",\n]\n',
    );
    expect(await readUriAliases(path)).toEqual([
      { name: 'hail', uri: 'qemu+ssh://root@hail/system?a=1' },
      { name: 'sleet', uri: 'qemu+ssh://sleet/system' },
    ]);
    expect(await resolveAlias('sleet', path)).toBe('qemu+ssh://sleet/system');
    expect(await resolveAlias('snow', path)).toBe('snow');
    expect(await resolveAlias('qemu:///system', path)).toBe('qemu:///system');
  });
});

describe('known_hosts', () => {
  it('gives fingerprints as ssh-keygen prints them', async () => {
    expect(fingerprintOf(KEY)).toMatch(/^SHA256:[A-Za-z0-9+/]{43}$/);
    const path = put('known', `# c\n\n@cert-authority *.x ssh-rsa ${KEY} me\n`);
    expect(await readKnownHosts(path)).toEqual([
      { names: ['*.x'], marker: 'cert-authority', type: 'ssh-rsa', fingerprint: fingerprintOf(KEY), line: 3 },
    ]);
  });
});
