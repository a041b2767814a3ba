import { applyChanges, assign, compare, Domain } from '../../../model/index.ts';
import { defineMachine } from '../definition/define.ts';
import type { DiskPart, DrivePart, MachineParts, Place } from '../definition/parts.ts';
import { sourceOf } from '../definition/storage.ts';

/** The user's definition, with what was made in place of what was planned. */
export function editedDefinition(edited: string, planned: MachineParts, made: MachineParts): string {
  const domain = Domain.parse(edited);
  substitute(domain, planned, made);
  return domain.toXml();
}

/**
 * The user's definition for the first boot: what the plan changes for it, and nothing else. What the user has taken out
 * stays out.
 */
export function editedInstallation(
  edited: string,
  planned: { readonly final: MachineParts; readonly install: MachineParts },
  made: { readonly final: MachineParts; readonly install: MachineParts },
): string {
  const domain = Domain.parse(edited);
  const final = defineMachine(planned.final);
  const install = defineMachine(planned.install);
  const keys = new Set(compare(final, install).map((change) => change.key));
  applyChanges(domain, install, keys);
  substitute(domain, planned.install, made.install);
  substitute(domain, planned.final, made.final);
  return domain.toXml();
}

/** Puts the places that artifacts have got where the definition has those that were planned for them. */
function substitute(domain: Domain, planned: MachineParts, made: MachineParts): void {
  const moved = new Map<string, Place>();
  const before = partsOf(planned);
  const after = partsOf(made);
  for (const [index, part] of before.entries()) {
    const now = after[index];
    if (part.artifact === null || !part.place || !now?.place) continue;
    moved.set(locationOf(part.place), now.place);
  }
  for (const disk of domain.disks) {
    const place = moved.get(disk.source.location ?? '');
    if (!place || locationOf(place) === disk.source.location) continue;
    disk.source.clear();
    assign(disk, sourceOf(place));
  }
  if (planned.kernel && made.kernel) {
    const { os } = domain;
    if (os.kernel === planned.kernel.kernel.path) os.kernel = made.kernel.kernel.path;
    if (planned.kernel.initrd && os.initrd === planned.kernel.initrd.path) {
      os.initrd = made.kernel.initrd?.path ?? null;
    }
  }
}

function partsOf(parts: MachineParts): readonly (DiskPart | DrivePart)[] {
  return [...parts.disks, ...parts.drives];
}

/** As a disk's source calls it. */
function locationOf(place: Place): string {
  const domain = Domain.parse(`<domain type='qemu'/>`);
  return domain.addDevice('disk', sourceOf(place)).source.location ?? '';
}
