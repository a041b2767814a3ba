import type { ReactNode } from 'react';
import { cx } from '../../../ui/cx.ts';
import classes from './parts.module.css';

/** Something to know, or (warning) to watch out for. */
export function Note({ warning = false, children }: { warning?: boolean; children: ReactNode }) {
  return (
    <div className={cx(classes.note, warning ? classes.warning : classes.info)} role="note">
      {children}
    </div>
  );
}

/** Words that matter less than those around them. */
export function Dim({ children }: { children: ReactNode }) {
  return <span className={classes.dim}>{children}</span>;
}

/** What is wrong with an answer. */
export function Mistake({ children }: { children: ReactNode }) {
  return (
    <p className={classes.error} role="alert">
      {children}
    </p>
  );
}
