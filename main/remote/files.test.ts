import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFile } from './files.ts';
import { checkTlsFiles } from './tlsFiles.ts';

let folder = '';
let pipe = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-files-'));
  pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  writeFileSync(join(folder, 'text'), 'hello');
});
afterAll(() => rmSync(folder, { recursive: true }));

it('reads files, and takes a pipe that nobody writes to for none', async () => {
  expect(await readFile(join(folder, 'text'))).toBe('hello');
  expect(await readFile(pipe)).toBeNull();
  expect(await readFile(folder)).toBeNull();
  const { problems } = await checkTlsFiles({ ca: pipe, certificate: pipe, key: pipe });
  expect(problems.map(({ file, severity }) => [file, severity])).toContainEqual([pipe, 'error']);
});
