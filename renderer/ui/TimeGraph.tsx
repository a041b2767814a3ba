import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useRef } from 'react';
import UPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import classes from './TimeGraph.module.css';

/** One line of a graph. */
export interface GraphLine {
  readonly label: string;
  /** The name of a colour of theme.css: "--vd-accent". */
  readonly color: string;
  /** As many as there are times; null is a gap. */
  readonly values: readonly (number | null)[];
}

interface TimeGraphProps {
  /** The accessible name, with what the graph says now. */
  label: string;
  /** Seconds since 1970, ascending. */
  times: readonly number[];
  lines: readonly GraphLine[];
  /** The top of the scale; null: as high as the values go. */
  max: number | null;
  format: (value: number) => string;
  height?: number;
}

/** Values over time: hover shows them, dragging zooms, a double click shows all again. */
export function TimeGraph({ label, times, lines, max, format, height = 150 }: TimeGraphProps) {
  const place = useRef<HTMLDivElement>(null);
  const graph = useRef<UPlot | null>(null);
  const scheme = useComputedColorScheme();
  const names = lines.map((line) => `${line.label} ${line.color}`).join('\n');
  const data: UPlot.AlignedData = [[...times], ...lines.map(({ values }) => [...values])];
  const latest = useRef({ data, lines, format, max });
  latest.current = { data, lines, format, max };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the scheme and the names change how it is drawn.
  useEffect(() => {
    const parent = place.current;
    if (!parent) return;
    const { lines: drawn, format: write } = latest.current;
    const color = (name: string) => getComputedStyle(parent).getPropertyValue(name).trim();
    const axis = {
      stroke: color('--vd-dim'),
      grid: { stroke: color('--vd-line'), width: 1 },
      ticks: { show: false },
    };
    const made = new UPlot(
      {
        width: parent.clientWidth || 300,
        height,
        padding: [8, 8, 0, 0],
        legend: { live: true },
        cursor: { drag: { x: true, y: false }, points: { size: 5 } },
        scales: { y: { range: (_plot, _least, most) => [0, latest.current.max ?? Math.max(1, most * 1.1)] } },
        axes: [axis, { ...axis, size: 64, values: (_plot, ticks) => ticks.map((value) => write(value)) }],
        series: [
          {
            value: (_plot, seconds) =>
              seconds === null ? '' : new Date(seconds * 1000).toLocaleTimeString(),
          },
          ...drawn.map(({ label: name, color: stroke }) => ({
            label: name,
            stroke: color(stroke),
            width: 1.5,
            fill: `color-mix(in srgb, ${color(stroke)} 12%, transparent)`,
            points: { show: false },
            value: (_plot: UPlot, value: number | null) => (value === null ? '–' : write(value)),
          })),
        ],
      },
      latest.current.data,
      parent,
    );
    graph.current = made;
    const resized = new ResizeObserver(() =>
      made.setSize({ width: Math.max(120, parent.clientWidth), height }),
    );
    resized.observe(parent);
    return () => {
      resized.disconnect();
      made.destroy();
      graph.current = null;
    };
  }, [scheme, names, height]);
  const newest = times.at(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: new values come with a new time.
  useEffect(() => {
    graph.current?.setData(latest.current.data);
  }, [newest, times.length]);
  return <div ref={place} className={classes.graph} role="img" aria-label={label} />;
}
