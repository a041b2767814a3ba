import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { CloudInit } from '../../../contract/index.ts';
import { hostnameOf } from './hostNames.ts';
import { hashPassword } from './passwordHash.ts';
import { buildSeed, examineCloudInit, seedDocuments } from './seed.ts';

type Documents = Exclude<CloudInit, { kind: 'none' }>;

function form(change: object): Documents {
  const made = CloudInit.parse({ kind: 'form', ...change });
  if (made.kind === 'none') throw new Error('no form');
  return made;
}
function raw(userData: string, more: object = {}): Documents {
  const made = CloudInit.parse({ kind: 'raw', userData, ...more });
  if (made.kind === 'none') throw new Error('no documents');
  return made;
}
const options = { machineName: 'web1' };
/** As Python's reader takes it. */
const read = (text: string | null) => parse(text ?? '', { version: '1.1' });

describe('user-data of the form', () => {
  it('says everything that the form says', () => {
    const { userData } = seedDocuments(
      form({
        hostname: 'web1.example.org',
        users: [
          { name: 'ann', fullName: 'Ann "A." #1', sshKeys: ['ssh-ed25519 AAAAC3Nza ann: home'], sudo: true },
          { name: 'root', password: 'pass: #word' },
        ],
        updatePackages: true,
        packages: ['vim', 'no'],
        commands: ['echo "a: b" > /x', '12:30:00'],
        timezone: 'Europe/Berlin',
        locale: 'de_DE.UTF-8',
      }),
      options,
    );
    expect(userData.split('\n')[0]).toBe('#cloud-config');
    const config = read(userData);
    const [, root] = config.users;
    expect(config).toMatchObject({
      hostname: 'web1',
      fqdn: 'web1.example.org',
      disable_root: false,
      ssh_pwauth: true,
      package_update: true,
      package_upgrade: true,
      packages: ['vim', 'no'],
      runcmd: ['echo "a: b" > /x', '12:30:00'],
      timezone: 'Europe/Berlin',
      locale: 'de_DE.UTF-8',
    });
    expect(config.users[0]).toEqual({
      name: 'ann',
      gecos: 'Ann "A." #1',
      shell: '/bin/bash',
      sudo: 'ALL=(ALL) NOPASSWD:ALL',
      lock_passwd: true,
      ssh_authorized_keys: ['ssh-ed25519 AAAAC3Nza ann: home'],
    });
    expect(root.name).toBe('root');
    expect(root.lock_passwd).toBe(false);
    expect(root.hashed_passwd).toBe(hashPassword('pass: #word', root.hashed_passwd.split('$')[2]));
    expect(userData).not.toContain('pass: #word');
  });

  it('means what was typed, whatever YAML 1.1 would make of it', () => {
    const strange = [
      'no',
      '0123',
      '1e3',
      '12:30:45',
      '2001-01-01',
      '~',
      '- a',
      '{a: b}',
      '&x',
      '!!int 3',
      'a\u2028b',
      '\\n',
    ];
    const { userData } = seedDocuments(form({ commands: strange, packages: strange.slice(0, 4) }), options);
    const config = read(userData);
    expect(config.runcmd).toEqual(strange);
    expect(config.packages).toEqual(strange.slice(0, 4));
  });

  it('lets nobody in by password over the network who has a key', () => {
    const key = 'ssh-ed25519 AAAAC3Nza x';
    const users = [{ name: 'ann', password: 'x', sshKeys: [key] }];
    expect(read(seedDocuments(form({ users }), options).userData)).not.toHaveProperty('ssh_pwauth');
  });

  it('names no shell that the system has not', () => {
    const users = [{ name: 'ann' }];
    const { userData } = seedDocuments(form({ users }), { ...options, distro: 'alpinelinux' });
    expect(read(userData).users[0]).not.toHaveProperty('shell');
  });

  it.each([
    [{ users: [{ name: 'a b' }] }, 'user name'],
    [{ users: [{ name: 'a', sshKeys: ['-----BEGIN OPENSSH PRIVATE KEY-----'] }] }, 'private'],
    [{ users: [{ name: 'a', sshKeys: ['hello'] }] }, 'no public ssh key'],
    [{ users: [{ name: 'a', sshKeys: ['ssh-ed25519 AAAA x\nssh-rsa AAAA y'] }] }, 'no public ssh key'],
    [{ hostname: 'a_b' }, 'host name'],
    [{ network: { kind: 'static', addresses: ['10.0.0.1'] } }, 'prefix length'],
    [{ network: { kind: 'static', addresses: ['10.0.0.1/33'] } }, 'prefix length'],
    [{ network: { kind: 'static', addresses: ['10.0.0.1/8'], gateway4: '::1' } }, 'IPv4'],
    [{ network: { kind: 'static', addresses: ['10.0.0.1/8'], nameservers: ['x'] } }, 'name server'],
  ])('refuses %j', (change, words) => {
    expect(() => seedDocuments(form(change), options)).toThrow(words);
    expect(examineCloudInit(form(change)).problem).toContain(words);
  });

  it('warns when nobody could sign in', () => {
    expect(examineCloudInit(form({ users: [{ name: 'ann' }] })).warnings.join()).toContain(
      'Nobody can sign in',
    );
    expect(examineCloudInit(form({ users: [{ name: 'ann', password: 'x' }] })).warnings).toEqual([]);
  });
});

