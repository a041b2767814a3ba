// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runMain, SetupError } from './setup/say.mjs';
import { root } from './setup.mjs';

/** @param {string} name a command of node_modules */
function bin(name) {
  return join(root, 'node_modules/.bin', name);
}

/**
 * `npm run check [NAME...]`: everything that can be said about the code without running it. All are
 * run, also after one has failed.
 * @type {Record<string, string[]>}
 */
const CHECKS = {
  lock: ['npm', 'ci', '--dry-run', '--no-audit', '--no-fund', '--loglevel=error'],
  types: [bin('tsc'), '--build'],
  lint: [bin('biome'), 'ci', '--colors=off', '--error-on-warnings', '.'],
  layers: [process.execPath, join(root, 'build/run/layers.mjs')],
  generated: [bin('tsx'), join(root, 'build/binding/generate.ts'), '--check'],
};

/**
 * @param {string} name
 * @returns {boolean}
 */
function check(name) {
  const [program = '', ...args] = CHECKS[name] ?? [];
  const started = performance.now();
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
  if (result.status === 0) return true;
  console.log(`${result.stdout}${result.stderr}${result.error?.message ?? ''}`.trimEnd());
  return false;
}

await runMain(async () => {
  const names = process.argv.slice(2);
  const unknown = names.find((name) => !(name in CHECKS));
  if (unknown)
    throw new SetupError(`there is no check "${unknown}"; there are ${Object.keys(CHECKS).join(', ')}`);
  const failed = (names.length > 0 ? names : Object.keys(CHECKS)).filter((name) => !check(name));
  return failed.length > 0 ? 1 : 0;
});
