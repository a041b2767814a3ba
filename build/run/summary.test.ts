import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addUp, closingLine, countsOf, readReport } from './summary.mjs';

const folder = mkdtempSync(join(tmpdir(), 'virtdeck-summary-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('counts of a Vitest and of a Playwright report', () => {
  const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 };
  expect(countsOf(vitest)).toEqual({ passed: 5, failed: 1, skipped: 3 });
  const playwright = { stats: { expected: 4, unexpected: 2, flaky: 1, skipped: 3 } };
  expect(countsOf(playwright)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('a runner that fails without a failed test is a failure', () => {
  const report = join(folder, 'crashed.json');
  writeFileSync(report, JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0 } }));
  expect(readReport(report, false)).toEqual({ passed: 4, failed: 1, skipped: 0 });
  expect(readReport(join(folder, 'missing.json'), false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  writeFileSync(report, '{"half":');
  expect(readReport(report, false).failed).toBe(1);
});

test('the closing line names skipped tests only when there are any', () => {
  const one = { passed: 3, failed: 0, skipped: 0 };
  expect(closingLine(addUp([one, one]))).toBe('6 passed, 0 failed');
  expect(closingLine({ passed: 1, failed: 2, skipped: 3 })).toBe('1 passed, 2 failed, 3 skipped');
});
