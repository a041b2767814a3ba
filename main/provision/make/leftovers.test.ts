import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('of a Virtdeck that has ended are orphans, also where its process number has come back', () => {
    writeFileSync(file(), JSON.stringify([ONE, { ...ONE, volume: 'b.part', pid: process.ppid }]));
    const leftovers = new Leftovers(folder);
    expect(leftovers.orphans(ONE.uri)).toEqual([ONE, { ...ONE, volume: 'b.part' }]);
  });
});
