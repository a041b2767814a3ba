// @ts-check
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainElectron } from './setup/electron.mjs';
import { ensureModules } from './setup/modules.mjs';
import { installMissing } from './setup/packages.mjs';
import { runMain, SetupError } from './setup/say.mjs';
import { hasDisplay } from './setup/system.mjs';

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * Node 20.19 is the first of its line that loads ES modules the way our build makes them.
 * @param {string} version as process.versions.node
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return null;
  return `Node ${version} is too old: Virtdeck needs 20.19 or newer (https://nodejs.org/en/download).`;
}

function checkNode() {
  const problem = nodeProblem(process.versions.node);
  if (problem) throw new SetupError(problem);
}

/**
 * Makes this checkout able to run. Already done: it only looks at a few files.
 * @param {{window: boolean}} options whether a window is wanted
 * @returns {Promise<{electron: string | null}>} the path of Electron's binary, if it is to be used
 */
export async function setUpToRun({ window }) {
  checkNode();
  installMissing(['run']);
  ensureModules(root);
  if (!window || !hasDisplay()) return { electron: null };
  const electron = await obtainElectron(root);
  installMissing(electron ? ['electron'] : ['window']);
  return { electron };
}

/** Makes this checkout able to run its tests. */
export function setUpToTest() {
  checkNode();
  const compilerIsNew = installMissing(['run', 'window', 'keychain', 'test']);
  ensureModules(root, { compilerIsNew });
}

if (process.argv[1] && existsSync(process.argv[1]) && fileURLToPath(import.meta.url) === process.argv[1]) {
  await runMain(async () => {
    if (process.argv[2] === 'test') setUpToTest();
    else if (process.argv[2] === 'electron') installMissing(['electron']);
    else await setUpToRun({ window: true });
  });
}
