import { memo } from 'react';
import classes from './Sparkline.module.css';

interface SparklineProps {
  /** Oldest first. */
  values: readonly number[];
  /** The value at the top. */
  max: number;
  width: number;
  height: number;
  /** Points across the whole width; fewer values stand at the right. */
  length?: number;
}

/** A small line of the last values. It repeats what a number beside it says, so it has no name. */
export const Sparkline = memo(function Sparkline({
  values,
  max,
  width,
  height,
  length = 40,
}: SparklineProps) {
  if (values.length < 2) return <svg width={width} height={height} aria-hidden="true" />;
  const step = width / (length - 1);
  const start = width - (values.length - 1) * step;
  const points = values.map((value, index) => {
    const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
    return `${(start + index * step).toFixed(1)},${(height - 1 - share * (height - 2)).toFixed(1)}`;
  });
  const area = `M${start.toFixed(1)},${height} L${points.join(' L')} L${width},${height} Z`;
  return (
    <svg width={width} height={height} className={classes.spark} aria-hidden="true">
      <path d={area} className={classes.area} />
      <polyline points={points.join(' ')} className={classes.line} />
    </svg>
  );
});
