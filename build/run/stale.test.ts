import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isStale, markFresh, signatures } from './stale.mjs';

let root: string;
const names = ['main', 'agent', 'preload', 'renderer'];
const stale = async () => isStale(root, await signatures(root, names));
const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
  for (const folder of [
    'main/libvirt',
    'contract',
    'preload',
    'renderer',
    ...names.map((name) => `dist/${name}`),
  ]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  write('main/a.ts', 'a');
  write('contract/c.ts', 'c');
  write('renderer/r.tsx', 'r');
  const before = await signatures(root, names);
  await markFresh(root, before, names);
});
afterEach(() => rmSync(root, { recursive: true }));

describe('isStale', () => {
  it('is quiet when nothing has changed', async () => {
    expect(await stale()).toEqual([]);
  });

  it('names only what is built from the change', async () => {
    write('renderer/r.tsx', 'R');
    expect(await stale()).toEqual(['renderer']);
    write('main/libvirt/l.ts', 'new');
    expect(await stale()).toEqual(['main', 'agent', 'renderer']);
    write('contract/c.ts', 'changed');
    expect(await stale()).toEqual(names);
  });

  it('does not count a new time, nor a test', async () => {
    utimesSync(join(root, 'main/a.ts'), 1, 1);
    write('renderer/r.test.tsx', 'test');
    expect(await stale()).toEqual([]);
  });

  it('notices a removed source, and a target that is not there', async () => {
    rmSync(join(root, 'main/a.ts'));
    rmSync(join(root, 'dist/preload'), { recursive: true });
    expect(await stale()).toEqual(['main', 'preload']);
  });

  it('does not trust a stamp that cannot be read', async () => {
    write('dist/.main.stamp.json', '{');
    expect(await stale()).toEqual(['main']);
  });

  it('counts a source that was saved while it was being built', async () => {
    write('main/a.ts', 'b');
    const before = await signatures(root, names);
    await before.get('main').contents();
    write('main/a.ts', 'c');
    await markFresh(root, before, ['main']);
    expect(await stale()).toEqual(['main']);
  });
});
