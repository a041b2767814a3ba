// @ts-check
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Folders of commands that are not always on an ordinary user's PATH. */
const SYSTEM_FOLDERS = ['/usr/local/sbin', '/usr/sbin', '/sbin', '/usr/bin', '/bin'];

/**
 * The full path of a command, or null.
 * @param {string} name
 */
export function findCommand(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...SYSTEM_FOLDERS];
  for (const folder of folders) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here: the next folder.
    }
  }
  return null;
}

/** Where shared libraries lie: Debian's multiarch folders, and the plain ones of the others. */
function libraryFolders() {
  const roots = ['/usr/lib64', '/lib64', '/usr/lib', '/lib', '/usr/local/lib'];
  const multiarch = existsSync('/usr/lib')
    ? readdirSync('/usr/lib').filter((name) => name.includes('-linux-gnu'))
    : [];
  return [...multiarch.map((name) => join('/usr/lib', name)), ...roots];
}

/**
 * Whether the loader would find a shared library. The folders are looked at first, since asking
 * ldconfig costs a process.
 * @param {string} soname for example libvirt.so.0
 */
export function hasLibrary(soname) {
  if (libraryFolders().some((folder) => existsSync(join(folder, soname)))) return true;
  const cache = spawnSync(findCommand('ldconfig') ?? 'ldconfig', ['-p'], { encoding: 'utf8' });
  return cache.status === 0 && cache.stdout.includes(`${soname} `);
}

/**
 * Whether a file or a folder with something in it exists in one of these places. A `*` stands for
 * one whole or partial name in a folder.
 * @param {string[]} patterns
 */
export function hasFile(...patterns) {
  return patterns.some((pattern) => expand('/', pattern.split('/').filter(Boolean)));
}

/**
 * @param {string} folder
 * @param {string[]} parts
 * @returns {boolean}
 */
function expand(folder, parts) {
  const [part, ...rest] = parts;
  if (part === undefined) return true;
  if (!part.includes('*')) {
    const path = join(folder, part);
    return existsSync(path) && expand(path, rest);
  }
  const [before = '', after = ''] = part.split('*');
  let names;
  try {
    names = readdirSync(folder);
  } catch {
    return false;
  }
  return names.some((n) => n.startsWith(before) && n.endsWith(after) && expand(join(folder, n), rest));
}

/** @typedef {'apt' | 'dnf' | 'pacman' | 'zypper'} PackageManager */

/**
 * The package manager of this distribution, or null where it is none that we know.
 * @param {(name: string) => string | null} find
 * @returns {PackageManager | null}
 */
export function packageManager(find = findCommand) {
  /** @type {[string, PackageManager][]} */
  const known = [
    ['apt-get', 'apt'],
    ['dnf', 'dnf'],
    ['pacman', 'pacman'],
    ['zypper', 'zypper'],
  ];
  return known.find(([command]) => find(command))?.[1] ?? null;
}

/** Name of the distribution for messages. */
export function distributionName() {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? 'this system';
  } catch {
    return 'this system';
  }
}

/** Whether a window can be opened here. */
export function hasDisplay() {
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
