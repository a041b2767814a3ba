// @ts-check
import { readFileSync } from 'node:fs';
import { isAbsolute, join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/**
 * A test that failed, or passed only when it was tried again.
 * @typedef {{file: string, titles: string[], message: string, passedLater: boolean}} Trouble
 */

/** Longer first lines of messages are cut: the whole stands above, where the runner ran. */
const LONGEST_MESSAGE = 300;

/**
 * The troubles in what a runner wrote. One that failed without a failed test has a trouble of its own: it crashed, ran
 * out of time, or wrote no report.
 * @param {string} name of the runner
 * @param {string} path
 * @param {string | null} end how the runner ended, in words; null: with success
 * @param {string} root what files are named relative to
 * @returns {Trouble[]}
 */
export function readTroubles(name, path, end, root) {
  const troubles = read(path, root);
  if (end === null) return troubles ?? [];
  if (troubles?.some(({ passedLater }) => !passedLater)) return troubles;
  const message = `${end}, ${troubles ? 'though no test failed' : 'without a report'}: see what it wrote above`;
  return [...(troubles ?? []), { file: name, titles: [], message, passedLater: false }];
}

/**
 * @param {string} path
 * @param {string} root
 * @returns {Trouble[] | null} null: there is no report that can be read
 */
function read(path, root) {
  try {
    return troublesOf(JSON.parse(readFileSync(path, 'utf8')), root);
  } catch {
    return null;
  }
}

/**
 * The troubles in a report of Playwright or of Vitest.
 * @param {any} report
 * @param {string} root
 * @returns {Trouble[]}
 */
export function troublesOf(report, root) {
  if (report?.stats) return ofPlaywright(report, root);
  return (report?.testResults ?? []).flatMap((/** @type {any} */ file) => ofVitest(file, root));
}

/**
 * @param {any} file a test file in Vitest's report
 * @param {string} root
 * @returns {Trouble[]}
 */
function ofVitest(file, root) {
  const name = fileName(file.name, root);
  /** @type {Trouble[]} */
  const tests = file.assertionResults
    .filter(
      (/** @type {any} */ { status, failureMessages }) =>
        status === 'failed' || (status === 'passed' && failureMessages.length > 0),
    )
    .map((/** @type {any} */ { ancestorTitles, title, status, failureMessages }) => ({
      file: name,
      titles: [...ancestorTitles, title],
      message: firstLine(failureMessages[0]),
      passedLater: status === 'passed',
    }));
  const explained = file.message === '' && tests.some(({ passedLater }) => !passedLater);
  if (file.status !== 'failed' || explained) return tests;
  // Without a failed test it was not loaded, or what its tests need was not there.
  const message = firstLine(file.message) || 'could not be set up: see above';
  return [{ file: name, titles: [], message, passedLater: false }, ...tests];
}

/**
 * @param {any} report
 * @param {string} root
 * @returns {Trouble[]}
 */
function ofPlaywright(report, root) {
  const folder = report.config?.rootDir ?? root;
  const errors = (report.errors ?? []).map((/** @type {any} */ { message, location }) => ({
    file: location ? fileName(location.file, root) : 'playwright',
    titles: [],
    message: firstLine(message),
    passedLater: false,
  }));
  const suites = report.suites.flatMap((/** @type {any} */ suite) => ofSuite(suite, []));
  return [
    ...errors,
    ...suites.map((/** @type {Trouble} */ one) => ({ ...one, file: fileName(join(folder, one.file), root) })),
  ];
}

/**
 * @param {any} suite
 * @param {string[]} above the titles that it stands under; the outermost suite is the file
 * @returns {Trouble[]}
 */
function ofSuite(suite, above) {
  const tests = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests
      .filter((/** @type {any} */ { status }) => status === 'unexpected' || status === 'flaky')
      .map((/** @type {any} */ { projectName, status, results }) => ({
        file: spec.file,
        titles: [...above, spec.title, ...(projectName ? [`(${projectName})`] : [])],
        message: firstLine(results.find((/** @type {any} */ { error }) => error)?.error.message),
        passedLater: status === 'flaky',
      })),
  );
  const inner = (suite.suites ?? []).flatMap((/** @type {any} */ one) => ofSuite(one, [...above, one.title]));
  return [...tests, ...inner];
}

/**
 * @param {string} path
 * @param {string} root
 */
function fileName(path, root) {
  return isAbsolute(path) ? relative(root, path) : path;
}

/** @param {string | undefined} message */
function firstLine(message) {
  const lines = stripVTControlCharacters(message ?? '').split('\n');
  const first = lines.find((line) => line.trim() !== '')?.trim() ?? '';
  return first.length > LONGEST_MESSAGE ? `${first.slice(0, LONGEST_MESSAGE)}…` : first;
}

/**
 * What stands before the closing line, since of a long log perhaps only the end is kept; nothing where all went well.
 * @param {Trouble[]} troubles of all runners
 * @returns {string[]} lines
 */
export function troubleLines(troubles) {
  const failed = troubles.filter(({ passedLater }) => !passedLater);
  const later = troubles.filter(({ passedLater }) => passedLater);
  return [...section('Failed:', failed), ...section('Passed only when tried again:', later)];
}

/**
 * @param {string} heading
 * @param {Trouble[]} troubles
 */
function section(heading, troubles) {
  if (troubles.length === 0) return [];
  return [
    '',
    heading,
    ...troubles.flatMap(({ file, titles, message }) => [
      `  ${[file, ...titles].join(' > ')}`,
      ...(message === '' ? [] : [`      ${message}`]),
    ]),
  ];
}
