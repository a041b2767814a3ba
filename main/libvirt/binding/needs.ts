import { loadLibrary } from './library.ts';

/** A function of libvirt that the installed library does not have: it is too old. */
export class NeedsLibvirt extends Error {
  override readonly name = 'NeedsLibvirt';
  /** The installed version, as `9.0.0`. */
  readonly installed: string;
  constructor(
    readonly symbol: string,
    /** The first version that has it. */
    readonly needed: string,
    cause?: unknown,
  ) {
    const installed = versionText(installedVersion());
    super(`${symbol} needs libvirt ${needed}; the installed library is ${installed}`, { cause });
    this.installed = installed;
  }
}

/** `9000000` to `9.0.0`. */
export function versionText(version: number): string {
  return `${Math.floor(version / 1_000_000)}.${Math.floor(version / 1000) % 1000}.${version % 1000}`;
}

/**
 * Version of the installed library, as major * 1,000,000 + minor * 1,000 + release.
 * @throws LibraryMissing
 */
export function installedVersion(): number {
  const ask = loadLibrary('libvirt.so.0').func('virGetVersion', 'int', ['void *', 'str', 'void *']);
  const answer = new BigUint64Array(1);
  return ask(answer, null, null) === 0 ? Number(answer[0] ?? 0n) : 0;
}
