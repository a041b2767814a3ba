import type { DomainRow } from '../../contract/index.ts';

/** What a machine is called on screen: its title where it has one. */
export function machineName(row: Pick<DomainRow, 'name' | 'title'>): string {
  return row.title || row.name;
}
