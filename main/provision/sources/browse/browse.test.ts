import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { VolumeInfo } from '../../../../contract/index.ts';
import { runCommand } from '../../../remote/command.ts';
import type { SshSession } from '../../../remote/sshSession.ts';
import { MOST_ENTRIES } from './entries.ts';
import { localFolder } from './localFolder.ts';
import { folderOfPools } from './poolFolder.ts';
import { sshFolder } from './sshFolder.ts';

const PLAIN = { filter: '', hidden: false };
/** Names that shells, patterns and records could take for something else. */
const ODD = ["it's", '$(touch x)', '-rf', 'a*b', 'with space', 'back\\slash', 'Ü [1]', '"quoted"', '9 1 2 x'];

let folder = '';
const readers = {
  'on this machine': (path: string, wanted = PLAIN) => localFolder(path, wanted),
  'over ssh': (path: string, wanted = PLAIN) => readByShell(path, wanted),
  'over ssh, without GNU’s find': (path: string, wanted = PLAIN) =>
    readByShell(path, wanted, join(folder, '../bin')),
};

/** The command that goes over ssh, run by a shell here. */
function readByShell(path: string, wanted: typeof PLAIN, before = '') {
  const run: SshSession['run'] = (command, { maxBytes } = {}) => {
    const env = { PATH: `${before}:${process.env.PATH}`, LC_ALL: 'C' };
    return runCommand('sh', ['-c', command], { timeoutMs: 60_000, env, ...(maxBytes && { maxBytes }) });
  };
  return sshFolder({ run } as SshSession, path, wanted, { host: 'far', signal: AbortSignal.timeout(60_000) });
}

beforeAll(async () => {
  const base = await mkdtemp(join(tmpdir(), 'browse-'));
  folder = join(base, 'folder');
  await mkdir(join(folder, 'sub'), { recursive: true });
  for (const name of ODD) await writeFile(join(folder, name), name);
  await writeFile(join(folder, '.hidden'), '');
  await writeFile(join(folder, 'two\nlines'), '');
  await writeFile(Buffer.concat([Buffer.from(`${folder}/latin`), Buffer.from([0xe9])]), '');
  await symlink('sub', join(folder, 'to-folder'));
  await symlink("it's", join(folder, 'to-file'));
  await symlink('nothing', join(folder, 'to-nothing'));
  await symlink('loop', join(folder, 'loop'));
  await mkdir(join(base, 'bin'));
  await writeFile(join(base, 'bin/find'), '#!/bin/sh\nexit 1\n');
  await chmod(join(base, 'bin/find'), 0o755);
});
afterAll(() => rm(join(folder, '..'), { recursive: true, force: true }));

describe.each(Object.entries(readers))('a folder %s', (how, read) => {
  const sizes = !how.includes('without');
  const names = async (wanted = PLAIN) => (await read(folder, wanted)).entries.map(({ name }) => name);

  it('tells folders first, then files of any name, and where links lead', async () => {
    const found = await read(folder);
    expect(found).toMatchObject({ path: folder, more: false, unusable: 2 });
    const kinds = Object.fromEntries(found.entries.map(({ name, kind }) => [name, kind]));
    expect(kinds).toMatchObject({ sub: 'folder', 'to-folder': 'folder', 'to-file': 'file' });
    for (const name of ODD) expect(kinds[name], name).toBe('file');
    expect(found.entries.slice(0, 2).map(({ name }) => name)).toEqual(['sub', 'to-folder']);
    if (!sizes) return;
    expect(kinds).toMatchObject({ 'to-nothing': 'other' });
    const link = found.entries.find(({ name }) => name === 'to-file');
    expect(link?.size).toBe(4);
    expect(Math.abs(Date.now() - (link?.modified ?? 0))).toBeLessThan(600_000);
  });

  it('leaves hidden files out unless they are wanted, and filters by any text', async () => {
    expect(await names()).not.toContain('.hidden');
    expect(await names({ filter: '', hidden: true })).toContain('.hidden');
    expect(await names({ filter: 'A*', hidden: false })).toEqual(['a*b']);
    expect(await names({ filter: '[1', hidden: false })).toEqual(['Ü [1]']);
    expect(await names({ filter: '\\', hidden: false })).toEqual(['back\\slash']);
  });

  it('takes a file for its folder, and says what is not there or closed', async () => {
    expect((await read(join(folder, '-rf'))).path).toBe(folder);
    await expect(read(join(folder, 'no/where'))).rejects.toMatchObject({ kind: 'not-found' });
    await expect(read(join(folder, "it's/below"))).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('tells a folder of thousands in part, and finds every one of them', async () => {
    const many = await mkdtemp(join(tmpdir(), 'browse-many-'));
    try {
      const made = await runCommand(
        'sh',
        ['-c', 'cd "$1" && seq -f "disk-%05g.img" 1 2100 | xargs touch', 'sh', many],
        { timeoutMs: 60_000 },
      );
      expect(made.code).toBe(0);
      const found = await read(many);
      expect(found.entries).toHaveLength(MOST_ENTRIES);
      expect(found.more).toBe(true);
      const last = await read(many, { filter: 'DISK-02100', hidden: false });
      expect(last.entries.map(({ name }) => name)).toEqual(['disk-02100.img']);
      expect(last.more).toBe(false);
    } finally {
      await rm(many, { recursive: true, force: true });
    }
  }, 60_000);
});

describe('what pools tell of a folder', () => {
  const pools = [
    { name: 'default', path: '/var/lib/libvirt/images' },
    { name: 'media', path: '/var/lib/libvirt/images/iso' },
    { name: 'discs', path: '/dev/disk' },
  ];
  const volume = (path: string, type: VolumeInfo['type'] = 'file'): VolumeInfo => ({
    ...{ name: path.split('/').at(-1) ?? '', key: path, path, type, format: 'raw' },
    ...{ capacity: 5, allocation: 0 },
  });
  const kinds = (path: string, volumes: VolumeInfo[] = []) =>
    folderOfPools(path, pools, volumes, PLAIN)?.entries.map(({ name, kind }) => `${name} ${kind}`);

  it('leads to their folders, and shows their volumes', () => {
    expect(kinds('/')).toEqual(['dev folder', 'var folder']);
    expect(kinds('/var/lib/libvirt')).toEqual(['images folder']);
    expect(
      kinds('/var/lib/libvirt/images', [
        volume('/var/lib/libvirt/images/b.qcow2'),
        volume('/var/lib/libvirt/images/a', 'block'),
        volume('/elsewhere/c'),
      ]),
    ).toEqual(['iso folder', 'a device', 'b.qcow2 file']);
    expect(kinds('/dev/disk')).toEqual([]);
    expect(kinds('/srv')).toBeUndefined();
    expect(kinds('/var/lib/libvirt/ima')).toBeUndefined();
  });
});
