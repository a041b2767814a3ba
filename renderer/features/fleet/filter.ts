import type { DomainRates } from '../../../contract/index.ts';
import { connectionTitle } from '../../state/connections.ts';
import { stateWord } from '../../ui/stateWords.ts';
import type { FleetEntry } from './entries.ts';
import { parseQuantity, tokenize } from './filterTokens.ts';

type Test = (entry: FleetEntry, rates: DomainRates | undefined) => boolean;

/** A filter as typed, ready to be asked of many machines. */
export interface FleetFilter {
  /** Whether the answer depends on statistics, and so has to be asked again with every tick. */
  readonly usesRates: boolean;
  /** What could not be understood, in words; the rest of the filter holds. */
  readonly problems: readonly string[];
  readonly matches: Test;
}

type TextField = (entry: FleetEntry) => readonly (string | null | undefined)[];
interface NumberSpec {
  readonly read: NumberField;
  readonly rates: boolean;
  /** What a number without a unit counts. */
  readonly bare?: number;
}
type NumberField = (entry: FleetEntry, rates: DomainRates | undefined) => number | undefined;

const TEXT_FIELDS = new Map<string, TextField>([
  ['name', ({ row }) => [row.name, row.title]],
  [
    'host',
    ({ connection }) => [connectionTitle(connection), connection.host?.hostname, connection.settings.uri],
  ],
  ['state', ({ row }) => [row.state, stateWord(row.state)]],
  ['tag', ({ row }) => row.tags ?? []],
  ['os', ({ row }) => [row.os]],
  ['ip', ({ row }) => row.addresses ?? []],
  ['uuid', ({ row }) => [row.uuid]],
  ['is', ({ row }) => flagsOf(row)],
]);

const NUMBER_FIELDS = new Map<string, NumberSpec>([
  ['cpu', { read: (_, rates) => rates?.cpu, rates: true }],
  ['vcpus', { read: ({ row }) => row.vcpus, rates: false }],
  ['memory', { read: ({ row }) => row.memoryKiB * 1024, rates: false, bare: 1024 ** 2 }],
  ['disk', { read: (_, rates) => rates && rates.diskRead + rates.diskWrite, rates: true }],
  ['net', { read: (_, rates) => rates && rates.netRx + rates.netTx, rates: true }],
]);

/** Words that a filter can start with, for its help and its messages. */
const FILTER_KEYS: readonly string[] = [...TEXT_FIELDS.keys(), ...NUMBER_FIELDS.keys()];

/**
 * Reads a filter: words (in name, title, host, tags or description), `key:value` with `*` for
 * anything, `key>number` (also <, >=, <=, =), quotes around spaces, and - before what must not
 * match. All parts have to hold.
 */
export function parseFilter(text: string): FleetFilter {
  const tests: Test[] = [];
  const problems: string[] = [];
  let usesRates = false;
  for (const token of tokenize(text)) {
    const made = token.key === '' ? words(token.value) : keyed(token.key, token.operator, token.value);
    if (typeof made === 'string') {
      problems.push(made);
      continue;
    }
    usesRates ||= NUMBER_FIELDS.get(token.key)?.rates ?? false;
    tests.push(token.negated ? (entry, rates) => !made(entry, rates) : made);
  }
  return { usesRates, problems, matches: (entry, rates) => tests.every((test) => test(entry, rates)) };
}

function keyed(key: string, operator: string, value: string): Test | string {
  const text = TEXT_FIELDS.get(key);
  if (text && operator === ':') {
    const matches = pattern(value);
    return (entry) => text(entry).some((field) => field !== null && field !== undefined && matches(field));
  }
  const number = NUMBER_FIELDS.get(key);
  if (number) return compare(key, operator, value, number);
  if (text) return `“${key}” is compared with a colon: ${key}:${value || '…'}`;
  return `“${key}” is not something to filter by. Use ${FILTER_KEYS.join(', ')}.`;
}

function compare(key: string, operator: string, value: string, { read, bare }: NumberSpec): Test | string {
  const limit = parseQuantity(value, bare);
  if (limit === null) return `“${value}” is not a number for ${key}.`;
  return (entry, rates) => {
    const number = read(entry, rates);
    if (number === undefined) return false;
    if (operator === '>') return number > limit;
    if (operator === '<') return number < limit;
    if (operator === '>=') return number >= limit;
    if (operator === '<=') return number <= limit;
    return number === limit;
  };
}

function words(value: string): Test {
  const matches = pattern(value);
  return ({ row, connection }) =>
    matches(row.name) ||
    (row.title !== null && matches(row.title)) ||
    matches(connectionTitle(connection)) ||
    (row.tags?.some(matches) ?? false) ||
    (row.description !== null && matches(row.description));
}

/** Without a star: contained anywhere. With one: the whole, where a star is anything. */
function pattern(value: string): (text: string) => boolean {
  const wanted = value.toLowerCase();
  if (!wanted.includes('*')) return (text) => text.toLowerCase().includes(wanted);
  const parts = wanted.split('*');
  return (text) => matchesGlob(text.toLowerCase(), parts);
}

/** Linear, unlike a regular expression made of what a user typed. */
function matchesGlob(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (!text.startsWith(first) || !text.endsWith(last) || text.length < first.length + last.length)
    return false;
  let from = first.length;
  const end = text.length - last.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, from);
    if (found === -1 || found + part.length > end) return false;
    from = found + part.length;
  }
  return true;
}

function flagsOf(row: FleetEntry['row']): string[] {
  const flags: string[] = [];
  if (row.autostart) flags.push('autostart');
  flags.push(row.persistent ? 'persistent' : 'transient');
  if (row.managedSave) flags.push('saved');
  if (row.hasSnapshots) flags.push('snapshots');
  flags.push(row.id === null ? 'off' : 'active');
  return flags;
}
