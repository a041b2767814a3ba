import classes from './Limits.module.css';

interface LimitsProps {
  label: string;
  value: number;
  /** What the system needs and should have; null: not known. */
  minimum: number | null;
  recommended: number | null;
  /** What the host has; 0: not known. */
  host: number;
  /** The most that the hypervisor gives one machine; null: no more than the host has. */
  maximum: number | null;
  words: (value: number) => string;
}

/** Where a value lies between what the system needs and what the host has: a line with marks, and in words. */
export function Limits({ label, value, minimum, recommended, host, maximum, words }: LimitsProps) {
  const marks = [
    { name: 'system’s minimum', value: minimum },
    { name: 'recommended', value: recommended },
    { name: 'host has', value: host > 0 ? host : null },
    { name: 'at most', value: maximum !== null && maximum !== host ? maximum : null },
  ].flatMap((mark) => (mark.value === null ? [] : [{ ...mark, value: mark.value }]));
  const most = Math.max(host, recommended ?? 0, minimum ?? 0, 1);
  const place = (amount: number) => `${Math.min(100, Math.max(0, (amount / most) * 100))}%`;
  const shown = Number.isFinite(value) ? value : 0;
  return (
    <div className={classes.limits}>
      <div className={classes.line} aria-hidden="true" data-over={host > 0 && shown > host}>
        <div className={classes.bar} style={{ width: place(shown) }} />
        {marks
          .filter((mark) => mark.value <= most)
          .map((mark) => (
            <span key={mark.name} className={classes.mark} style={{ left: place(mark.value) }} />
          ))}
      </div>
      <ul aria-label={`${label}: limits`}>
        {marks.map((mark) => (
          <li key={mark.name}>
            {mark.name} {words(mark.value)}
          </li>
        ))}
      </ul>
    </div>
  );
}
