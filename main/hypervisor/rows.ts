import type { DomainRow } from '../../contract/index.ts';

/** What of a row has changed; null: nothing. */
export function diffRow(before: DomainRow, after: DomainRow): (Partial<DomainRow> & { uuid: string }) | null {
  const changed = Object.entries(after).filter(([key, value]) => !same(read(before, key), value));
  return changed.length === 0 ? null : { ...Object.fromEntries(changed), uuid: after.uuid };
}

/** Whether nothing of the domain runs: it goes when its definition does. */
export function isOff(row: Pick<DomainRow, 'state' | 'id'>): boolean {
  return row.id === null && (row.state === 'shutoff' || row.state === 'nostate');
}

function read(row: DomainRow, key: string): unknown {
  return Reflect.get(row, key);
}

/** Values of rows are scalars, null and arrays of strings. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
  return a.every((one, index) => one === b[index]);
}
