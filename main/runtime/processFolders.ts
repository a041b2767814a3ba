import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isOtherAlive } from './alive.ts';

/** What processes of Virtdeck keep in the runtime folder, each in a folder of its own. */
type Kind = 'viewer' | 'links' | 'ssh';

const NAME = /^(?:viewer|links|ssh)-(\d+)-/;

/** How the path of such a folder begins, before the six characters of mkdtemp; it tells which process it is of. */
export function processPrefix(runtime: string, kind: Kind): string {
  return join(runtime, `${kind}-${process.pid}-`);
}

/** Makes such a folder, which only this user can enter. Whoever makes it removes it. */
export function makeProcessFolder(runtime: string, kind: Kind): string {
  return mkdtempSync(processPrefix(runtime, kind));
}

/** Removes the folders of processes that were killed. Another time, where one cannot be. */
export function removeDeadFolders(runtime: string): void {
  for (const name of readdirSync(runtime)) {
    const pid = Number(NAME.exec(name)?.[1] ?? process.pid);
    if (pid === process.pid || isOtherAlive(pid)) continue;
    try {
      rmSync(join(runtime, name), { recursive: true, force: true });
    } catch {
      // Something in it is not this user's: no reason not to start.
    }
  }
}
