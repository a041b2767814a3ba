import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those above it, for this user only; nothing where it is there. Node's own recursive mkdir never
 * ends where the file system answers ENOENT below a folder that is there, as autofs and proc do.
 * @throws Error of mkdir(2)
 */
export function makeFolder(path: string): void {
  if (make(path)) return;
  const above = dirname(path);
  if (above !== path) makeFolder(above);
  if (!make(path)) throw new Error(`ENOENT: the folder ${path} cannot be made`);
}

/** False where the one above is missing. */
function make(path: string): boolean {
  try {
    mkdirSync(path, { mode: 0o700 });
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'EEXIST' && statSync(path).isDirectory()) return true;
    if (code === 'ENOENT') return false;
    throw error;
  }
}
