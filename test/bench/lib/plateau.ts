import type { Emit } from '../run.ts';
import { LIMITS, type Measure, type Sample } from './gauges.ts';
import { rounded } from './numbers.ts';

/** Something that is done again and again, and what is held must not grow by. */
export interface Endurance {
  readonly part: string;
  /** What is counted: cycles, updates, MiB. */
  readonly unit: string;
  /** So many turns bring everything to the size that it keeps. */
  readonly warm: number;
  readonly turns: number;
  /** What is held is read after each so many turns. */
  readonly every: number;
  readonly run: (turns: number) => Promise<void>;
  readonly read: () => Promise<Sample>;
}

/**
 * Warms up, goes on to the end, and compares: a line for each reading, and one for each measure.
 * @returns which measures have grown by more than their limit
 */
export async function endure(emit: Emit, endurance: Endurance): Promise<string[]> {
  const { part, unit, warm, turns, every, run, read } = endurance;
  const started = performance.now();
  await run(warm);
  const before = await read();
  let last = before;
  emit({ bench: 'soak', part, [unit]: warm, ...before });
  for (let done = warm; done < turns; ) {
    const next = Math.min(every, turns - done);
    await run(next);
    done += next;
    last = await read();
    emit({ bench: 'soak', part, [unit]: done, ...last });
  }
  emit({ bench: 'soak', part, [unit]: turns, seconds: rounded((performance.now() - started) / 1000) });
  return compare(emit, part, before, last);
}

function compare(emit: Emit, part: string, before: Sample, after: Sample): string[] {
  return measures(LIMITS).flatMap((measure) => {
    const growth = rounded(after[measure] - before[measure], 2);
    const ok = growth <= LIMITS[measure];
    const sizes = { before: before[measure], after: after[measure], growth, limit: LIMITS[measure] };
    emit({ bench: 'soak', part, measure, ...sizes, ok });
    return ok ? [] : [`${part}: ${measure} grew by ${String(growth)} (limit ${String(LIMITS[measure])})`];
  });
}

/** The names in a record of limits; Object.keys does not say which they are. */
function measures(limits: typeof LIMITS): Measure[] {
  const isMeasure = (name: string): name is Measure => name in limits;
  return Object.keys(limits).filter(isMeasure);
}
