// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { installMissing } from './packages.mjs';
import { SetupError, say } from './say.mjs';

/**
 * @typedef {{version?: string, optional?: boolean}} LockEntry
 * @typedef {Record<string, LockEntry>} LockPackages
 */

/**
 * @param {string} path
 * @returns {LockPackages | null}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages;
  } catch {
    return null;
  }
}

/**
 * Whether every package of the lock file is installed in its version. npm writes what it installed
 * to node_modules/.package-lock.json as its last step, so a broken-off install counts as none.
 * Packages for other systems, and keytar where it could not be compiled, are optional.
 * @param {LockPackages | null} wanted
 * @param {LockPackages | null} installed
 */
export function modulesUpToDate(wanted, installed) {
  if (!wanted || !installed) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const there = installed[path];
    if (!there) return entry.optional === true;
    return there.version === entry.version;
  });
}

/**
 * Environment for npm: Node's own headers where they are installed (so that compiling keytar
 * downloads none), and no download of binaries that nobody checked.
 */
function npmEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const headers = existsSync(join(prefix, 'include/node/node_api.h'));
  return {
    ...process.env,
    npm_config_build_from_source: 'keytar',
    ...(headers ? { npm_config_nodedir: prefix } : {}),
  };
}

/** npm as it was called, or the one beside node, or the one on the path. @returns {string[]} */
function npmCommand() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(dirname(process.execPath)), 'lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return script ? [process.execPath, script] : ['npm'];
}

/**
 * Runs `npm ci` when node_modules is missing or does not fit the lock file.
 * @param {string} root the repository
 * @param {{compilerIsNew?: boolean}} [options] whether what keytar needs was installed just now
 */
export function ensureModules(root, { compilerIsNew = false } = {}) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(join(root, 'node_modules/.package-lock.json'));
  const keytarMissing = !existsSync(join(root, 'node_modules/keytar'));
  if (modulesUpToDate(wanted, installed) && !(compilerIsNew && keytarMissing)) return;
  installMissing(['keychain']);
  say('installing the modules of package-lock.json (npm ci)');
  const [program = 'npm', ...rest] = [...npmCommand(), 'ci', '--no-audit', '--no-fund'];
  const result = spawnSync(program, rest, { cwd: root, env: npmEnvironment(), stdio: ['ignore', 2, 2] });
  if (result.status !== 0) {
    rmSync(join(root, 'node_modules/.package-lock.json'), { force: true });
    throw new SetupError(
      result.error ? `npm cannot be run: ${result.error.message}` : 'npm ci failed; its messages are above.',
    );
  }
  if (!existsSync(join(root, 'node_modules/keytar'))) {
    say('keytar could not be compiled: passwords will stay in memory until Virtdeck quits.');
  }
}
