import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { SeedArtifact } from '../plan/types.ts';
import { artifactCommands } from './artifacts.ts';

function seed(disk: SeedArtifact['disk']): SeedArtifact {
  const content = async () => new Uint8Array(0);
  return {
    kind: 'seed',
    id: 'seed',
    words: 'a seed',
    pool: 'files',
    name: 'seed.img',
    content,
    disk,
    temporary: true,
  };
}

/** Runs what makes the disk, as a user would, and gives the folder. */
function run(commands: readonly string[], files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-commands-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of files) writeFileSync(join(folder, name), `the ${name}\n`);
  const own = commands.filter((line) => !/virsh|curl/.test(line));
  execFileSync('sh', ['-ec', own.join('\n')], { cwd: folder });
  return folder;
}
const label = (path: string) =>
  execFileSync('blkid', ['-p', '-o', 'value', '-s', 'LABEL', path], { encoding: 'utf8' }).trim();

it.each(['iso', 'fat'] as const)(
  'makes a disk of format %s with the label and the files that it says',
  (format) => {
    const files = ['user-data', 'meta-data', 'network-config'];
    const commands = artifactCommands('qemu:///system', seed({ format, label: 'OEMDRV', files }));
    const image = join(run(commands, files), 'seed.img');
    expect(label(image)).toBe('OEMDRV');
    const listed =
      format === 'iso'
        ? execFileSync('xorriso', ['-indev', image, '-find', '/'], { encoding: 'utf8', stdio: 'pipe' })
        : execFileSync('mdir', ['-b', '-i', image, '::'], { encoding: 'utf8' });
    for (const name of files) expect(listed).toContain(name);
  },
);

it('puts an answer file into an initrd', () => {
  const artifact = {
    kind: 'boot-file',
    id: 'initrd',
    words: 'the initrd',
    pool: 'files',
    name: 'initrd',
    source: 'http://192.0.2.1/initrd.gz',
    size: null,
    temporary: true,
    transform: null,
    injects: 'preseed.cfg',
  } as const;
  const folder = run(artifactCommands('qemu:///system', artifact), ['preseed.cfg']);
  expect(execFileSync('sh', ['-ec', 'zcat initrd | cpio -t --quiet'], { cwd: folder }).toString()).toBe(
    'preseed.cfg\n',
  );
  expect(readFileSync(join(folder, 'initrd')).length).toBeGreaterThan(0);
});
