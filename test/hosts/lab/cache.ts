import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../.cache/hosts');

/** What this process is making or has made. */
const made = new Map<string, Promise<string>>();

const aDay = 24 * 60 * 60 * 1000;

/** Removes what was made of other versions of the same thing and has not been touched for a day. */
function prune(kind: string, keep: string): void {
  for (const name of readdirSync(root)) {
    if (!name.startsWith(`${kind}-`) || name === keep) continue;
    const path = join(root, name);
    if (Date.now() - statSync(path).mtimeMs > aDay) rmSync(path, { recursive: true, force: true });
  }
}

async function build(kind: string, name: string, make: (output: string) => Promise<void>): Promise<string> {
  const path = join(root, name);
  if (existsSync(path)) return path;
  mkdirSync(root, { recursive: true });
  const work = mkdtempSync(join(root, '.making-'));
  try {
    await make(join(work, name));
    try {
      renameSync(join(work, name), path);
    } catch (error) {
      // Another process was faster: what it made is as good, and in use.
      if (!existsSync(path)) throw error;
    }
    prune(kind, name);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return path;
}

/**
 * A file or folder that is slow to make and stays valid between runs: keys, certificates, guest media. `kind` says what
 * it is and `version` what it depends on; `make` writes it to the path that it is given. Processes that want the same
 * at the same time do not meet.
 */
export function cached(
  kind: string,
  version: string,
  make: (output: string) => Promise<void>,
): Promise<string> {
  const name = `${kind}-${version}`;
  const before = made.get(name);
  if (before) return before;
  const promise = build(kind, name, make);
  made.set(name, promise);
  // A failure is not kept: the next one may find what was missing.
  promise.catch(() => made.delete(name));
  return promise;
}
