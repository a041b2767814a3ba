import { describe, expect, it } from 'vitest';
import { oneAtATime } from './oneAtATime.ts';

describe('work that is done one at a time', () => {
  it('is done once more for all who ask while it is being done, and they wait for that', async () => {
    const ends: (() => void)[] = [];
    const said: string[] = [];
    const ask = oneAtATime(() => new Promise((resolve) => ends.push(resolve)));
    const all = ['first', 'second', 'third'].map((name) => ask().then(() => said.push(name)));
    expect(ends).toHaveLength(1);
    ends[0]!();
    await all[0];
    expect(said).toEqual(['first']);
    await expect.poll(() => ends.length).toBe(2);
    ends[1]!();
    await Promise.all(all);
    expect(said).toEqual(['first', 'second', 'third']);
    expect(ends).toHaveLength(2);
    void ask();
    expect(ends).toHaveLength(3);
  });
});
