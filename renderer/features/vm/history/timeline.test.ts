import { describe, expect, it } from 'vitest';
import type { DomainEvent, HistoryItem } from '../../../../contract/index.ts';
import { replacedBy, timeline } from './timeline.ts';

const item = (id: string, time: number): HistoryItem => ({
  id,
  time,
  cause: 'Test',
  by: 'virtdeck',
  name: 'x',
});
const event = (time: number): DomainEvent => ({
  connection: 'c',
  uuid: '00000000-0000-0000-0000-000000000001',
  time,
  kind: 'lifecycle',
  message: `at ${time}`,
  severity: 'info',
});

describe('the history of a machine', () => {
  it('has definitions and events together, newest first', () => {
    const moments = timeline([item('b', 20), item('a', 10)], [event(15), event(20), event(5)]);
    expect(moments.map((one) => (one.kind === 'event' ? one.time : one.item.id))).toEqual([
      20,
      'b',
      15,
      'a',
      5,
    ]);
  });

  it('knows what replaced a definition', () => {
    const items = [item('c', 30), item('b', 20), item('a', 10)];
    expect(replacedBy(items, 'a')).toBe('b');
    expect(replacedBy(items, 'c')).toBeNull();
  });
});
