import { describe, expect, it } from 'vitest';
import { columnOf, STAT_COLUMNS, STAT_INDEX } from './statNames.ts';

describe('columnOf', () => {
  it('adds the devices of a domain up in one column', () => {
    expect(columnOf('block.0.rd.bytes')).toBe(STAT_INDEX.diskReadBytes);
    expect(columnOf('block.17.rd.bytes')).toBe(STAT_INDEX.diskReadBytes);
    expect(columnOf('net.3.tx.bytes')).toBe(STAT_COLUMNS.indexOf('netTxBytes'));
  });

  it('ignores what is not shown, also names that every object has', () => {
    for (const name of ['vcpu.0.time', 'block.count', 'net.0.name', 'constructor', '__proto__', '']) {
      expect(columnOf(name)).toBe(-1);
    }
  });
});
