import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

/** The shell scripts that run inside the namespaces. */
export const scriptsFolder = resolve(here, '../scripts');

/** The sources of the tiny guests. */
export const guestFolder = resolve(here, '../guest');

/** Where laboratory number `slot` keeps everything. Short, because socket addresses end at 107 bytes. */
export function labFolder(slot: number): string {
  return join(tmpdir(), `virtdeck-lab-${slot}`);
}

/**
 * The network of laboratory number `slot`, in the block that RFC 2544 sets aside for test laboratories, so that
 * it meets no real network.
 */
export function labAddress(slot: number, member: number): string {
  return `198.18.${slot}.${member}`;
}
