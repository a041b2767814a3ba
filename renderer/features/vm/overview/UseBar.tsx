import { formatBytes, formatPercent } from '../../../ui/format.ts';
import classes from './Overview.module.css';

/** From this on a file system or disk counts as nearly full. */
const FULL = 0.9;

/** How much of something is used, as a bar and in words. Sizes in bytes. */
export function UseBar({ used, total, label }: { used: number; total: number; label: string }) {
  const part = total > 0 ? Math.min(1, Math.max(0, used / total)) : 0;
  return (
    <span
      className={classes.bar}
      role="meter"
      aria-label={label}
      aria-valuenow={Math.round(part * 100)}
      aria-valuemin={0}
      aria-valuemax={100}
      data-full={part >= FULL}
    >
      <i>
        <b style={{ width: `${part * 100}%` }} />
      </i>
      <span>
        {formatBytes(used)} of {formatBytes(total)} ({formatPercent(part * 100)})
      </span>
    </span>
  );
}
