import { expect, it } from 'vitest';
import { isReport, unsentWords } from './unsent.ts';

it('counts what a user types, and not what a terminal says by itself', () => {
  const reports = [
    '\x1b[I',
    '\x1b[O',
    '\x1b[?1;2c',
    '\x1b[>0;276;0c',
    '\x1b[24;80R',
    '\x1b[0n',
    '\x1b[?2026;2$y',
  ];
  expect(reports.filter((text) => !isReport(text))).toEqual([]);
  expect(['a', '\r', '\x1b', '\x1b[A', '\x1bP', '\x1b]', '\x1b[3~', 'ü'].filter(isReport)).toEqual([]);
  expect([unsentWords(0), unsentWords(1)]).toEqual([null, expect.stringContaining('1 character went')]);
});
