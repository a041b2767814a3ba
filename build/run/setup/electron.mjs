// @ts-check
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './say.mjs';

/** How long the download may take to begin, and altogether, in milliseconds. */
const REACH_LIMIT = 5_000;
const FETCH_LIMIT = 60_000;
/** A failed attempt is not repeated before this time has passed. */
const RETRY_AFTER = 24 * 3600_000;

/**
 * The path of Electron's binary, or null where it is not there.
 * @param {string} root the repository
 */
export function findElectron(root) {
  const folder = join(root, 'node_modules/electron');
  let name;
  try {
    name = readFileSync(join(folder, 'path.txt'), 'utf8').trim();
  } catch {
    name = process.env.ELECTRON_OVERRIDE_DIST_PATH ? 'electron' : null;
  }
  if (!name) return null;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name);
  return existsSync(path) ? path : null;
}

/**
 * The path of Electron's binary; tries once a day to fetch it where it is missing. Its package
 * downloads nothing when it is installed.
 * @param {string} root the repository
 */
export async function obtainElectron(root) {
  const found = findElectron(root);
  if (found || process.env.VIRTDECK_NO_INSTALL) return found;
  const stamp = join(root, '.cache/electron-unavailable');
  if (failedLately(stamp)) return null;
  say('fetching Electron (one attempt; Chromium is used where it cannot be had)');
  if ((await reachable(root)) && fetchElectron(root)) {
    rmSync(stamp, { force: true });
    return findElectron(root);
  }
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(stamp, '');
  say('Electron cannot be fetched now; the next attempt is made tomorrow.');
  return null;
}

/** @param {string} stamp */
function failedLately(stamp) {
  try {
    return Date.now() - statSync(stamp).mtimeMs < RETRY_AFTER;
  } catch {
    return false;
  }
}

/**
 * Whether the server of the binaries answers at all: a quick no where a download would only hang.
 * Behind a proxy or a mirror the download itself has to tell.
 * @param {string} root
 */
async function reachable(root) {
  const names = [
    'HTTPS_PROXY',
    'https_proxy',
    'ELECTRON_MIRROR',
    'electron_mirror',
    'npm_config_electron_mirror',
  ];
  if (names.some((name) => process.env[name])) return true;
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8'));
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(REACH_LIMIT) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** @param {string} root */
function fetchElectron(root) {
  const script = join(root, 'node_modules/electron/install.js');
  const result = spawnSync(process.execPath, [script], {
    timeout: FETCH_LIMIT,
    killSignal: 'SIGKILL',
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  return result.status === 0;
}
