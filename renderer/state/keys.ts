import type { DomainRef } from '../../contract/index.ts';

/** One string for one machine on one connection, for maps, sets and React keys. */
export function domainKey(ref: DomainRef): string {
  return `${ref.connection}/${ref.uuid}`;
}
