// @ts-check
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isStale, signatures, targets } from '../stale.mjs';
import { SetupError, say } from './say.mjs';

/**
 * Builds what is older than its sources. The check is made in this process: starting another one for
 * it would be felt at every start.
 * @param {string} root the repository
 */
export async function buildIfStale(root) {
  const stale = await isStale(root, await signatures(root, Object.keys(targets)));
  if (stale.length === 0) return;
  say(`building ${stale.join(', ')}`);
  const script = join(root, 'build/run/build.mjs');
  const result = spawnSync(process.execPath, [script, ...stale], { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) throw new SetupError('the build failed; its messages are above.');
}