describe('meta-data and network-config', () => {
  it('name the machine, and are another instance each time', () => {
    const [one, two] = [1, 2].map(() => read(seedDocuments(form({}), options).metaData));
    expect(one['local-hostname']).toBe('web1');
    expect(one['instance-id']).toMatch(/^iid-/);
    expect(one['instance-id']).not.toBe(two['instance-id']);
  });

  it('describe a card with fixed addresses by its MAC', () => {
    const network = {
      kind: 'static',
      addresses: ['192.0.2.10/24', '2001:db8::10/64'],
      gateway4: '192.0.2.1',
      gateway6: '2001:db8::1',
      nameservers: ['192.0.2.53'],
      search: ['example.org'],
    };
    const { networkConfig } = seedDocuments(form({ network }), { ...options, mac: '52:54:00:AA:BB:CC' });
    expect(read(networkConfig)).toEqual({
      version: 2,
      ethernets: {
        eth0: {
          match: { macaddress: '52:54:00:aa:bb:cc' },
          'set-name': 'eth0',
          addresses: ['192.0.2.10/24', '2001:db8::10/64'],
          routes: [
            { to: '0.0.0.0/0', via: '192.0.2.1' },
            { to: '::/0', via: '2001:db8::1' },
          ],
          nameservers: { search: ['example.org'], addresses: ['192.0.2.53'] },
        },
      },
    });
    expect(seedDocuments(form({}), options).networkConfig).toBeNull();
  });

  it.each([
    ['web1', 'web1'],
    ['Web_1 (Größe)', 'Web-1-Gro-e'],
    ['-a-.b.', 'a.b'],
    ['日本', 'machine'],
  ])('make a host name of %s', (name, host) => {
    expect(hostnameOf(name)).toBe(host);
  });
});

describe('documents of the user', () => {
  it('stay as they are', () => {
    const mine = raw('#cloud-config\r\na: 1', {
      metaData: 'instance-id: mine',
      networkConfig: 'version: 2\n',
    });
    expect(seedDocuments(mine, options)).toEqual({
      userData: '#cloud-config\na: 1\n',
      metaData: 'instance-id: mine\n',
      networkConfig: 'version: 2\n',
    });
    expect(read(seedDocuments(raw('#!/bin/sh\n'), options).metaData)['local-hostname']).toBe('web1');
  });

  it('are refused with the line where YAML breaks', () => {
    const broken = raw('#cloud-config\nusers:\n  - name: a\n bad: [1\n');
    expect(examineCloudInit(broken).problem).toMatch(/^user-data cannot be read as YAML, line [45]: /);
    expect(() => buildSeed(broken, options)).toThrow('line');
    expect(examineCloudInit(raw('#!/bin/sh', { metaData: 'a: [' })).problem).toContain('meta-data');
    expect(examineCloudInit(raw('#cloud-config\n- a\n')).problem).toContain('no settings');
  });

  it('do not make the reader work for ever', () => {
    const bomb = ['#cloud-config', 'a0: &a0 [x,x,x,x,x,x,x,x,x]'];
    for (let n = 1; n < 12; n += 1)
      bomb.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(',')}]`,
      );
    expect(examineCloudInit(raw(bomb.join('\n'))).problem).toContain('user-data cannot be read');
  });

  it('are warned of when cloud-init would pass them over', () => {
    expect(examineCloudInit(raw('hostname: x\n')).warnings.join()).toContain('does nothing with it');
    expect(examineCloudInit(raw('')).warnings.join()).toContain('empty');
    for (const header of ['#!/bin/sh', '#include', '## template: jinja', 'Content-Type: multipart/mixed']) {
      expect(examineCloudInit(raw(`${header}\nx`)), header).toEqual({ problem: null, warnings: [] });
    }
  });
});
