/** `libvirt-domain-snapshot` to `domain-snapshot`; `virterror` to `error`. */
export function moduleOf(header: string): string {
  return header === 'virterror' ? 'error' : header.replace(/^libvirt-/, '');
}

/** `domain-snapshot` to `domainSnapshot`. */
export const camel = (text: string) => text.replace(/[-_]([a-z0-9])/g, (_, c: string) => c.toUpperCase());

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Where libvirt documents a symbol. */
export function documentationOf(header: string, symbol: string): string {
  return `https://libvirt.org/html/libvirt-${header}.html#${symbol}`;
}

/** `virDomainBlockStatsStruct` to `DomainBlockStats`: the name of the TypeScript type of a C struct. */
export const typeNameOf = (struct: string) => struct.replace(/^vir/, '').replace(/Struct$/, '');

/** First letters in lower case, an acronym as a whole: `FSFreeze` to `fsFreeze`, `GetInfo` to `getInfo`. */
function uncapital(text: string): string {
  const run = /^[A-Z]+/.exec(text)?.[0].length ?? 0;
  const lower = run > 1 && run < text.length ? run - 1 : run;
  return text.slice(0, lower).toLowerCase() + text.slice(lower);
}

/**
 * The method for a C function on the class of its first handle: without the name of that class, or without
 * `vir` only where the function is named after another one (`connect.storagePoolLookupByName`). What the
 * headers of snapshots and checkpoints call after the domain counts as their own (`revertToSnapshot`).
 */
export function methodName(name: string, handle: string): string {
  const prefixes = [handle, ...(handle.startsWith('virDomain') ? ['virDomain'] : []), 'vir'];
  const prefix = prefixes.find((candidate) => name.startsWith(candidate)) ?? '';
  return uncapital(name.slice(prefix.length));
}

/** Orders by name without a locale, so that every machine writes the same file. */
export function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
