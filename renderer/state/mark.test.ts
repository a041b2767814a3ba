import { describe, expect, it } from 'vitest';
import { leaveMark } from './mark.ts';

describe('leaveMark', () => {
  it('keeps the last mark of each name, and no more', () => {
    for (let machines = 0; machines < 100; machines++) leaveMark('painted', { machines });
    leaveMark('other');
    const entries = performance
      .getEntriesByType('mark')
      .map((entry) => [entry.name, Reflect.get(entry, 'detail')]);
    expect(entries).toEqual([
      ['painted', { machines: 99 }],
      ['other', null],
    ]);
  });
});
