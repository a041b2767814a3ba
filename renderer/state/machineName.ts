import type { DomainRow } from '../../contract/index.ts';

/** What changes the direction of the text after it, until something ends that: letters that are read backwards. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

/**
 * What a machine is called on screen: its title where it has one. One that would turn around the sentence in which it
 * stands is kept apart from it (UAX #9: first strong isolate, pop directional isolate).
 */
export function machineName(row: Pick<DomainRow, 'name' | 'title'>): string {
  const name = row.title || row.name;
  return TURNS.test(name) ? `\u2068${name}\u2069` : name;
}
