import { type ColumnSizingState, getCoreRowModel, type Updater, useReactTable } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { readNumbers, readStrings, saveUiValue, useUiState } from '../../state/uiState.ts';
import { COLUMN_IDS, type ColumnId, DEFAULT_COLUMNS, isColumnId } from './columnIds.ts';
import { columnDefs } from './columns.tsx';
import type { FleetEntry } from './entries.ts';

const VISIBLE = 'fleet.columns';
const WIDTHS = 'fleet.widths';
const NO_ROWS: FleetEntry[] = [];

/** Which columns are shown and how wide they are, kept between runs. */
export function useColumns(without?: ColumnId) {
  const kept = useUiState((state) => state.values[VISIBLE]);
  const keptWidths = useUiState((state) => state.values[WIDTHS]);
  // While a border is dragged the widths live here; they are kept when it is let go.
  const [dragged, setDragged] = useState<ColumnSizingState | null>(null);
  const visible = useMemo(() => {
    const chosen = (readStrings(kept) ?? DEFAULT_COLUMNS).filter(isColumnId);
    return chosen.filter((id) => id !== without);
  }, [kept, without]);
  const widths = useMemo(() => readNumbers(keptWidths), [keptWidths]);
  const columnSizing = dragged ?? widths;

  const table = useReactTable({
    data: NO_ROWS,
    columns: columnDefs,
    getCoreRowModel: getCoreRowModel(),
    columnResizeMode: 'onChange',
    state: {
      columnSizing,
      columnVisibility: Object.fromEntries(COLUMN_IDS.map((id) => [id, visible.includes(id)])),
    },
    onColumnSizingChange: (updater: Updater<ColumnSizingState>) => {
      const next = typeof updater === 'function' ? updater(columnSizing) : updater;
      setDragged(next);
      saveUiValue(WIDTHS, next);
    },
  });

  const toggle = (id: ColumnId) => {
    const shown = new Set(readStrings(kept) ?? DEFAULT_COLUMNS);
    if (!shown.delete(id)) shown.add(id);
    saveUiValue(
      VISIBLE,
      COLUMN_IDS.filter((other) => shown.has(other)),
    );
  };
  const reset = () => {
    setDragged(null);
    saveUiValue(VISIBLE, [...DEFAULT_COLUMNS]);
    saveUiValue(WIDTHS, {});
  };
  return { table, visible, toggle, reset };
}

export type FleetColumns = ReturnType<typeof useColumns>;
