import { isContainer, isParavirtual } from '../defaults/context.ts';
import type { BootSource, DiskPart, DrivePart, Place } from '../definition/parts.ts';
import { isQemu } from '../definition/system.ts';
import type { Artifact, MachinePlan } from '../plan/types.ts';
import { value } from './virtInstall.ts';

const GIB = 1024 ** 3;

/** Disks and drives, and what has to be made before. */
export function storageArguments(plan: MachinePlan): { words: string[]; before: Artifact[] } {
  const { outline, artifacts } = plan;
  // For the two phases of a kernel the drives have their media from the beginning; virt-install keeps them.
  const parts = outline.installParts ?? outline.parts;
  if (isContainer(parts.context)) return { words: [], before: [] };
  const order = orderOf(plan);
  const words = [
    ...parts.disks.flatMap((disk, index) => ['--disk', diskWords(plan, disk, order('disk', index))]),
    ...parts.drives.flatMap((drive, index) => ['--disk', driveWords(drive, order('cdrom', index))]),
  ];
  const none = words.length === 0 ? ['--disk', 'none'] : [];
  return {
    words: [...words, ...none],
    before: artifacts.filter((artifact) => !makesItself(plan, artifact)),
  };
}

/** Whether virt-install makes it as planned: a new file, or one over an image; and what a tree has it fetches. */
function makesItself(plan: MachinePlan, artifact: Artifact): boolean {
  if (artifact.kind === 'boot-file') return plan.spec.install.method === 'tree';
  const disk = plan.outline.parts.disks.find((one) => one.artifact === artifact.id);
  return artifact.kind === 'volume' && disk !== undefined && 'file' in disk.place;
}

function diskWords(plan: MachinePlan, disk: DiskPart, order: number | null): string {
  const artifact = plan.artifacts.find((one) => one.id === disk.artifact);
  const options = placeWords(disk.place);
  if (artifact?.kind === 'volume' && 'file' in disk.place) {
    options.push(`size=${artifact.capacity / GIB}`, `sparse=${artifact.preallocate ? 'no' : 'yes'}`);
  }
  options.push(`format=${disk.format}`, `bus=${disk.bus}`);
  if ('dev' in disk.place) options.push('cache=none', 'io=native');
  // virt-install gives blocks of every new file back unless it is told otherwise.
  options.push(disk.discard ? 'discard=unmap' : 'driver.discard=');
  if (order !== null) options.push(`boot.order=${order}`);
  return options.join(',');
}

function driveWords(drive: DrivePart, order: number | null): string {
  const place = drive.place === null ? [] : [...placeWords(drive.place), 'driver.type=raw'];
  const options = [`device=${drive.device}`, ...place, `bus=${drive.bus}`];
  if (order !== null) options.push(`boot.order=${order}`);
  return options.join(',');
}

function placeWords(place: Place): string[] {
  if ('file' in place) return [`path=${value(place.file)}`];
  if ('dev' in place) return [`path=${value(place.dev)}`];
  if ('volume' in place) return [`vol=${value(place.pool)}/${value(place.volume)}`];
  return [
    'type=network',
    `source.protocol=${place.protocol}`,
    `source.name=${value(place.name)}`,
    ...place.hosts.flatMap((host, index) => [
      `source.host${index}.name=${value(host.name)}`,
      ...(host.port === null ? [] : [`source.host${index}.port=${host.port}`]),
    ]),
    ...(place.auth
      ? [
          `auth.username=${value(place.auth.username)}`,
          `auth.secret.type=${place.auth.type}`,
          ...(place.auth.uuid === null ? [] : [`auth.secret.uuid=${place.auth.uuid}`]),
          ...(place.auth.usage === null ? [] : [`auth.secret.usage=${value(place.auth.usage)}`]),
        ]
      : []),
  ];
}

/**
 * Where a device stands in the boot order; null: it does not. Of an installation in two phases virt-install itself says
 * what is booted when.
 */
export function orderOf(plan: MachinePlan): (source: BootSource, index: number) => number | null {
  const { parts: final, installParts } = plan.outline;
  const { context } = final;
  const own = final.kernel || plan.finish === 'two-phase';
  if (own || isParavirtual(context) || !isQemu(context.type)) return () => null;
  const { drives } = installParts ?? final;
  const order = final.boot.flatMap((source): { source: BootSource; index: number }[] => {
    if (source === 'disk') return final.disks.length > 0 ? [{ source, index: 0 }] : [];
    if (source === 'network') return final.cards.length > 0 ? [{ source, index: 0 }] : [];
    return drives.flatMap((drive, index) => (drive.boot ? [{ source, index }] : []));
  });
  return (source, index) => {
    const found = order.findIndex((one) => one.source === source && one.index === index);
    return found < 0 ? null : found + 1;
  };
}
