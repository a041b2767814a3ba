import type { VolumeInfo } from '../../../contract/index.ts';

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

/** Volumes whose name holds the filter: installation media first, or disks first, then by name. */
export function orderVolumes(
  volumes: readonly VolumeInfo[],
  filter: string,
  prefer: 'media' | 'disks',
): VolumeInfo[] {
  const wanted = filter.trim().toLowerCase();
  return volumes
    .filter(({ name, type }) => type !== 'dir' && name.toLowerCase().includes(wanted))
    .sort((a, b) => {
      const rank = Number(isMedium(b)) - Number(isMedium(a));
      return (prefer === 'media' ? rank : -rank) || collator.compare(a.name, b.name);
    });
}

function isMedium({ name, format }: VolumeInfo): boolean {
  return format === 'iso' || /\.iso$/i.test(name);
}

/** Whether a pool has something to install from. */
export function hasMedia(volumes: readonly VolumeInfo[]): boolean {
  return volumes.some(isMedium);
}
