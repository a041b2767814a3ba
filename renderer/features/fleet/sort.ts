import type { DomainRates } from '../../../contract/index.ts';
import { connectionTitle } from '../../state/connections.ts';
import { STATE_ORDER } from '../../ui/stateWords.ts';
import type { ColumnId } from './columnIds.ts';
import type { FleetEntry } from './entries.ts';

export interface FleetSort {
  readonly column: ColumnId;
  readonly descending: boolean;
}

type Value = string | number | null;
type RatesOf = (entry: FleetEntry) => DomainRates | undefined;

/** web2 before web10; made once because making one is slow. */
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

const RATE_COLUMNS = new Set<ColumnId>(['cpu', 'hostCpu', 'memoryUsed', 'disk', 'net']);

/** Whether an order by this column changes with every statistics tick. */
export function sortsByRates(sort: FleetSort): boolean {
  return RATE_COLUMNS.has(sort.column);
}

/** A sorted copy. Unknown values come last either way; ties are in the order of names. */
export function sortEntries(entries: readonly FleetEntry[], sort: FleetSort, ratesOf: RatesOf): FleetEntry[] {
  const keyed = entries.map((entry) => ({ entry, value: sortValue(entry, sort.column, ratesOf) }));
  const sign = sort.descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || byName(a.entry, b.entry);
    }
    return sign * compareValues(a.value, b.value) || byName(a.entry, b.entry);
  });
  return keyed.map(({ entry }) => entry);
}

function compareValues(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a), String(b));
}

function byName(a: FleetEntry, b: FleetEntry): number {
  return collator.compare(a.row.name, b.row.name) || (a.key < b.key ? -1 : 1);
}

function sortValue(entry: FleetEntry, column: ColumnId, ratesOf: RatesOf): Value {
  const { row } = entry;
  switch (column) {
    case 'name':
      return row.title || row.name;
    case 'host':
      return connectionTitle(entry.connection);
    case 'state':
      return STATE_ORDER.indexOf(row.state);
    case 'cpu':
      return ratesOf(entry)?.cpu ?? null;
    case 'hostCpu':
      return ratesOf(entry)?.hostCpu ?? null;
    case 'memoryUsed':
      return ratesOf(entry)?.memoryKiB ?? null;
    case 'disk':
      return sum(ratesOf(entry), 'diskRead', 'diskWrite');
    case 'net':
      return sum(ratesOf(entry), 'netRx', 'netTx');
    case 'memory':
      return row.memoryKiB;
    case 'vcpus':
      return row.vcpus;
    case 'addresses':
      return row.addresses?.[0] ?? null;
    case 'autostart':
      return row.autostart ? 0 : 1;
    case 'tags':
      return row.tags?.join(', ') || null;
    case 'os':
      return row.os || null;
    case 'uuid':
      return row.uuid;
  }
}

function sum(rates: DomainRates | undefined, a: keyof DomainRates, b: keyof DomainRates): number | null {
  return rates ? Number(rates[a]) + Number(rates[b]) : null;
}
