import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildIso, type MediumFile } from './iso.ts';

function written(image: Uint8Array): { folder: string; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-iso-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'image.iso');
  writeFileSync(path, image);
  return { folder, path };
}

const file = (name: string, text: string): MediumFile => ({ name, bytes: Buffer.from(text) });
const run = (program: string, ...args: string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

const FILES = [
  file('user-data', '#cloud-config\n'),
  file('meta-data', 'instance-id: x\n'),
  file('network-config', ''),
  file('Größe ✓.txt', 'x'.repeat(5000)),
];

describe('an ISO image', () => {
  it('gives its files to xorriso, which reads Rock Ridge', () => {
    const { folder, path } = written(buildIso({ volumeId: 'cidata', files: FILES }));
    const out = join(folder, 'out');
    run('xorriso', '-osirrox', 'on', '-indev', path, '-extract', '/', out);
    for (const { name, bytes } of FILES) expect(readFileSync(join(out, name))).toEqual(Buffer.from(bytes));
    run('chmod', '-R', 'u+w', out);
  });

  it('has its label where blkid looks for it', () => {
    const { path } = written(buildIso({ volumeId: 'cidata', files: FILES }));
    expect(run('blkid', '-p', '-o', 'value', '-s', 'LABEL', path).trim()).toBe('cidata');
    expect(run('blkid', '-p', '-o', 'value', '-s', 'TYPE', path).trim()).toBe('iso9660');
  });

  it('shows the same files by Joliet, which Windows reads', () => {
    const { path } = written(buildIso({ volumeId: 'cidata', files: FILES }));
    const listed = run('xorriso', '-read_fs', 'norock', '-indev', path, '-find', '/', '-type', 'f');
    for (const { name } of FILES) expect(listed).toContain(`'/${name}'`);
  });

  it('holds hundreds of files, whose records fill several sectors', () => {
    const many = Array.from({ length: 300 }, (_, n) => file(`a-file-with-a-longer-name-${n}.conf`, `${n}`));
    const { folder, path } = written(buildIso({ volumeId: 'MANY', files: many }));
    const out = join(folder, 'out');
    run('xorriso', '-osirrox', 'on', '-indev', path, '-extract', '/', out);
    for (const { name, bytes } of many) expect(readFileSync(join(out, name))).toEqual(Buffer.from(bytes));
    run('chmod', '-R', 'u+w', out);
  });

  it('refuses what it cannot hold', () => {
    const make =
      (volumeId: string, ...files: MediumFile[]) =>
      () =>
        buildIso({ volumeId, files });
    expect(make('x'.repeat(17))).toThrow('volume id');
    expect(make('x', file('a/b', ''))).toThrow('name');
    expect(make('x', file('..', ''))).toThrow('name');
    expect(make('x', file('a', ''), file('a', ''))).toThrow('same name');
  });
});
