import { type StdioOptions, spawn } from 'node:child_process';
import { closeSync, constants, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './programs.ts';

/** The file in a folder that is locked. It is never removed: two processes could then each lock one of its name. */
const NAME = 'lock';
/** What is said of its holder is a line. */
const LONGEST = 4096;
/** It does not wait for the lock; a file server may let it wait all the same. */
const LIMIT_MS = 5000;
/** flock(1) says with this that another process has the lock. */
const BUSY = 1;

/** A folder that only this process uses. */
export interface FolderLock {
  /** Tells others who has the folder: a line that they get from {@link readHolder}. */
  tell(line: string): void;
  release(): void;
}

/**
 * Takes a folder for this process alone; null: another one has it. The kernel keeps the lock (flock(2)) and gives it
 * back when the process ends, however that happens, so that none is ever left behind. Node has no function for it:
 * flock(1), which every distribution has, locks our open file and goes, and the lock stays ours.
 *
 * A folder that takes no files needs no lock, and where there are no locks (a strange file system) it is better to
 * run without one than not at all: `warn` is told then.
 */
export async function lockFolder(
  folder: string,
  warn: (message: string) => void,
): Promise<FolderLock | null> {
  const path = join(folder, NAME);
  let file: number;
  try {
    file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW, 0o600);
  } catch (error) {
    if (!cannotBeWritten(error)) warn(withoutLock(path, error));
    return { tell: () => {}, release: () => {} };
  }
  const problem = await lock(file);
  if (problem === BUSY) {
    closeSync(file);
    return null;
  }
  if (problem !== null) warn(withoutLock(path, problem));
  return {
    tell(line) {
      ftruncateSync(file);
      writeSync(file, `${line}\n`, 0);
    },
    release: () => closeSync(file),
  };
}

/** What the process that has a folder tells of itself; null: nothing, or not yet. */
export function readHolder(folder: string): string | null {
  try {
    const text = readFileSync(join(folder, NAME), 'utf8');
    return text.endsWith('\n') && text.length <= LONGEST ? text.trim() : null;
  } catch {
    return null;
  }
}

/** Null: locked. */
function lock(file: number): Promise<typeof BUSY | Error | null> {
  const program = findProgram(['flock'], `${process.env.PATH ?? ''}:/usr/bin:/bin`);
  if (!program) return Promise.resolve(new Error('the program flock is missing'));
  return new Promise((resolve) => {
    // Locks belong to the open file, which the program shares with us.
    const stdio: StdioOptions = ['ignore', 'ignore', 'ignore', file];
    const child = spawn(program, ['-n', '3'], { stdio, timeout: LIMIT_MS });
    child.once('error', resolve);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve(null);
      else resolve(code === BUSY ? BUSY : new Error(`flock ended with ${code ?? signal}`));
    });
  });
}

function cannotBeWritten(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    ['EACCES', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(String(error.code))
  );
}

function withoutLock(path: string, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `${path} cannot be locked (${why}): do not run Virtdeck twice, or they overwrite each other's settings.`;
}
