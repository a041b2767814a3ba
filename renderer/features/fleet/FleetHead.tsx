import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { cx } from '../../ui/cx.ts';
import type { ColumnId } from './columnIds.ts';
import { COLUMNS } from './columns.tsx';
import classes from './FleetTable.module.css';
import type { FleetSort } from './sort.ts';
import type { FleetColumns } from './useColumns.ts';

interface FleetHeadProps {
  columns: FleetColumns;
  sort: FleetSort;
  onSort: (sort: FleetSort) => void;
  /** Whether all, some or none of the rows are selected. */
  selected: 'all' | 'some' | 'none';
  onSelectAll: () => void;
}

/** The column titles: sort by a click, resize at the borders. */
export function FleetHead({ columns, sort, onSort, selected, onSelectAll }: FleetHeadProps) {
  return (
    <div role="row" aria-rowindex={1} className={classes.head}>
      <span role="columnheader" className={classes.check}>
        <input
          type="checkbox"
          aria-label="Select all machines"
          checked={selected === 'all'}
          ref={(box) => {
            if (box) box.indeterminate = selected === 'some';
          }}
          onChange={onSelectAll}
        />
      </span>
      {columns.visible.map((id) => (
        <HeadCell key={id} id={id} columns={columns} sort={sort} onSort={onSort} />
      ))}
    </div>
  );
}

interface HeadCellProps extends Pick<FleetHeadProps, 'columns' | 'sort' | 'onSort'> {
  id: ColumnId;
}

/** Numbers are most interesting from the top. */
const startsDescending = (id: ColumnId) => COLUMNS[id].numeric ?? false;

function HeadCell({ id, columns, sort, onSort }: HeadCellProps) {
  const { title, numeric } = COLUMNS[id];
  const header = columns.table.getFlatHeaders().find((candidate) => candidate.id === id);
  const sorted = sort.column === id;
  const direction = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
  const resize = header?.getResizeHandler();
  return (
    <span
      role="columnheader"
      aria-sort={direction}
      className={cx(classes.headCell, numeric && classes.numeric)}
      style={{ width: `var(--col-${id})` }}
    >
      <button
        type="button"
        className={classes.headButton}
        onClick={() => onSort({ column: id, descending: sorted ? !sort.descending : startsDescending(id) })}
      >
        <span>{title}</span>
        {sorted &&
          (sort.descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
      </button>
      <span
        aria-hidden="true"
        className={cx(classes.resizer, header?.column.getIsResizing() && classes.resizing)}
        onMouseDown={resize}
        onTouchStart={resize}
        onDoubleClick={() => header?.column.resetSize()}
      />
    </span>
  );
}
