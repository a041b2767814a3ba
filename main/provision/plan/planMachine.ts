import { apiError, type MachineSpec, type OsFacts } from '../../../contract/index.ts';
import { XmlError } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { type HostAbilities, hostAbilities } from '../abilities.ts';
import { type ChosenPlatform, choosePlatform } from '../defaults/choose.ts';
import { isContainer } from '../defaults/context.ts';
import { contextFor } from '../defaults/defaults.ts';
import { defineMachine } from '../definition/define.ts';
import type { MachineParts, Place } from '../definition/parts.ts';
import type { DiskPlace } from '../media.ts';
import { hostRefusal, methodOffers } from '../offer/methods.ts';
import { checkPlan } from './checks.ts';
import type { MethodPlan } from './draft.ts';
import { editedDefinition, editedInstallation } from './edited.ts';
import { withFirstAddress } from './firstAddress.ts';
import type { MethodContext } from './methodContext.ts';
import { planMethod } from './methods.ts';
import { placed } from './places.ts';
import { networkPlace, PoolBook } from './pools.ts';
import type { PlanSources } from './sources.ts';
import type { MachinePlan } from './types.ts';
import { type PlannedDisk, planDisk } from './volumes.ts';

/**
 * Plans a machine: reads what has to be known of the host, and decides names, places and devices. Nothing is made.
 * @param os what is known of the system; null: nothing
 * @throws ApiError when the host cannot make such machines, or a pool does not exist
 */
export async function planMachine(
  host: Hypervisor,
  wanted: MachineSpec,
  os: OsFacts | null,
  sources: PlanSources,
): Promise<MachinePlan> {
  const spec = withFirstAddress(wanted);
  const abilities = await hostAbilities(host);
  refuse(host, abilities, spec);
  const { method } = spec.install;
  const wish = { os, method, virtType: spec.virtType, arch: spec.arch, machine: null };
  const context = await contextFor(host.connection.name, abilities, wish, spec.platform);
  const choice = choosePlatform(context);
  const { platform } = choice;
  const pools = new PoolBook(host);
  const disks = { host, pools, machine: spec.name, bus: platform.diskBus, discard: platform.discard };
  const planned: PlannedDisk[] = [];
  for (const [index, disk] of spec.disks.entries()) planned.push(await planDisk(disks, disk, `disk${index}`));
  const methodContext: MethodContext = { host, spec, context, platform, pools, sources, disks };
  const added = await planMethod(methodContext);
  return assemble(methodContext, abilities, choice, planned, added);
}

function refuse(host: Hypervisor, abilities: HostAbilities, spec: MachineSpec): void {
  const { name, readOnly } = host.connection;
  const refusal = hostRefusal(name, readOnly, abilities);
  if (refusal !== null) throw apiError('unsupported', refusal);
  const offer = methodOffers(name, abilities).find((one) => one.method === spec.install.method);
  if (offer && offer.refusal !== null) throw apiError('unsupported', offer.refusal);
}

async function assemble(
  method: MethodContext,
  abilities: HostAbilities,
  choice: ChosenPlatform,
  planned: readonly PlannedDisk[],
  added: MethodPlan,
): Promise<MachinePlan> {
  const { spec, context, platform, pools } = method;
  const disks = [...(added.firstDisk ? [added.firstDisk] : []), ...planned];
  const final: MachineParts = { ...commonParts(method, disks), ...added.final };
  const install = added.install && { ...final, ...added.install };
  const artifacts = [
    ...planned.flatMap((disk) => (disk.artifact ? [disk.artifact] : [])),
    ...added.artifacts,
  ];
  const resolve = resolver(await pools.all());
  const checked = await checkPlan(method, choice, disks, artifacts, added.start);
  return {
    spec,
    abilities,
    platform,
    artifacts,
    definition: (places) => finalXml(spec, final, placed(final, places, resolve)),
    installDefinition: (places) =>
      install &&
      installXml(
        spec,
        { final, install },
        { final: placed(final, places, resolve), install: placed(install, places, resolve) },
      ),
    finish: added.finish,
    reboots: Math.max(1, context.os.installerReboots ?? (context.os.windows ? 2 : 1)),
    start: added.start,
    warnings: [...disks.flatMap((disk) => disk.warnings), ...added.warnings, ...checked.warnings],
    problems: [...checked.problems, ...disks.flatMap((disk) => disk.problems), ...added.problems],
    outline: { arch: context.arch, osType: context.osType, parts: final, installParts: install },
  };
}

function commonParts(
  { spec, context, platform }: MethodContext,
  disks: readonly PlannedDisk[],
): MachineParts {
  return {
    context,
    platform,
    name: spec.name,
    title: spec.title,
    os: context.os.id === '' || isContainer(context) ? null : context.os.id,
    memoryMiB: spec.memoryMiB,
    vcpus: spec.vcpus,
    disks: disks.map((disk) => disk.part),
    drives: [],
    cards: spec.cards,
    kernel: null,
    acpiTable: null,
    container: null,
    boot: ['disk'],
    onReboot: 'restart',
  };
}

/** Disks of pools that libvirt does not look up itself, as network disks. */
function resolver(pools: Awaited<ReturnType<PoolBook['all']>>): (place: DiskPlace) => Place {
  const network = new Map(
    pools
      .filter(({ info }) => ['rbd', 'gluster', 'sheepdog'].includes(info.type))
      .map((pool) => [pool.info.name, pool.pool]),
  );
  return (place) => {
    const pool = 'pool' in place ? network.get(place.pool) : undefined;
    return pool && 'pool' in place ? networkPlace(pool, place.volume) : place;
  };
}

function finalXml(spec: MachineSpec, planned: MachineParts, made: MachineParts): string {
  if (spec.edited === null) return defineMachine(made).toXml();
  const edited = spec.edited;
  return readable(() => editedDefinition(edited, planned, made));
}

function installXml(
  spec: MachineSpec,
  planned: { final: MachineParts; install: MachineParts },
  made: { final: MachineParts; install: MachineParts },
): string {
  if (spec.edited === null) return defineMachine(made.install).toXml();
  const edited = spec.edited;
  return readable(() => editedInstallation(edited, planned, made));
}

function readable(read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw apiError(
      'invalid',
      `The edited definition cannot be read: ${error.message}`,
      'Correct it, or discard the changes.',
    );
  }
}
