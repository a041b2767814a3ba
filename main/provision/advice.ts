import type { NetworkInfo, NewMachine } from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { listNetworks } from '../hypervisor/storage.ts';
import type { Plan } from './plan.ts';

const GIB = 1024 ** 3;
/** Less than this and hardly any installer starts. */
const LITTLE_MEMORY_MIB = 512;

/** What the user should know before the planned machine is made. */
export async function adviceOn(host: Hypervisor, plan: Plan): Promise<string[]> {
  const networks = await listNetworks(host);
  return [
    ...(plan.medium.problem ? [plan.medium.problem.message] : []),
    ...plan.medium.warnings,
    ...sizes(host, plan.machine),
    ...storage(plan),
    ...network(plan.machine, networks),
    ...type(plan),
  ];
}

function sizes(host: Hypervisor, { memoryMiB, vcpus }: NewMachine): string[] {
  const facts = host.connection.host;
  const warnings: string[] = [];
  if (memoryMiB < LITTLE_MEMORY_MIB) {
    warnings.push(
      `${memoryMiB} MiB of memory are little: most installers need at least ${LITTLE_MEMORY_MIB}.`,
    );
  }
  if (facts && facts.memoryKiB > 0 && memoryMiB * 1024 > facts.memoryKiB) {
    warnings.push(`The host has only ${Math.floor(facts.memoryKiB / 1024)} MiB of memory.`);
  }
  if (facts && facts.cpus > 0 && vcpus > facts.cpus) {
    warnings.push(`The host has only ${facts.cpus} CPUs: more vCPUs make the machine slower.`);
  }
  return warnings;
}

function storage({ volume, disk, pool }: Plan): string[] {
  if (!disk) return ['Without a disk nothing can be installed: the machine runs from its medium.'];
  if (pool && !pool.active) return [`The pool ${pool.name} is not active: start it first.`];
  if (!volume || !pool || pool.available >= volume.capacity) return [];
  const free = (pool.available / GIB).toFixed(1);
  return [
    `The pool ${pool.name} has only ${free} GiB left: the machine stops when its disk grows beyond that.`,
  ];
}

function network({ network: choice }: NewMachine, networks: readonly NetworkInfo[]): string[] {
  if (choice.kind === 'none') return ['Without a network card the machine cannot reach anything.'];
  if (choice.kind !== 'network') return [];
  const found = networks.find((one) => one.name === choice.name);
  if (!found) return [`There is no network ${choice.name} on this host.`];
  return found.active ? [] : [`The network ${choice.name} is not active: start it first.`];
}

function type({ machine, support }: Plan): string[] {
  const found = support.types.find((one) => one.type === machine.virtType);
  if (!found) return [`This host does not offer machines of type ${machine.virtType}.`];
  return found.note === null ? [] : [found.note];
}
