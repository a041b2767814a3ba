#!/usr/bin/env node
// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './setup/dist.mjs';
import { runMain, SetupError } from './setup/say.mjs';
import { root, setUpToRun } from './setup.mjs';

/**
 * `virtdeck [options] [URI...]`, also `npm start -- ...`: sets up what is missing, builds what is stale,
 * and opens Virtdeck: in Electron, else in a Chromium window, else (no display, or --serve) as a server
 * that prints its address. Commands like --doctor run in Node, without a window. Nothing but what the
 * application itself has to say is written to standard output.
 */
async function start() {
  const args = process.argv.slice(2);
  const { electron } = await setUpToRun({ window: !args.some(isWindowless) });
  await buildIfStale(root);
  if (electron) return run(electron, [...(asRoot() ? ['--no-sandbox'] : []), root, ...args]);
  return run(process.execPath, [join(root, 'dist/main/web.js'), ...args]);
}

/** What no window is opened for; the application itself reads the command line in full. */
const WINDOWLESS = ['--serve', '--no-open', '--doctor', '--make-certificates', '--help', '-h', '--version'];

/** @param {string} arg */
function isWindowless(arg) {
  return WINDOWLESS.includes(arg.split('=')[0] ?? '');
}

/** Chromium's sandbox refuses to work for root. */
function asRoot() {
  return process.getuid?.() === 0;
}

/**
 * Runs the application in the foreground, hands signals on to it, and ends as it ends.
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<number>}
 */
function run(program, args) {
  const child = spawn(program, args, { stdio: 'inherit' });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  endWithParent(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new SetupError(`cannot start ${program}: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * npm hands a signal to the shell that it runs scripts in, and the shell keeps it to itself: that our
 * parent is gone is all that we see of it.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithParent(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, 300);
  timer.unref();
}

await runMain(start);
