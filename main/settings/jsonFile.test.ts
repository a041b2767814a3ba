import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeAtomically } from './jsonFile.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-json-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('leaves the old file and nothing else when there is no room for the new one', async () => {
  const path = join(folder, 'a.json');
  writeFileSync(path, 'old');
  // Where it writes first, a device that is always full.
  symlinkSync('/dev/full', `${path}.${process.pid}.new`);
  await expect(writeAtomically(path, 'new')).rejects.toThrow(/ENOSPC/);
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(path, 'utf8')).toBe('old');
  await writeAtomically(path, 'new');
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(readFileSync(path, 'utf8')).toBe('new');
});
