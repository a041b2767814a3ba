import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApiError, MachinePreview, MachineSpecInput } from '../../contract/index.ts';
import { Domain } from '../../model/index.ts';
import { connected, startApp, type TestApp, type TestWindow } from './helpers/services/app.ts';

const GIB = 1024 ** 3;

let app: TestApp;
let window: TestWindow;
let connection = '';
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'virtdeck-hostile-'));
  app = startApp();
  window = app.window();
  await app.start(['test:///default']);
  connection = (await connected(window)).id;
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

const plan = (change: Partial<MachineSpecInput>): Promise<MachinePreview> =>
  window.client.machines.plan({
    connection,
    name: 'web1',
    os: null,
    virtType: 'test',
    install: { method: 'iso', media: { kind: 'path', path: '/isos/debian.iso' } },
    memoryMiB: 2048,
    vcpus: 2,
    disks: [{ kind: 'new', pool: 'default-pool', capacity: GIB }],
    cards: [],
    ...change,
  });
/** What is wrong, whether the plan says so or the call is refused. */
const wrong = (change: Partial<MachineSpecInput>): Promise<string> =>
  plan(change).then(
    ({ problems }) => problems.join('\n'),
    (error: ApiError) => error.message,
  );
/** Runs commands with programs that only write down the words they were called with. */
const wordsOf = (commands: readonly string[]): string[][] => {
  const program = `#!/bin/sh\nprintf '%s\\0' "\${0##*/}" "$@" >> words; printf '\\n\\0' >> words\n`;
  for (const name of ['virsh', 'virt-install', 'curl', 'xorriso', 'stat'])
    execFileSync('sh', ['-c', 'printf %s "$1" > "$2"; chmod 755 "$2"', 'sh', program, join(folder, name)]);
  execFileSync('sh', ['-c', `rm -f words; ${commands.join('\n')}`], {
    cwd: folder,
    env: { PATH: `${folder}:/usr/bin:/bin` },
  });
  const written = execFileSync('cat', [join(folder, 'words')], { encoding: 'utf8' });
  return written.split('\n\0').flatMap((line) => (line === '' ? [] : [line.split('\0').slice(0, -1)]));
};

const EVIL = `a'b"c$(touch pwned)\`id\`;&<x>, y=z -- ü`;

describe('hostile answers', () => {
  it('are refused by name and with a reason, where nothing can be made of them', async () => {
    const named = (name: string) =>
      wrong({ disks: [{ kind: 'new', pool: 'default-pool', capacity: GIB, name }] });
    expect(await named('../../etc/passwd')).toContain('cannot contain a slash');
    expect(await named('..')).toContain('cannot be called “..”');
    expect(await named('a\nb')).toContain('control characters');
    expect(await named('ü'.repeat(200))).toContain('at most 255 bytes');
    expect(await wrong({ name: 'a\u0007b' })).toContain('control characters');
    expect(await wrong({ name: '..' })).toContain('dots alone');
    const media = (path: string) => wrong({ install: { method: 'iso', media: { kind: 'path', path } } });
    expect(await media('/isos/a\n/etc/shadow')).toContain('line breaks');
    expect(await media('isos/../x')).toContain('no complete path');
    for (const huge of [{ memoryMiB: Number.MAX_SAFE_INTEGER }, { memoryMiB: 1e300 }, { vcpus: 1e9 }]) {
      expect(await wrong(huge), JSON.stringify(huge)).toMatch(
        /^machines\.plan|too big|not accepted|invalid/i,
      );
    }
    expect(await wrong({ title: 'a\u0001b' })).toContain('The definition of web1 cannot be written');
    expect(
      await wrong({
        install: {
          method: 'kernel',
          kernel: { kind: 'path', path: '/k' },
          arguments: 'quiet\u0000',
          boot: 'permanent',
        },
      }),
    ).toContain('The definition of web1 cannot be written');
  });

  it('reach the definition as they are', async () => {
    const { xml, problems } = await plan({
      name: EVIL,
      title: EVIL,
      install: { method: 'import', disk: { kind: 'path', path: `/isos/${EVIL}` } },
      disks: [{ kind: 'new', pool: 'default-pool', capacity: GIB, name: `-${EVIL}` }],
    });
    expect(problems).toEqual([]);
    const domain = Domain.parse(xml);
    expect([domain.name, domain.title]).toEqual([EVIL, EVIL]);
    expect(domain.disks.map((disk) => disk.source.file)).toEqual([`/isos/${EVIL}`, `/default-pool/-${EVIL}`]);
  });

  it('are single words of the commands, and nothing that a shell would run', async () => {
    const url = `http://user:p'w$(touch pwned)@192.0.2.1/a;b`;
    const install = {
      method: 'kernel',
      kernel: { kind: 'url', url },
      initrd: { kind: 'url', url },
      arguments: EVIL,
      boot: 'two-phase',
    } as const;
    const { virsh, virtInstall } = await plan({
      name: `-${EVIL}`,
      title: EVIL,
      install,
      disks: [{ kind: 'new', pool: 'default-pool', capacity: GIB, name: `-${EVIL}` }],
    });
    const words = [...wordsOf(virsh), ...wordsOf(virtInstall)];
    expect(words.filter(([program]) => program === 'curl')).not.toEqual([]);
    for (const line of words.filter(([program]) => program === 'curl')) {
      expect(line.slice(-1)).toEqual([url]);
      // A name that begins with a dash is a file, and no option.
      expect(line[line.indexOf('-o') + 1]?.startsWith('./-')).toBe(true);
    }
    const one = words.find(([program]) => program === 'virt-install') ?? [];
    expect(one[one.indexOf('--name') + 1]).toBe(`-${EVIL}`);
    expect(one[one.indexOf('--metadata') + 1]).toBe(`title=${EVIL.replaceAll(',', ',,')}`);
    expect(execFileSync('ls', [folder], { encoding: 'utf8' })).not.toContain('pwned');
  });
});
