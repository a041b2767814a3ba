import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readTroubles, troubleLines, troublesOf } from './troubles.mjs';

const folder = mkdtempSync(join(tmpdir(), 'virtdeck-troubles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const good = { ancestorTitles: ['g'], title: 'good', status: 'passed', failureMessages: [] };
const bad = { ancestorTitles: ['g', 'h'], title: 'bad', status: 'failed' };
const vitest = {
  numPassedTests: 2,
  testResults: [
    {
      name: '/tree/main/a.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [
        good,
        { ...bad, failureMessages: ['\u001b[31mError: first\u001b[39m\nsecond\n    at x', 'Error: again'] },
        { ...good, title: 'lucky', failureMessages: ['Error: once'] },
      ],
    },
    { name: '/tree/main/b.test.ts', status: 'passed', message: '', assertionResults: [good] },
    {
      name: '/tree/main/c.test.ts',
      status: 'failed',
      message: "Cannot find module './nothere.ts'",
      assertionResults: [],
    },
    {
      name: '/tree/main/d.test.ts',
      status: 'failed',
      message: '',
      assertionResults: [{ ...good, status: 'skipped' }],
    },
  ],
};

const failure = (message: string) => ({ status: 'failed', error: { message } });
const spec = (title: string, status: string, ...results: object[]) => ({
  title,
  file: 'deep/a.spec.ts',
  tests: [{ projectName: 'web', status, results }],
});
const playwright = {
  config: { rootDir: '/tree/test/e2e/specs' },
  stats: { expected: 1, unexpected: 2, flaky: 1, skipped: 1 },
  errors: [{ message: 'Error: no such module\nstack', location: { file: '/tree/test/e2e/specs/c.spec.ts' } }],
  suites: [
    {
      title: 'deep/a.spec.ts',
      specs: [
        spec(
          'top',
          'unexpected',
          failure('\n\u001b[31mTest timeout of 500ms exceeded.\u001b[39m'),
          failure('x'),
        ),
        spec('skipped', 'skipped', { status: 'skipped' }),
      ],
      suites: [
        {
          title: 'group',
          specs: [
            spec('good', 'expected', { status: 'passed' }),
            spec('lucky', 'flaky', failure('Error: once'), { status: 'passed' }),
          ],
        },
      ],
    },
  ],
};

test('lists what failed by file, full title and first line, and then what passed only later', () => {
  expect(troubleLines([...troublesOf(vitest, '/tree'), ...troublesOf(playwright, '/tree')])).toEqual([
    '',
    'Failed:',
    '  main/a.test.ts > g > h > bad',
    '      Error: first',
    '  main/c.test.ts',
    "      Cannot find module './nothere.ts'",
    '  main/d.test.ts',
    '      could not be set up: see above',
    '  test/e2e/specs/c.spec.ts',
    '      Error: no such module',
    '  test/e2e/specs/deep/a.spec.ts > top > (web)',
    '      Test timeout of 500ms exceeded.',
    '',
    'Passed only when tried again:',
    '  main/a.test.ts > g > lucky',
    '      Error: once',
    '  test/e2e/specs/deep/a.spec.ts > group > lucky > (web)',
    '      Error: once',
  ]);
});

test('says nothing where all went well, and names what fails after its tests have passed', () => {
  expect(troubleLines([])).toEqual([]);
  const [, file] = vitest.testResults;
  expect(troublesOf({ ...vitest, testResults: [file] }, '/tree')).toEqual([]);
  const torn = { ...vitest, testResults: [{ ...file, status: 'failed', message: 'afterAll' }] };
  expect(troubleLines(troublesOf(torn, '/tree'))).toEqual([
    '',
    'Failed:',
    '  main/b.test.ts',
    '      afterAll',
  ]);
});

test('a first line that would fill a screen is cut', () => {
  const [file] = vitest.testResults;
  const long = { ...file, assertionResults: [{ ...bad, failureMessages: ['x'.repeat(5000)] }] };
  const [trouble] = troublesOf({ ...vitest, testResults: [long] }, '/tree');
  expect(trouble?.message).toBe(`${'x'.repeat(300)}…`);
});

test('a runner that fails without a failed test is named itself', () => {
  const report = join(folder, 'report.json');
  const only = (message: RegExp) => [
    { file: 'hosts', titles: [], message: expect.stringMatching(message), passedLater: false },
  ];
  const read = (end: string | null) => readTroubles('hosts', report, end, '/tree');
  expect(read('ended after 30 min')).toEqual(only(/^ended after 30 min, without a report/));
  writeFileSync(report, '{"half":');
  expect(read('exit code 1')).toEqual(only(/^exit code 1, without a report/));
  writeFileSync(report, JSON.stringify({ ...vitest, testResults: [] }));
  expect(read('exit code 1')).toEqual(only(/^exit code 1, though no test failed/));
  expect(read(null)).toEqual([]);
  writeFileSync(report, JSON.stringify(playwright));
  expect(read('exit code 1')).toEqual(troublesOf(playwright, '/tree'));
});
