import type { MachineParts, Place } from '../definition/parts.ts';
import type { DiskPlace } from '../media.ts';

/**
 * A machine with its artifacts where they are.
 * @param resolve a place as a definition can name it: disks of some pools have to be named as network disks
 */
export function placed(
  parts: MachineParts,
  places: ReadonlyMap<string, DiskPlace>,
  resolve: (place: DiskPlace) => Place,
): MachineParts {
  const placeOf = (artifact: string | null): Place | undefined => {
    const place = artifact === null ? undefined : places.get(artifact);
    return place && resolve(place);
  };
  const { kernel } = parts;
  return {
    ...parts,
    disks: parts.disks.map((disk) => ({ ...disk, place: placeOf(disk.artifact) ?? disk.place })),
    drives: parts.drives.map((drive) => ({ ...drive, place: placeOf(drive.artifact) ?? drive.place })),
    kernel: kernel && {
      ...kernel,
      kernel: { ...kernel.kernel, path: pathIn(placeOf(kernel.kernel.artifact)) ?? kernel.kernel.path },
      initrd: kernel.initrd && {
        ...kernel.initrd,
        path: pathIn(placeOf(kernel.initrd.artifact)) ?? kernel.initrd.path,
      },
    },
  };
}

function pathIn(place: Place | undefined): string | null {
  if (!place) return null;
  if ('file' in place) return place.file;
  return 'dev' in place ? place.dev : null;
}
