import { Button } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext } from 'react';
import { cx } from '../../../../ui/cx.ts';
import { IconButton, ReasonButton } from '../../../../ui/ReasonButton.tsx';
import classes from './Rows.module.css';

/** The columns of the table around, as CSS has them; null: there is no room for columns. */
const Columns = createContext<string | null>(null);

interface RowsProps {
  /** The accessible name: "Pinned vCPUs". */
  label: string;
  columns: readonly string[];
  /** Their widths, as in CSS: "90px 1fr". */
  widths: string;
  /** Pixels below which there is no room for columns: then each row is a block. */
  minWidth?: number;
  /** What stands there when there are none. */
  empty: string;
  /** Buttons below. */
  buttons?: ReactNode;
  children: readonly ReactNode[];
}

/** A small table of things that come and go: one `<Row>` each. */
export function Rows({ label, columns, widths, minWidth = 0, empty, buttons, children }: RowsProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const template = width > 0 && width < minWidth ? null : `${widths} 24px`;
  return (
    <>
      {children.length === 0 ? (
        <p className={classes.empty}>{empty}</p>
      ) : (
        <div className={classes.table} ref={ref}>
          {template !== null && (
            <div
              className={cx(classes.row, classes.columns)}
              style={{ gridTemplateColumns: template }}
              aria-hidden="true"
            >
              {columns.map((column) => (
                <span key={column}>{column}</span>
              ))}
            </div>
          )}
          <Columns.Provider value={template}>
            <ul className={classes.list} aria-label={label}>
              {children}
            </ul>
          </Columns.Provider>
        </div>
      )}
      {buttons && <div className={classes.buttons}>{buttons}</div>}
    </>
  );
}

interface RowProps {
  /** "Remove the pin of vCPU 2". */
  removeLabel: string;
  /** Why it cannot be removed; null: it can. */
  reason?: string | null;
  onRemove: () => void;
  children: ReactNode;
}

/** One of several alike, with the button that takes it away. */
export function Row({ removeLabel, reason = null, onRemove, children }: RowProps) {
  const template = useContext(Columns);
  const shape = template === null ? {} : { style: { gridTemplateColumns: template } };
  return (
    <li className={cx(classes.row, template === null && classes.block)} {...shape}>
      {children}
      <IconButton label={removeLabel} variant="subtle" size={24} reason={reason} onClick={onRemove}>
        <IconTrash size={14} />
      </IconButton>
    </li>
  );
}

interface AddButtonProps {
  label: string;
  reason?: string | null;
  onClick: () => void;
}

/** Adds one more; disabled, it says why. */
export function AddButton({ label, reason = null, onClick }: AddButtonProps) {
  return (
    <ReasonButton
      variant="default"
      size="compact-xs"
      leftSection={<IconPlus size={13} />}
      reason={reason}
      onClick={onClick}
    >
      {label}
    </ReasonButton>
  );
}

/** A button beside Add. */
export function SmallButton({ children, onClick }: { children: ReactNode; onClick: () => void }) {
  return (
    <Button variant="default" size="compact-xs" onClick={onClick}>
      {children}
    </Button>
  );
}

/** A cell that only says something. */
export function FixedCell({ children }: { children: ReactNode }) {
  return <span className={classes.fixed}>{children}</span>;
}
