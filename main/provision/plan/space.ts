import { type ApiError, apiError, type PoolInfo } from '../../../contract/index.ts';
import type { Artifact } from './types.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** What a pool is told to hold, against what it has free. */
export interface SpaceCheck {
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

/**
 * Whether a pool has room for all that is put into it. What takes its space at once has to fit; disks that grow may grow
 * beyond the pool. The few hundred KiB of a disk with documents do not count.
 */
export function spaceIn(
  { name, available }: Pick<PoolInfo, 'name' | 'available'>,
  own: readonly Artifact[],
): SpaceCheck {
  const now = own.reduce((sum, artifact) => sum + spaceOf(artifact).now, 0);
  const most = own.reduce((sum, artifact) => sum + spaceOf(artifact).most, 0);
  const left = `The pool ${name} has only ${amount(available)} left`;
  if (now > available) {
    const words = `${left}, and what is put into it takes ${amount(now)} at once${partsOf(own)}.`;
    const hint = own.some((artifact) => artifact.kind === 'volume' && artifact.preallocate)
      ? 'Make the disks smaller, let them grow as they are used, or choose another pool.'
      : 'Make room in it, or choose another pool.';
    return { warnings: [], problems: [apiError('no-space', words, hint)] };
  }
  if (most <= available) return { warnings: [], problems: [] };
  const words = `${left}, and what is put into it may take up to ${amount(most)}: the machine stops when its disks grow beyond what is there.`;
  return { warnings: [words], problems: [] };
}

/** Bytes that an artifact takes at once, and that it may take in the end. */
function spaceOf(artifact: Artifact): { now: number; most: number } {
  switch (artifact.kind) {
    case 'volume':
    case 'overlay':
      return { now: artifact.preallocate ? artifact.capacity : 0, most: artifact.capacity };
    case 'copy':
      return { now: artifact.size, most: Math.max(artifact.size, artifact.capacity ?? artifact.size) };
    case 'boot-file':
      return { now: artifact.size ?? 0, most: artifact.size ?? 0 };
    case 'seed':
      return { now: 0, most: 0 };
  }
}

/** What takes how much, where it is more than one. */
function partsOf(own: readonly Artifact[]): string {
  const parts = own.flatMap((artifact) => {
    const { now } = spaceOf(artifact);
    return now > 0 ? [`${artifact.name} ${amount(now)}`] : [];
  });
  return parts.length > 1 ? ` (${parts.join(', ')})` : '';
}

function amount(bytes: number): string {
  return bytes < GIB ? `${Math.ceil(bytes / MIB)} MiB` : `${(bytes / GIB).toFixed(1)} GiB`;
}
