import type { Connection, ConnectionId, DomainRow, Uuid } from '../../contract/index.ts';
import { connectionTitle } from '../state/connections.ts';
import type { Picture } from '../state/inventory.ts';
import { domainKey } from '../state/keys.ts';
import { machineName } from '../state/machineName.ts';

/** One line of the sidebar's tree. */
export type SidebarRow =
  | {
      readonly kind: 'host';
      readonly key: string;
      readonly connection: Connection;
      readonly expanded: boolean;
      readonly count: number | null;
    }
  | { readonly kind: 'problem'; readonly key: string; readonly connection: Connection }
  | {
      readonly kind: 'machine';
      readonly key: string;
      readonly connection: Connection;
      readonly row: DomainRow;
    };

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

/**
 * The lines of the tree. With a filter, hosts are open and only machines that match are shown,
 * or all of a host whose own name matches; hosts without any are left out.
 */
export function sidebarRows(
  connections: Iterable<Connection>,
  pictures: ReadonlyMap<ConnectionId, Picture>,
  /** Hosts that the user has opened (true) or closed (false). */
  opened: Readonly<Record<ConnectionId, boolean>>,
  filter: string,
): SidebarRow[] {
  const wanted = filter.trim().toLowerCase();
  const rows: SidebarRow[] = [];
  for (const connection of connections) {
    const { id } = connection;
    const picture = pictures.get(id);
    const all = picture ? sorted(id, picture) : [];
    const hostMatches = connectionTitle(connection).toLowerCase().includes(wanted);
    const machines = hostMatches ? all : all.filter((row) => matches(row, wanted));
    if (wanted !== '' && !hostMatches && machines.length === 0) continue;
    const expanded = wanted !== '' || (opened[id] ?? all.length <= MANY);
    rows.push({ kind: 'host', key: id, connection, expanded, count: picture?.complete ? all.length : null });
    if (connection.error) rows.push({ kind: 'problem', key: `${id}!`, connection });
    if (!expanded) continue;
    for (const row of machines) {
      rows.push({ kind: 'machine', key: domainKey({ connection: id, uuid: row.uuid }), connection, row });
    }
  }
  return rows;
}

function matches(row: DomainRow, wanted: string): boolean {
  return row.name.toLowerCase().includes(wanted) || (row.title?.toLowerCase().includes(wanted) ?? false);
}
