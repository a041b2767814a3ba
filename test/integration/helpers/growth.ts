import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/**
 * How much the process grows over many calls, in MiB, garbage not counted. Measured three times, the least
 * counts: a leak grows each time, the allocator's own stock only once.
 */
export function growth(rounds: number, work: () => unknown): number {
  return Math.min(...[1, 2, 3].map(() => growthOnce(rounds, work)));
}

function growthOnce(rounds: number, work: () => unknown): number {
  const before = settled();
  for (let round = 0; round < rounds; round++) work();
  return (settled() - before) / 2 ** 20;
}

function settled(): number {
  collect();
  collect();
  return process.memoryUsage.rss();
}
