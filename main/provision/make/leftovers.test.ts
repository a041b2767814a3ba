import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Leftovers } from './leftovers.ts';

const ONE = { uri: 'qemu:///system', pool: 'default', volume: 'disc.iso.01234567.part' };

describe('temporary volumes', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'leftovers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const file = () => join(folder, 'temporary-volumes.json');

  it('are orphans once nobody looks after them', async () => {
    const leftovers = new Leftovers(folder);
    await leftovers.add(ONE);
    expect(leftovers.orphans(ONE.uri)).toEqual([]);
    leftovers.abandon(ONE);
    expect(leftovers.orphans(ONE.uri)).toMatchObject([ONE]);
    await leftovers.remove(ONE);
    expect(new Leftovers(folder).orphans(ONE.uri)).toEqual([]);
  });

  it('of another Virtdeck are orphans only when it has ended', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
    await once(other, 'spawn');
    writeFileSync(file(), JSON.stringify([{ ...ONE, pid: other.pid }]));
    const leftovers = new Leftovers(folder);
    expect(leftovers.orphans(ONE.uri)).toEqual([]);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(leftovers.orphans(ONE.uri)).toMatchObject([ONE]);
  });

  it('say whose they are, and those of earlier versions are still known', async () => {
    writeFileSync(file(), JSON.stringify([ONE]));
    const leftovers = new Leftovers(folder);
    expect(leftovers.orphans(ONE.uri)).toEqual([ONE]);
    await leftovers.add({ ...ONE, volume: 'b.part' });
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual([
      ONE,
      { ...ONE, volume: 'b.part', pid: process.pid },
    ]);
  });
});
