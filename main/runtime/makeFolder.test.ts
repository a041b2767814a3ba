import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from './makeFolder.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'virtdeck-folder-'));
});
afterAll(() => rmSync(root, { recursive: true }));

describe('makeFolder', () => {
  it('makes a folder and those above it, for this user only, and takes what is there', () => {
    const path = join(root, 'a/b/c');
    makeFolder(path);
    makeFolder(path);
    for (const one of [path, join(root, 'a')]) expect(statSync(one).mode & 0o777).toBe(0o700);
    symlinkSync(path, join(root, 'link'));
    makeFolder(join(root, 'link'));
  });

  it('fails below what is no folder, and where a file system makes none', () => {
    writeFileSync(join(root, 'file'), '');
    expect(() => makeFolder(join(root, 'file'))).toThrow(/EEXIST/);
    expect(() => makeFolder(join(root, 'file/below'))).toThrow(/ENOTDIR/);
    // Says ENOENT, where the folder above is there.
    expect(() => makeFolder('/proc/nothing/below')).toThrow(/ENOENT/);
  });
});
