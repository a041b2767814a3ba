import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppPaths } from './platform.ts';

/** The application's own files: the checkout, or the package. Main's modules lie two folders below it. */
export const applicationRoot = fileURLToPath(new URL('../..', import.meta.url));

/** The built renderer. */
export const rendererFolder = join(applicationRoot, 'dist/renderer');

/** The built agent. */
export const agentProgram = join(applicationRoot, 'dist/agent/agentMain.js');

/** The built askpass helper. */
export const askpassProgram = join(applicationRoot, 'dist/askpass/askpass.js');

/**
 * This user's folders (XDG Base Directory Specification: relative values are ignored), made where
 * they are missing.
 *
 * @throws Error when one cannot be made, or the runtime folder is somebody else's
 */
export function userPaths(env: NodeJS.ProcessEnv = process.env): AppPaths {
  const folder = (variable: string, fallback: string) => {
    const value = env[variable];
    return join(value && isAbsolute(value) ? value : fallback, 'virtdeck');
  };
  const paths = {
    config: folder('XDG_CONFIG_HOME', join(homedir(), '.config')),
    data: folder('XDG_DATA_HOME', join(homedir(), '.local/share')),
    runtime: folder('XDG_RUNTIME_DIR', join(tmpdir(), `virtdeck-${process.getuid?.() ?? 0}`)),
  };
  for (const path of Object.values(paths)) mkdirSync(path, { recursive: true, mode: 0o700 });
  refuseForeign(join(paths.runtime, '..'));
  refuseForeign(paths.runtime);
  chmodSync(paths.runtime, 0o700);
  return paths;
}

/** Without XDG_RUNTIME_DIR the folder is under /tmp, where another user could have made it first. */
function refuseForeign(folder: string): void {
  const { uid, mode } = statSync(folder);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) {
    throw new Error(`${folder} belongs to another user, or others can write to it: set XDG_RUNTIME_DIR`);
  }
}
