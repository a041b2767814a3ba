import { describe, expect, it } from 'vitest';
import type { InventoryPatch, InventorySnapshot } from '../../contract/index.ts';
import { applyPatch, type Picture, pictureOf } from './inventory.ts';
import { InventorySync } from './inventorySync.ts';
import { testRow } from './testRows.ts';

const snapshot = (revision: number, ...numbers: number[]): InventorySnapshot => ({
  connection: 'lab',
  revision,
  complete: true,
  domains: numbers.map((n) => testRow(n)),
});

const patch = (revision: number, change: Partial<InventoryPatch> = {}): InventoryPatch => ({
  connection: 'lab',
  revision,
  added: [],
  changed: [],
  removed: [],
  ...change,
});

describe('applyPatch', () => {
  const picture = pictureOf(snapshot(5, 1, 2, 3));

  it('adds, changes and removes, and leaves the other rows the same objects', () => {
    const next = applyPatch(
      picture,
      patch(6, {
        added: [testRow(4)],
        changed: [{ uuid: testRow(2).uuid, state: 'running', id: 7 }],
        removed: [testRow(1).uuid],
      }),
    );
    if (typeof next === 'string') throw new Error(next);
    expect([...next.domains.values()].map((row) => [row.name, row.state])).toEqual([
      ['vm2', 'running'],
      ['vm3', 'shutoff'],
      ['vm4', 'shutoff'],
    ]);
    expect(next.domains.get(testRow(3).uuid)).toBe(picture.domains.get(testRow(3).uuid));
    expect(picture.domains.size).toBe(3);
  });

  it('keeps a value that a change names as undefined', () => {
    const next = applyPatch(picture, patch(6, { changed: [{ uuid: testRow(2).uuid, name: undefined }] }));
    if (typeof next === 'string') throw new Error(next);
    expect(next.domains.get(testRow(2).uuid)?.name).toBe('vm2');
  });

  it('ignores what is old and refuses what does not follow', () => {
    expect(applyPatch(picture, patch(5))).toBe('stale');
    expect(applyPatch(picture, patch(7))).toBe('gap');
    expect(applyPatch(picture, patch(6, { changed: [{ uuid: testRow(9).uuid, name: 'x' }] }))).toBe('gap');
  });
});

describe('InventorySync', () => {
  function setUp() {
    const answers: { resolve: (s: InventorySnapshot) => void; reject: (e: Error) => void }[] = [];
    const published: (Picture | null)[] = [];
    const sync = new InventorySync(
      () => new Promise((resolve, reject) => answers.push({ resolve, reject })),
      (_, picture) => published.push(picture),
    );
    const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
    return { sync, answers, published, settle, last: () => published.at(-1) };
  }

  it('applies patches that came while the picture was read, and drops those it contains', async () => {
    const { sync, answers, settle, last } = setUp();
    void sync.refresh('lab');
    sync.onPatch(patch(5, { removed: [testRow(1).uuid] }));
    sync.onPatch(patch(6, { added: [testRow(8)] }));
    answers[0]!.resolve(snapshot(5, 2));
    await settle();
    expect(last()?.revision).toBe(6);
    expect([...(last()?.domains.values() ?? [])].map((row) => row.name)).toEqual(['vm2', 'vm8']);
  });

  it('reads everything anew, once, when a patch is missing', async () => {
    const { sync, answers, settle, last } = setUp();
    sync.onSnapshot(snapshot(1, 1));
    sync.onPatch(patch(3, { added: [testRow(3)] }));
    sync.onPatch(patch(4, { added: [testRow(4)] }));
    expect(answers).toHaveLength(1);
    expect(last()?.revision).toBe(1);
    answers[0]!.resolve(snapshot(3, 1, 2, 3));
    await settle();
    expect(last()?.revision).toBe(4);
    expect(last()?.domains.size).toBe(4);
  });

  it('takes a picture that main sends by itself over the one it asked for', async () => {
    const { sync, answers, settle, last } = setUp();
    void sync.refresh('lab');
    sync.onSnapshot(snapshot(9, 1, 2));
    answers[0]!.resolve(snapshot(4, 1));
    await settle();
    expect(last()?.revision).toBe(9);
  });

  it('reads once more when what came while it read does not follow, and takes that', async () => {
    const { sync, answers, settle, last } = setUp();
    void sync.refresh('lab');
    sync.onPatch(patch(7, { added: [testRow(7)] }));
    answers[0]!.resolve(snapshot(4, 1));
    await settle();
    expect(answers).toHaveLength(2);
    answers[1]!.resolve(snapshot(7, 1, 7));
    await settle();
    expect(last()?.revision).toBe(7);
  });

  it('takes no answer of a reading that was overtaken for that of the one after it', async () => {
    const { sync, answers, settle, last } = setUp();
    void sync.refresh('lab');
    sync.onSnapshot(snapshot(9, 1, 2));
    sync.onPatch(patch(11));
    answers[0]!.resolve(snapshot(4, 1));
    await settle();
    expect(last()?.revision).toBe(9);
    answers[1]!.resolve(snapshot(11, 1, 2, 3));
    await settle();
    expect(last()?.revision).toBe(11);
  });

  it('keeps the old picture when reading fails, and can try again', async () => {
    const { sync, answers, settle, last } = setUp();
    sync.onSnapshot(snapshot(1, 1));
    sync.onPatch(patch(3));
    answers[0]!.reject(new Error('gone'));
    await settle();
    expect(last()?.revision).toBe(1);
    sync.onPatch(patch(4));
    expect(answers).toHaveLength(2);
  });

  it('does not bring back a connection that was forgotten meanwhile', async () => {
    const { sync, answers, settle, last } = setUp();
    void sync.refresh('lab');
    sync.forget('lab');
    answers[0]!.resolve(snapshot(1, 1));
    await settle();
    expect(last()).toBeNull();
  });
});
