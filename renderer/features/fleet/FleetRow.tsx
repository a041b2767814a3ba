import { memo } from 'react';
import { isStale } from '../../state/connections.ts';
import { cx } from '../../ui/cx.ts';
import type { ColumnId } from './columnIds.ts';
import { COLUMNS } from './columns.tsx';
import type { FleetEntry } from './entries.ts';
import classes from './FleetTable.module.css';
import type { FleetStore } from './fleetStore.ts';

interface FleetRowProps {
  entry: FleetEntry;
  index: number;
  columns: readonly ColumnId[];
  store: FleetStore;
}

/** One machine. Repaints when the machine, the columns or its own selection change, and never else. */
export const FleetRow = memo(function FleetRow({ entry, index, columns, store }: FleetRowProps) {
  const { key, row, connection } = entry;
  const selected = store((state) => state.selection.has(key));
  const active = store((state) => state.active === key);
  return (
    <div
      role="row"
      id={rowId(key)}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-key={key}
      data-uuid={row.uuid}
      data-state={row.state}
      className={cx(
        classes.row,
        selected && classes.selected,
        active && classes.active,
        isStale(connection) && classes.away,
      )}
    >
      <span role="gridcell" className={classes.check}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={selected}
          readOnly
          aria-label={`Select ${row.name}`}
          data-check
        />
      </span>
      {columns.map((id) => {
        const { Cell, numeric } = COLUMNS[id];
        return (
          <span
            key={id}
            role="gridcell"
            data-column={id}
            className={cx(classes.cell, numeric && classes.numeric)}
            style={{ width: `var(--col-${id})` }}
          >
            <Cell entry={entry} />
          </span>
        );
      })}
    </div>
  );
});

/** The id of a row's element, for aria-activedescendant. */
export function rowId(key: string): string {
  return `fleet-row-${key}`;
}
