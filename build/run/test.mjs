// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './setup/dist.mjs';
import { runMain, SetupError } from './setup/say.mjs';
import { root, setUpToTest } from './setup.mjs';
import { addUp, closingLine, readReport } from './summary.mjs';
import { readTroubles, troubleLines } from './troubles.mjs';

/**
 * `npm test [-- NAME...]`: sets up, builds, and runs every kind of test; the last line is the sum
 * over all of them, and before it stands what failed. In CI (`CI` set) a skipped test is a failure.
 *
 * Each runner has a time limit in minutes: a test that hangs must not hang the whole.
 * @type {Record<string, {command: (report: string) => string[], limit: number}>}
 */
const RUNNERS = {
  unit: { command: (report) => vitest('unit', report), limit: 10 },
  integration: { command: (report) => vitest('integration', report), limit: 15 },
  hosts: { command: (report) => vitest('hosts', report), limit: 30 },
  e2e: {
    command: () => [bin('playwright'), 'test', '--config', 'test/e2e/playwright.config.ts'],
    limit: 35,
  },
};

/** @param {string} name a command of node_modules */
function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

/**
 * @param {string} project
 * @param {string} report
 */
function vitest(project, report) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return [bin('vitest'), 'run', '--project', project, ...reporters];
}

/**
 * @param {string} name
 * @param {string} folder for the report
 */
function runTests(name, folder) {
  const runner = RUNNERS[name];
  if (!runner)
    throw new SetupError(`there are no tests "${name}"; there are ${Object.keys(RUNNERS).join(', ')}`);
  console.log(`\n== ${name}`);
  const report = join(folder, `${name}.json`);
  const [program = '', ...args] = runner.command(report);
  const result = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    timeout: runner.limit * 60_000,
    killSignal: 'SIGTERM',
  });
  const end = howItEnded(result, runner.limit);
  const counts = readReport(report, end === null);
  console.log(`== ${name}: ${closingLine(counts)}`);
  return { counts, troubles: readTroubles(name, report, end, root) };
}

/**
 * @param {import('node:child_process').SpawnSyncReturns<Buffer>} result
 * @param {number} limit minutes
 * @returns {string | null} null: with success
 */
function howItEnded({ status, signal, error }, limit) {
  if (!error && status === 0) return null;
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return `it was ended after ${limit} minutes`;
  return error ? error.message : `it ended with ${signal ?? `exit code ${status}`}`;
}

await runMain(async () => {
  const names = process.argv.slice(2);
  setUpToTest();
  await buildIfStale(root);
  const folder = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
  try {
    const all = (names.length > 0 ? names : Object.keys(RUNNERS)).map((name) => runTests(name, folder));
    const sum = addUp(all.map(({ counts }) => counts));
    for (const line of troubleLines(all.flatMap(({ troubles }) => troubles))) console.log(line);
    if (sum.skipped > 0)
      console.log(
        `\n${sum.skipped} tests were skipped${process.env.CI ? ': in CI that is a failure.' : '.'}`,
      );
    console.log(`\n${closingLine(sum)}`);
    return sum.failed > 0 || (process.env.CI && sum.skipped > 0) ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
