import type { ReactNode } from 'react';
import { cx } from '../../../../ui/cx.ts';
import classes from './Parts.module.css';

/** Something to know about a device, or (warning) to watch out for. */
export function Remark({ warning = false, children }: { warning?: boolean; children: ReactNode }) {
  return (
    <div className={cx(classes.remark, warning && classes.warning)} role="note">
      {children}
    </div>
  );
}
