import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findProgram } from './programs.ts';

const root = mkdtempSync(join(tmpdir(), 'virtdeck-programs-'));
const [early, late] = [join(root, 'early'), join(root, 'late')];

beforeAll(() => {
  for (const folder of [early, late]) mkdirSync(folder);
  for (const file of [join(early, 'second'), join(late, 'second'), join(late, 'first')]) {
    writeFileSync(file, '', { mode: 0o755 });
  }
  writeFileSync(join(early, 'plain'), '');
  chmodSync(join(early, 'plain'), 0o644);
  mkdirSync(join(early, 'folder'));
});
afterAll(() => rmSync(root, { recursive: true }));

test('finds the program that is preferred, in the first folder that has it', () => {
  const path = `:${early}:${late}:`;
  expect(findProgram(['first', 'second'], path)).toBe(join(late, 'first'));
  expect(findProgram(['second', 'first'], path)).toBe(join(early, 'second'));
});

test('finds none without folders, nor what cannot be executed', () => {
  expect(findProgram(['plain', 'folder', 'absent'], early)).toBeNull();
  expect(findProgram(['first'], '')).toBeNull();
});
