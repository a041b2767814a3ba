import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeFolder } from '../runtime/makeFolder.ts';
import type { AppPaths } from './platform.ts';

/** The application's own files: the checkout, or the package. Main's modules lie two folders below it. */
export const applicationRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The built renderer. */
export const rendererFolder = join(applicationRoot, 'dist/renderer');

/** The built agent. */
export const agentProgram = join(applicationRoot, 'dist/agent/agentMain.js');

/** The built askpass helper. */
export const askpassProgram = join(applicationRoot, 'dist/askpass/askpass.js');

/** To standard error: standard output belongs to addresses. */
const warnUser = (message: string): void => void process.stderr.write(`virtdeck: ${message}\n`);

/**
 * This user's folders (XDG Base Directory Specification: relative values are ignored), made where
 * they are missing. A home that cannot be written to (a live system, a full quota) is no reason not to
 * start: configuration is then only read, and data is kept in the runtime folder until that is emptied.
 *
 * @throws Error when there is no runtime folder to be had: secrets pass through it
 */
export function userPaths(env: NodeJS.ProcessEnv = process.env, warn = warnUser): AppPaths {
  const folder = (variable: string, fallback: string) => {
    const value = env[variable];
    return join(value && isAbsolute(value) ? value : fallback, 'virtdeck');
  };
  const config = folder('XDG_CONFIG_HOME', join(homedir(), '.config'));
  const data = folder('XDG_DATA_HOME', join(homedir(), '.local/share'));
  const runtime = runtimeFolder(env.XDG_RUNTIME_DIR, warn);
  if (!canKeep(config)) warn(`${config} cannot be written: settings and connections will not be kept.`);
  if (canKeep(data)) return { config, data, runtime };
  const instead = join(runtime, 'data');
  makeFolder(instead);
  warn(`${data} cannot be written: ${instead} is used, which is emptied when you log out.`);
  return { config, data: instead, runtime };
}

/** Whether a folder is there, or can be made, and takes files. */
function canKeep(folder: string): boolean {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * The session's folder; where that is none of this user's (after su, in cron) one under the temporary folder.
 */
function runtimeFolder(wanted: string | undefined, warn: (message: string) => void): string {
  const fallback = join(tmpdir(), `virtdeck-${process.getuid?.() ?? 0}`, 'virtdeck');
  if (!wanted || !isAbsolute(wanted)) return ownFolder(fallback);
  try {
    return ownFolder(join(wanted, 'virtdeck'));
  } catch (error) {
    const folder = ownFolder(fallback);
    warn(`${error instanceof Error ? error.message : String(error)}. ${folder} is used instead.`);
    return folder;
  }
}

/** A folder that only this user may enter. @throws Error saying why it cannot be had */
function ownFolder(folder: string): string {
  if (!canKeep(folder)) throw new Error(`The folder for sockets, ${folder}, cannot be written`);
  refuseForeign(join(folder, '..'));
  refuseForeign(folder);
  chmodSync(folder, 0o700);
  return folder;
}

/** Under /tmp another user could have made it first. */
function refuseForeign(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) {
    throw new Error(`The folder ${folder} belongs to another user, or others can write to it`);
  }
}
