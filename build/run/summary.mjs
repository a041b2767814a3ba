// @ts-check
import { readFileSync } from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Counts */

/**
 * Reads what a runner wrote. A runner that failed without a failed test (it crashed, a file could not
 * be loaded, it ran out of time) counts as one failure more: no green without a reason.
 * @param {string} path
 * @param {boolean} succeeded whether the runner ended with exit code 0
 * @returns {Counts}
 */
export function readReport(path, succeeded) {
  const counts = countsOf(parse(path));
  if (!succeeded && counts.failed === 0) return { ...counts, failed: 1 };
  return counts;
}

/** @param {string} path */
function parse(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * The counts of a report of Playwright or of Vitest.
 * @param {any} report
 * @returns {Counts}
 */
export function countsOf(report) {
  if (report?.stats) {
    const { expected, unexpected, flaky, skipped } = report.stats;
    return { passed: expected + flaky, failed: unexpected, skipped };
  }
  if (typeof report?.numPassedTests === 'number') {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  }
  return { passed: 0, failed: 0, skipped: 0 };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const one of all) {
    sum.passed += one.passed;
    sum.failed += one.failed;
    sum.skipped += one.skipped;
  }
  return sum;
}

/** @param {Counts} counts */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
