import type { Connection, ConnectionId, DomainRow, Uuid } from '../../contract/index.ts';
import { connectionTitle } from '../state/connections.ts';
import type { Picture } from '../state/inventory.ts';
import { domainKey } from '../state/keys.ts';
import { machineName } from '../state/machineName.ts';

interface Line {
  readonly key: string;
  /** 1 for what stands at the left. */
  readonly level: number;
}

/** One line of the sidebar's tree. */
export type SidebarRow =
  | (Line & {
      readonly kind: 'group';
      readonly name: string;
      readonly expanded: boolean;
      readonly count: number;
    })
  | (Line & {
      readonly kind: 'host';
      readonly connection: Connection;
      readonly expanded: boolean;
      /** Machines; null: not known yet. */
      readonly count: number | null;
    })
  | (Line & { readonly kind: 'problem'; readonly connection: Connection })
  | (Line & { readonly kind: 'machine'; readonly connection: Connection; readonly row: DomainRow });

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** With more machines than this a host starts closed: the hosts after it would be far away. */
const MANY = 100;

/** The last order of each connection: sorting what is nearly sorted costs next to nothing. */
const orders = new Map<ConnectionId, readonly Uuid[]>();

/** The machines of a picture by name. */
function sorted(connection: ConnectionId, picture: Picture): DomainRow[] {
  const rows: DomainRow[] = [];
  const seen = new Set<Uuid>();
  for (const uuid of orders.get(connection) ?? []) {
    const row = picture.domains.get(uuid);
    if (!row) continue;
    rows.push(row);
    seen.add(uuid);
  }
  for (const row of picture.domains.values()) if (!seen.has(row.uuid)) rows.push(row);
  rows.sort((a, b) => collator.compare(machineName(a), machineName(b)) || collator.compare(a.name, b.name));
  orders.set(
    connection,
    rows.map((row) => row.uuid),
  );
  return rows;
}

/** What the tree is made of. */
export interface SidebarSource {
  readonly connections: Iterable<Connection>;
  readonly pictures: ReadonlyMap<ConnectionId, Picture>;
  /** Hosts and groups by key that the user has opened (true) or closed (false). */
  readonly opened: Readonly<Record<string, boolean>>;
  readonly filter: string;
}

/**
 * The lines of the tree: hosts without a group first, then the groups by name. With a filter, hosts are open and
 * only machines that match are shown, or all of a host whose own name or group matches; hosts without any are
 * left out.
 */
export function sidebarRows(source: SidebarSource): SidebarRow[] {
  const wanted = source.filter.trim().toLowerCase();
  const rows: SidebarRow[] = [];
  for (const [name, connections] of grouped(source.connections)) {
    if (name === '') {
      for (const connection of connections) rows.push(...hostRows(connection, source, wanted, 1));
      continue;
    }
    const all = name.toLowerCase().includes(wanted) ? '' : wanted;
    const hosts = connections.flatMap((connection) => hostRows(connection, source, all, 2));
    if (hosts.length === 0) continue;
    const key = groupKey(name);
    const expanded = wanted !== '' || (source.opened[key] ?? true);
    rows.push({ kind: 'group', key, level: 1, name, expanded, count: connections.length });
    if (expanded) rows.push(...hosts);
  }
  return rows;
}

/** No connection's id begins like that. */
function groupKey(name: string): string {
  return `group ${name}`;
}

function grouped(connections: Iterable<Connection>): [name: string, connections: Connection[]][] {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const name = connection.settings.group ?? '';
    groups.set(name, [...(groups.get(name) ?? []), connection]);
  }
  return [...groups].sort(([a], [b]) => collator.compare(a, b));
}

function hostRows(
  connection: Connection,
  source: SidebarSource,
  wanted: string,
  level: number,
): SidebarRow[] {
  const { id, status, error } = connection;
  const picture = source.pictures.get(id);
  const all = picture ? sorted(id, picture) : [];
  const hostMatches = connectionTitle(connection).toLowerCase().includes(wanted);
  const machines = hostMatches ? all : all.filter((row) => matches(row, wanted));
  if (!hostMatches && machines.length === 0) return [];
  const expanded = source.filter.trim() !== '' || (source.opened[id] ?? all.length <= MANY);
  const count = picture?.complete ? all.length : null;
  const rows: SidebarRow[] = [{ kind: 'host', key: id, level, connection, expanded, count }];
  if (error || status === 'lost') rows.push({ kind: 'problem', key: `${id}!`, level: level + 1, connection });
  if (!expanded) return rows;
  for (const row of machines) {
    const key = domainKey({ connection: id, uuid: row.uuid });
    rows.push({ kind: 'machine', key, level: level + 1, connection, row });
  }
  return rows;
}

function matches(row: DomainRow, wanted: string): boolean {
  return row.name.toLowerCase().includes(wanted) || (row.title?.toLowerCase().includes(wanted) ?? false);
}
