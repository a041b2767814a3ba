import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findClientLibrary } from './clientLibrary.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-library-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const nothing = async () => '';

it('reads the version from the file name', async () => {
  writeFileSync(join(folder, 'libvirt.so.0.10003.2'), '');
  symlinkSync('libvirt.so.0.10003.2', join(folder, 'libvirt.so.0'));
  expect(await findClientLibrary(['/nowhere', folder], nothing)).toEqual({
    version: '10.3.2',
    problem: null,
  });
  const told = async () => `\tlibvirt.so.0 (libc6,x86-64) => ${join(folder, 'libvirt.so.0')}\n`;
  expect((await findClientLibrary([], told)).version).toBe('10.3.2');
});

it('says what to install where there is none', async () => {
  const { version, problem } = await findClientLibrary([folder], nothing);
  expect(version).toBeNull();
  expect(problem).toContain('apt install libvirt0');
});
