import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef } from 'react';
import { useLooking } from '../../state/looking.ts';
import { navigate } from '../../state/route.ts';
import { openContextMenu } from '../../ui/contextMenu.tsx';
import { machineMenu } from '../actions/machineMenu.tsx';
import type { ColumnId } from './columnIds.ts';
import { COLUMNS } from './columns.tsx';
import type { FleetEntry } from './entries.ts';
import { FleetHead } from './FleetHead.tsx';
import { FleetRow, rowId } from './FleetRow.tsx';
import classes from './FleetTable.module.css';
import type { FleetStore } from './fleetStore.ts';
import { clearSelection, indexOf, movedIndex, selectAll, selectedShare, selectRow } from './selection.ts';
import type { useColumns } from './useColumns.ts';
import { usePaintMark } from './usePaintMark.ts';

/** Pixels of a row: --vd-row of theme.css. */
const ROW = 32;
/** Pixels of the titles. */
const HEAD = 30;
/** Rows kept ready above and below those in sight. */
const OVERSCAN = 8;

interface FleetTableProps {
  entries: readonly FleetEntry[];
  complete: boolean;
  store: FleetStore;
  columns: ReturnType<typeof useColumns>;
}

/** The table of machines: only the rows in sight are in the document, however many there are. */
export function FleetTable({ entries, complete, store, columns }: FleetTableProps) {
  const grid = useRef<HTMLDivElement>(null);
  const sort = store((state) => state.sort);
  const active = store((state) => state.active);
  const selection = store((state) => state.selection);
  const selected = useMemo(() => selectedShare(entries, selection), [entries, selection]);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW,
    scrollPaddingStart: HEAD,
  });
  const { first, count } = windowOf(virtual.range?.startIndex, virtual.scrollRect?.height, entries.length);
  const slice = entries.slice(first, first + count);
  usePaintMark(entries.length, complete, slice.length > 0);
  useLooking(slice.map(({ connection, row }) => ({ connection: connection.id, row })));
  const onKeyDown = useGridKeys(entries, store, (index) => virtual.scrollToIndex(index));
  const entryOf = (event: MouseEvent) => entryAt(entries, event);

  const onClick = (event: MouseEvent) => {
    const entry = entryOf(event);
    if (!entry) return;
    const box = event.target instanceof HTMLElement && event.target.dataset.check !== undefined;
    const toggles = box || event.ctrlKey || event.metaKey;
    selectRow(store, entries, entry.key, event.shiftKey ? 'range' : toggles ? 'toggle' : 'only');
  };

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Machines"
      aria-rowcount={entries.length + 1}
      aria-multiselectable
      aria-activedescendant={active === null ? undefined : rowId(active)}
      tabIndex={0}
      className={classes.grid}
      style={widthVariables(columns)}
      data-rows={entries.length}
      data-complete={complete}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={(event) => openEntry(entryOf(event))}
      onContextMenu={(event) => {
        // The Menu key asks for the menu of the grid, which means that of its active row.
        const byKey = event.target === event.currentTarget;
        const entry = byKey ? entries[indexOf(entries, active)] : entryOf(event);
        if (!entry) return;
        store.setState({ active: entry.key });
        const row = byKey ? document.getElementById(rowId(entry.key)) : null;
        openContextMenu(
          event,
          entry.row.name,
          machineMenu(entry.row, entry.connection, { withOpen: true }),
          row,
        );
      }}
    >
      <FleetHead
        columns={columns}
        sort={sort}
        onSort={(next) => store.setState({ sort: next })}
        selected={selected}
        onSelectAll={() => (selected === 'none' ? selectAll(store, entries) : clearSelection(store))}
      />
      <div role="presentation" className={classes.body} style={{ height: virtual.getTotalSize() }}>
        <div
          role="rowgroup"
          className={classes.window}
          style={{ transform: `translateY(${String(first * ROW)}px)` }}
        >
          {slice.map((entry, offset) => (
            <FleetRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row that leaves at one end is used again at the other.
              key={(first + offset) % count}
              entry={entry}
              index={first + offset}
              columns={columns.visible}
              store={store}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The rows to have in the document: always the same number of them while the table keeps its height. */
function windowOf(start = 0, height = 0, total: number): { first: number; count: number } {
  if (height === 0) return { first: 0, count: 0 };
  const count = Math.min(total, Math.ceil(height / ROW) + 1 + 2 * OVERSCAN);
  return { first: Math.max(0, Math.min(start - OVERSCAN, total - count)), count };
}

/** Widths as variables of the grid: a border that moves repaints no row. */
function widthVariables({ table, visible }: ReturnType<typeof useColumns>): CSSProperties {
  return Object.fromEntries(
    visible.map((id: ColumnId) => [
      `--col-${id}`,
      `${String(table.getColumn(id)?.getSize() ?? COLUMNS[id].width)}px`,
    ]),
  );
}

function entryAt(entries: readonly FleetEntry[], event: MouseEvent): FleetEntry | undefined {
  if (!(event.target instanceof Element)) return undefined;
  const key = event.target.closest('[data-key]')?.getAttribute('data-key') ?? null;
  return entries[indexOf(entries, key)];
}

function openEntry(entry: FleetEntry | undefined): void {
  if (!entry) return;
  navigate({ page: 'machine', connection: entry.connection.id, uuid: entry.row.uuid, tab: 'console' });
}

/** Arrows, pages, Home and End move; Shift extends; Space toggles; Enter opens; Ctrl+A; the Menu key. */
function useGridKeys(
  entries: readonly FleetEntry[],
  store: FleetStore,
  scrollTo: (index: number) => void,
): (event: KeyboardEvent<HTMLDivElement>) => void {
  const latest = useRef(entries);
  useEffect(() => {
    latest.current = entries;
  });
  return (event) => {
    // The titles' buttons have the keys that buttons have.
    if (event.target !== event.currentTarget) return;
    const list = latest.current;
    const { active } = store.getState();
    const index = indexOf(list, active);
    const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW) - 2);
    const moved = movedIndex(event.key, index, list.length, page);
    const target = moved === null ? undefined : list[moved];
    if (moved !== null && target && !event.altKey) {
      selectRow(store, list, target.key, event.shiftKey ? 'range' : 'only');
      scrollTo(moved);
    } else if (event.key === 'Enter') openEntry(list[index]);
    else if (event.key === ' ' && active !== null) selectRow(store, list, active, 'toggle');
    else if (event.key === 'a' && event.ctrlKey) selectAll(store, list);
    else if (event.key === 'Escape') clearSelection(store);
    else return;
    event.preventDefault();
  };
}
