import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeProcessFolder, removeDeadFolders } from './processFolders.ts';

let runtime: string;
beforeEach(() => {
  runtime = mkdtempSync(join(tmpdir(), 'virtdeck-runtime-test-'));
});
afterEach(() => rmSync(runtime, { recursive: true }));

/** A folder with a file in it, as another process left it. */
function leave(name: string): string {
  mkdirSync(join(runtime, name));
  writeFileSync(join(runtime, name, 'display.vv'), 'password=x');
  return name;
}

describe('folders of processes', () => {
  it('can only be entered by this user', () => {
    const folder = makeProcessFolder(runtime, 'viewer');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(basename(folder)).toMatch(new RegExp(`^viewer-${process.pid}-.{6}$`));
  });

  it.each(['viewer', 'links', 'ssh', 'instance'])('go when their process is dead: %s', (kind) => {
    const { pid: dead } = spawnSync('true');
    leave(`${kind}-${dead}-abcdef`);
    const own = leave(`${kind}-${process.pid}-abcdef`);
    const alive = leave(`${kind}-${process.ppid}-abcdef`);
    const others = [leave('data'), leave(`other-${dead}-abcdef`), leave(`${kind}-abcdef`)];
    removeDeadFolders(runtime);
    expect(readdirSync(runtime).sort()).toEqual([own, alive, ...others].sort());
  });
});
