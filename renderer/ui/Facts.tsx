import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** A block of a page with its heading. */
export function Section({ title, side, children }: { title: string; side?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <header>
        <h2>{title}</h2>
        {side}
      </header>
      {children}
    </section>
  );
}

export interface Fact {
  readonly label: string;
  /** Null or empty: there is nothing to say, and the line is left out. */
  readonly value: ReactNode;
}

/** Names with their values, one a line. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '')
        .map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

interface PlainTableProps {
  /** The accessible name. */
  label: string;
  head: readonly string[];
  /** Cells by row; the first of each names the row. */
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** Said instead when there are no rows. */
  none: string;
}

/** A small table of facts, for tens of rows. */
export function PlainTable({ label, head, rows, none }: PlainTableProps) {
  if (rows.length === 0) return <p className={classes.none}>{none}</p>;
  return (
    <div className={classes.scroll}>
      <table className={classes.table} aria-label={label}>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={head[index] ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
