/** How file names write architectures, and libvirt's names of them; longer ones before those that they contain. */
const ARCHES: readonly (readonly [pattern: string, arch: string])[] = [
  ['x86[_-]64|amd64|x64', 'x86_64'],
  ['loongarch64', 'loongarch64'],
  ['riscv64', 'riscv64'],
  ['ppc64le|ppc64el', 'ppc64le'],
  ['ppc64', 'ppc64'],
  ['s390x', 's390x'],
  ['aarch64|arm64', 'aarch64'],
  ['armv7(?:l|hl)?|armhf', 'armv7l'],
  ['i[3-6]86|x86|x32', 'i686'],
];

const word = (pattern: string) => new RegExp(`(?<![a-z0-9])(?:${pattern})(?![a-z0-9]|_64)`, 'g');
const PATTERNS = ARCHES.map(([pattern, arch]) => ({ pattern: word(pattern), arch }));
/** Windows: "X64FREE", "x64v1". */
const WINDOWS_64 = /(?<![a-z0-9])x64(?:fre|v\d)/;

/** The architecture that a name speaks of, as libvirt calls it; null: none. */
export function archOfName(name: string): string | null {
  const text = name.toLowerCase();
  const found = PATTERNS.find(({ pattern }) => text.search(pattern) !== -1);
  return found?.arch ?? (WINDOWS_64.test(text) ? 'x86_64' : null);
}

/** The name without architectures, whose digits could be taken for versions. */
export function withoutArch(name: string): string {
  return PATTERNS.reduce((text, { pattern }) => text.replace(pattern, ' '), name.toLowerCase());
}
