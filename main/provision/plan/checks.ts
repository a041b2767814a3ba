import { type ApiError, apiError, type CardSpec, type NetworkInfo } from '../../../contract/index.ts';
import { Domain, virshOn, XmlError } from '../../../model/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { listNetworks } from '../../hypervisor/storage.ts';
import { imageUse } from '../../hypervisor/uses/imageUse.ts';
import { hostAbilities } from '../abilities.ts';
import type { ChosenPlatform } from '../defaults/choose.ts';
import { isContainer } from '../defaults/context.ts';
import { nameProblem } from '../names.ts';
import { noteOn } from '../offer/arches.ts';
import { pathWarnings } from './access.ts';
import { macWarnings } from './macs.ts';
import type { MethodContext } from './methodContext.ts';
import type { PoolBook } from './pools.ts';
import { spaceIn } from './space.ts';
import type { Artifact } from './types.ts';
import type { PlannedDisk } from './volumes.ts';

/** Less than this and hardly any installer starts. */
const LITTLE_MEMORY_MIB = 512;

export interface Checked {
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

/**
 * What the user should know before the planned machine is made, and what would make it fail.
 * @param starts whether it is started at once
 */
export async function checkPlan(
  method: MethodContext,
  choice: ChosenPlatform,
  disks: readonly PlannedDisk[],
  artifacts: readonly Artifact[],
  starts: boolean,
): Promise<Checked> {
  const { host, spec, context, pools } = method;
  const name = nameProblem(host, spec.name);
  const taken = name?.includes('already') ? 'exists' : 'invalid';
  const abilities = await hostAbilities(host);
  const note = noteOn(abilities, spec.virtType);
  const space = await spaceFor(host, pools, artifacts);
  const used = await usersOf(method, disks);
  const networks = spec.cards.some((card) => card.kind === 'network') ? await listNetworks(host) : [];
  const cards = spec.cards.map((card) => cardCheck(host, card, networks, starts));
  return {
    warnings: [
      ...sizes(method),
      ...space.warnings,
      ...used,
      ...cards.flatMap((one) => one.warnings),
      ...(await macWarnings(host, spec)),
      ...withoutCards(method),
      ...(note === null || isContainer(context) ? [] : [note]),
      ...(await pathWarnings(host, disks, spec)),
    ],
    problems: [
      ...(name === null ? [] : [apiError(taken, name, 'Choose another name.')]),
      ...platformProblems(method, choice),
      ...editProblems(method),
      ...space.problems,
      ...cards.flatMap((one) => one.problems),
    ],
  };
}

/** What the user has chosen against what the host can do. */
function platformProblems({ spec }: MethodContext, { options }: ChosenPlatform): ApiError[] {
  return Object.entries(spec.platform).flatMap(([field, value]) => {
    const refusal = options[field]?.find((one) => one.value === String(value))?.refusal;
    return refusal ? [apiError('unsupported', `${LABELS[field] ?? field}: ${refusal}`)] : [];
  });
}

const LABELS: Readonly<Record<string, string>> = {
  firmware: 'Firmware',
  secureBoot: 'Secure boot',
  tpm: 'TPM',
  cpu: 'Processor',
  hyperv: 'Hyper-V’s interface',
  graphics: 'Display',
  video: 'Graphics card',
  sound: 'Sound card',
  diskBus: 'Disk bus',
  cdromBus: 'Bus of CD-ROM drives',
  cardModel: 'Network card',
  usb: 'USB',
  tablet: 'Tablet',
  guestAgent: 'Guest agent',
  rng: 'Random numbers',
  balloon: 'Memory balloon',
  discard: 'Discard',
};

function editProblems({ spec }: MethodContext): ApiError[] {
  if (spec.edited === null) return [];
  try {
    const { name } = Domain.parse(spec.edited);
    if (name === spec.name) return [];
    const words = `The edited definition is of ${name ?? 'a machine without name'}, and not of ${spec.name}.`;
    return [apiError('invalid', words, 'Give it the name of the machine.')];
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return [apiError('invalid', `The edited definition cannot be read: ${error.message}`)];
  }
}

function sizes({ host, spec, context }: MethodContext): string[] {
  const facts = host.connection.host;
  const { memoryMiB, vcpus } = spec;
  const least = context.os.resources.minimum.memoryMiB ?? (isContainer(context) ? 0 : LITTLE_MEMORY_MIB);
  const warnings: string[] = [];
  if (memoryMiB < least) {
    const who = context.os.generic ? 'most installers need' : `${context.os.name} needs`;
    warnings.push(`${memoryMiB} MiB of memory are little: ${who} at least ${least}.`);
  }
  if (facts && facts.memoryKiB > 0 && memoryMiB * 1024 > facts.memoryKiB) {
    warnings.push(`The host has only ${Math.floor(facts.memoryKiB / 1024)} MiB of memory.`);
  }
  if (facts && facts.cpus > 0 && vcpus > facts.cpus) {
    warnings.push(`The host has only ${facts.cpus} CPUs: more vCPUs make the machine slower.`);
  }
  return warnings;
}

/** Whether the pools are there to take what is put into them, and have room for it. */
async function spaceFor(
  { connection: { uri } }: Hypervisor,
  pools: PoolBook,
  artifacts: readonly Artifact[],
): Promise<Checked> {
  const warnings: string[] = [];
  const problems: ApiError[] = [];
  for (const { info } of await pools.all()) {
    const own = artifacts.filter((artifact) => artifact.pool === info.name);
    if (own.length === 0) continue;
    if (!info.active) {
      problems.push(
        apiError(
          'conflict',
          `The pool ${info.name} is not active.`,
          `Start it (${virshOn(uri, 'pool-start', info.name)}), or choose another pool.`,
        ),
      );
      continue;
    }
    const known = spaceIn(info, own);
    // What libvirt has in mind of a pool is as old as its last look.
    const space = known.problems.length > 0 ? spaceIn(await pools.lookAgain(info.name), own) : known;
    warnings.push(...space.warnings);
    problems.push(...space.problems);
  }
  return { warnings, problems };
}

/** Disks that were there before, and are those of other machines. */
async function usersOf({ host, spec }: MethodContext, disks: readonly PlannedDisk[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const disk of spec.disks) {
    if (disk.kind !== 'existing') continue;
    const place = disks.map((one) => one.part.place).find((one) => endsWith(one, disk.volume));
    const path = place && 'file' in place ? place.file : place && 'dev' in place ? place.dev : null;
    const { usedBy } = await imageUse(host, { path, volume: { pool: disk.pool, volume: disk.volume } });
    if (usedBy.length === 0) continue;
    const users = usedBy.map((one) => `${one.name}${one.running ? ' (running)' : ''}`).join(', ');
    warnings.push(`${disk.volume} is a disk of ${users}: two machines that write to it destroy it.`);
  }
  return warnings;
}

function endsWith(place: PlannedDisk['part']['place'], volume: string): boolean {
  if ('file' in place) return place.file.endsWith(`/${volume}`);
  return 'dev' in place ? place.dev.endsWith(`/${volume}`) : false;
}

function cardCheck(
  { connection }: Hypervisor,
  card: CardSpec,
  networks: readonly NetworkInfo[],
  starts: boolean,
): Checked {
  if (card.kind !== 'network') return { warnings: [], problems: [] };
  const found = networks.find((one) => one.name === card.name);
  if (!found) {
    const words = `There is no network ${card.name} on ${connection.name}.`;
    return { warnings: [], problems: [apiError('not-found', words, 'Choose another network.')] };
  }
  if (found.active) return { warnings: [], problems: [] };
  const words = `The network ${card.name} is not active.`;
  const start = virshOn(connection.uri, 'net-start', card.name);
  if (!starts)
    return { warnings: [`${words} It has to be before the machine is started: ${start}`], problems: [] };
  const hint = `Start it (${start}), or choose another network.`;
  return { warnings: [], problems: [apiError('conflict', words, hint)] };
}

function withoutCards({ spec, context }: MethodContext): string[] {
  const disks = spec.disks.length > 0 || ['import', 'cloud'].includes(spec.install.method);
  const warnings: string[] = [];
  if (!disks && !isContainer(context)) {
    warnings.push('Without a disk nothing can be installed: the machine keeps nothing.');
  }
  if (spec.cards.length > 0) return warnings;
  const words = isContainer(context)
    ? 'Without a network card of its own the container has the host’s network.'
    : 'Without a network card the machine cannot reach anything.';
  return [...warnings, words];
}
