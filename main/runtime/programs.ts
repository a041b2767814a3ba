import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Whether there is a file that this user may execute. */
export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    // Folders can be "executed" too.
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/**
 * The path of the first of some programs that is installed; null: none is.
 * @param names in order of preference: an earlier name later in the path goes before a later name
 * @param path folders as in PATH
 */
export function findProgram(names: readonly string[], path: string): string | null {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return candidates.find(isProgram) ?? null;
}
