import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import { machineMenu } from '../features/actions/machineMenu.tsx';
import { connectionMenu } from '../features/connections/connectionMenu.tsx';
import { movedIndex } from '../features/fleet/selection.ts';
import { connectionTitle, useConnections } from '../state/connections.ts';
import { useInventory } from '../state/inventory.ts';
import { domainKey } from '../state/keys.ts';
import { type SeenRow, useLooking } from '../state/looking.ts';
import { navigate, type Route, useRoute } from '../state/route.ts';
import { readBooleans, saveUiValue, useUiState } from '../state/uiState.ts';
import { openContextMenu } from '../ui/contextMenu.tsx';
import classes from './Sidebar.module.css';
import { itemId, SidebarItem } from './SidebarItem.tsx';
import { type SidebarRow, sidebarRows } from './sidebarRows.ts';

/** Pixels of a line. */
const LINE = 28;
const OPENED = 'sidebar.opened';

/** Hosts with their machines. Only the lines in sight are in the document. */
export function SidebarTree({ filter }: { filter: string }) {
  const scroller = useRef<HTMLDivElement>(null);
  const route = useRoute();
  const [active, setActive] = useState<string | null>(null);
  const rows = useSidebarRows(useDeferredValue(filter));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  useLooking(items.flatMap(({ index }) => seenRow(rows[index])));
  const current = routeKey(route);
  const open = (row: SidebarRow | undefined) => {
    if (!row) return;
    setActive(row.key);
    openRow(row);
  };
  const rowOf = (event: MouseEvent) => {
    const key =
      event.target instanceof Element ? event.target.closest('[data-key]')?.getAttribute('data-key') : null;
    return rows.find((row) => row.key === key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey) return;
    const index = rows.findIndex((row) => row.key === active);
    const row = rows[index];
    const moved = movedIndex(event.key, index, rows.length, 10);
    if (moved !== null) {
      setActive(rows[moved]?.key ?? null);
      virtual.scrollToIndex(moved);
    } else if (event.key === 'Enter' || event.key === ' ') open(row);
    else if (event.key === 'ArrowRight' && row && canOpen(row)) setOpened(row.key, true);
    else if (event.key === 'ArrowLeft' && row && canOpen(row) && row.expanded) setOpened(row.key, false);
    else if (event.key === 'ArrowLeft' && row) setActive(parentOf(rows, index)?.key ?? row.key);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      role="tree"
      aria-label="Hosts and machines"
      tabIndex={0}
      aria-activedescendant={active === null ? undefined : itemId(active)}
      className={classes.tree}
      onKeyDown={onKeyDown}
      onClick={(event) => open(rowOf(event))}
      onContextMenu={(event) => {
        // The Menu key asks for the menu of the tree, which means that of its active line.
        const byKey = event.target === event.currentTarget;
        const row = byKey ? rows.find(({ key }) => key === active) : rowOf(event);
        if (row) openRowMenu(event, row, byKey ? document.getElementById(itemId(row.key)) : null);
      }}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ index, key, start }) => {
          const item = rows[index];
          if (!item) return null;
          return (
            <div
              key={key}
              role="presentation"
              className={classes.line}
              style={{ transform: `translateY(${String(start)}px)` }}
            >
              <SidebarItem
                item={item}
                active={item.key === active}
                current={item.key === current}
                onToggle={toggle}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function useSidebarRows(filter: string): SidebarRow[] {
  const connections = useConnections((state) => state.byId);
  const pictures = useInventory((state) => state.pictures);
  const opened = useUiState((state) => state.values[OPENED]);
  return useMemo(
    () => sidebarRows({ connections: connections.values(), pictures, opened: readBooleans(opened), filter }),
    [connections, pictures, opened, filter],
  );
}

function setOpened(key: string, value: boolean): void {
  saveUiValue(OPENED, { ...readBooleans(useUiState.getState().values[OPENED]), [key]: value });
}

function toggle(item: SidebarRow): void {
  if (canOpen(item)) setOpened(item.key, !item.expanded);
}

function canOpen(row: SidebarRow): row is Extract<SidebarRow, { expanded: boolean }> {
  return row.kind === 'host' || row.kind === 'group';
}

function seenRow(row: SidebarRow | undefined): SeenRow[] {
  return row?.kind === 'machine' ? [{ connection: row.connection.id, row: row.row }] : [];
}

/** The line that this one belongs to. */
function parentOf(rows: readonly SidebarRow[], index: number): SidebarRow | undefined {
  const level = rows[index]?.level ?? 1;
  return rows.slice(0, index).findLast((row) => row.level < level);
}

function openRow(row: SidebarRow): void {
  if (row.kind === 'group') {
    toggle(row);
    return;
  }
  const { id } = row.connection;
  if (row.kind === 'machine')
    navigate({ page: 'machine', connection: id, uuid: row.row.uuid, tab: 'console' });
  else navigate({ page: 'host', connection: id, tab: 'overview' });
}

function openRowMenu(event: MouseEvent, row: SidebarRow, at: Element | null): void {
  if (row.kind === 'group') return;
  const { connection } = row;
  const options = { withOpen: true };
  if (row.kind === 'machine')
    openContextMenu(event, row.row.name, machineMenu(row.row, connection, options), at);
  else openContextMenu(event, connectionTitle(connection), connectionMenu(connection, options), at);
}

/** The line that the page in the main area belongs to. */
function routeKey(route: Route): string | null {
  if (route.page === 'machine') return domainKey(route);
  return route.page === 'host' ? route.connection : null;
}
