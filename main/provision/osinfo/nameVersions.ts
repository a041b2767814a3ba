import type { OsEntry } from '../../../contract/index.ts';

/** Numbers that stand for a release in names: its version, and one in its own name ("Windows 7" has version 6.1). */
export function versionsOf(os: OsEntry): string[] {
  const own = os.version !== null && /^\d+(\.\d+)*$/.test(os.version) ? [os.version] : [];
  const named = /(?<![\p{L}\d.])\d+(?:\.\d+)*/u.exec(os.name)?.[0];
  // Windows counts otherwise than it is called.
  const versions = os.distro === 'win' ? [...(named ? [named] : []), ...own] : own;
  return [...new Set(versions)];
}

/** "22.04.1" fits "22.04", "9" fits "9.1"; "1" does not fit "11". */
export function fitsVersion(known: string, named: string): boolean {
  const [left, right] = [known.split('.'), named.split('.')];
  const shared = Math.min(left.length, right.length);
  return left.slice(0, shared).join('.') === right.slice(0, shared).join('.');
}

/** By their numbers, one after another; a version that ends earlier is the older one. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? -1) - (right[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return version === '' ? [] : version.split('.').map(Number);
}
