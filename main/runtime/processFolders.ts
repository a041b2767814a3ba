import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isOtherAlive } from './alive.ts';

/** What processes of Virtdeck keep in the runtime folder, each in a folder of its own. */
type Kind = 'viewer' | 'links' | 'ssh' | 'instance';

const NAME = /^(?:viewer|links|ssh|instance)-(\d+)-/;

/** Linux refuses longer paths for UNIX sockets (sun_path, unix(7)). */
const MAX_SOCKET_PATH = 107;

/** How the path of such a folder begins, before the six characters of mkdtemp; it tells which process it is of. */
export function processPrefix(runtime: string, kind: Kind): string {
  return join(runtime, `${kind}-${process.pid}-`);
}

/** Makes such a folder, which only this user can enter. Whoever makes it removes it. */
export function makeProcessFolder(runtime: string, kind: Kind): string {
  return mkdtempSync(processPrefix(runtime, kind));
}

/**
 * As {@link makeProcessFolder}, for a socket: where its path would be too long, the folder is made in the temporary one.
 * @param name of the socket
 */
export function makeSocketFolder(runtime: string, kind: Kind, name: string): string {
  const prefix = processPrefix(runtime, kind);
  const fits = join(`${prefix}XXXXXX`, name).length <= MAX_SOCKET_PATH;
  // mkdtemp makes the folder with mode 0700.
  return mkdtempSync(fits ? prefix : join(tmpdir(), `virtdeck-${kind}-`));
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
