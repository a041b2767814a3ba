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

/** What is shown at least, so that two values are not drawn with their milliseconds. */
const SHORTEST_S = 60;

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
    let resized: ResizeObserver | null = null;
    // The page's colours follow the scheme only after this effect.
    const frame = requestAnimationFrame(() => {
      const { lines: drawn, format: write, data: first } = latest.current;
      const made = new UPlot(
        options(parent, drawn, write, height, () => latest.current.max),
        first,
        parent,
      );
      graph.current = made;
      resized = new ResizeObserver(() => made.setSize({ width: Math.max(120, parent.clientWidth), height }));
      resized.observe(parent);
    });
    return () => {
      cancelAnimationFrame(frame);
      resized?.disconnect();
      graph.current?.destroy();
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

function options(
  parent: HTMLElement,
  lines: readonly GraphLine[],
  format: (value: number) => string,
  height: number,
  max: () => number | null,
): UPlot.Options {
  const style = getComputedStyle(parent);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const axis = {
    stroke: color('--vd-dim'),
    grid: { stroke: color('--vd-line'), width: 1 },
    ticks: { show: false },
  };
  return {
    width: parent.clientWidth || 300,
    height,
    padding: [8, 8, 0, 0],
    cursor: { drag: { x: true, y: false }, points: { size: 5 } },
    scales: {
      x: { range: (_plot, least, most) => [Math.min(least, most - SHORTEST_S), most] },
      y: { range: (_plot, _least, most) => [0, max() ?? Math.max(1, most * 1.1)] },
    },
    axes: [
      {
        ...axis,
        size: 28,
        space: 100,
        values: (_plot, ticks, _axis, _space, step) => ticks.map((time) => clock(time, step < 60)),
      },
      { ...axis, size: 64, values: (_plot, ticks) => ticks.map((value) => format(value)) },
    ],
    series: [
      { label: 'Time', value: (_plot, time) => (time === null ? '–' : clock(time, true)) },
      ...lines.map(({ label, color: name }) => ({
        label,
        stroke: color(name),
        width: 1.5,
        fill: `color-mix(in srgb, ${color(name)} 12%, transparent)`,
        points: { show: false },
        value: (_plot: UPlot, value: number | null) => (value === null ? '–' : format(value)),
      })),
    ],
  };
}

/** The time of day of seconds since 1970, as the user writes it. */
function clock(seconds: number, exact: boolean): string {
  return new Date(seconds * 1000).toLocaleTimeString(undefined, {
    hour: '2-digit',
    minute: '2-digit',
    ...(exact && { second: '2-digit' }),
  });
}
