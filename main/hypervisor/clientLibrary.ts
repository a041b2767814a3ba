import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { LIBRARY_HINT } from './hints.ts';

/** The libvirt client library of this machine. */
export interface ClientLibrary {
  /** "9.0.0"; null: not found. */
  readonly version: string | null;
  /** Why there is none and what to do; null: it is there. */
  readonly problem: string | null;
}

const FILE = 'libvirt.so.0';
const TRIPLET = `${process.arch === 'arm64' ? 'aarch64' : process.arch === 'x64' ? 'x86_64' : process.arch}-linux-gnu`;
const FOLDERS = [
  ...(process.env.LD_LIBRARY_PATH ?? '').split(':').filter((folder) => folder !== ''),
  `/usr/lib/${TRIPLET}`,
  `/lib/${TRIPLET}`,
  '/usr/lib64',
  '/usr/lib',
  '/usr/local/lib',
];

/** Looks for the client library without loading it: that is for the agents to do. */
export async function findClientLibrary(
  folders: readonly string[] = FOLDERS,
  ask: () => Promise<string> = askLoader,
): Promise<ClientLibrary> {
  for (const folder of folders) {
    const version = await versionAt(join(folder, FILE));
    if (version !== null) return { version, problem: null };
  }
  const elsewhere = /^\s*libvirt\.so\.0 .*=> (\S+)$/m.exec(await ask())?.[1];
  const version = elsewhere ? await versionAt(elsewhere) : null;
  if (version !== null) return { version, problem: null };
  return { version: null, problem: `libvirt is not installed on this machine. ${LIBRARY_HINT}` };
}

/**
 * The version that a library file has in its name: libvirt.so.0.9000.0 is 9.0.0 (libtool's version
 * information of libvirt: major * 1000 + minor, then the release). "unknown" where it has none.
 */
async function versionAt(path: string): Promise<string | null> {
  const file = await realpath(path).catch(() => null);
  if (file === null) return null;
  const [, version, release] = /^libvirt\.so\.0\.(\d+)\.(\d+)$/.exec(basename(file)) ?? [];
  if (version === undefined) return 'unknown';
  return `${Math.floor(Number(version) / 1000)}.${Number(version) % 1000}.${release}`;
}

/** What the dynamic loader knows, for libraries in unusual places. */
async function askLoader(): Promise<string> {
  const run = promisify(execFile);
  const options = { timeout: 2_000, maxBuffer: 4 * 1024 * 1024 };
  for (const program of ['/sbin/ldconfig', '/usr/sbin/ldconfig']) {
    const answer = await run(program, ['-p'], options).catch(() => null);
    if (answer) return answer.stdout;
  }
  return '';
}
