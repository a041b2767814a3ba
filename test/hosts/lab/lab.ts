import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { furnishMedia } from '../guest/media.ts';
import { installAccess } from './access.ts';
import { Client, installClient } from './client.ts';
import { type HostPlan, writeHost } from './etc.ts';
import { Host } from './host.ts';
import { installServer } from './pki.ts';
import { labFolder, scriptsFolder } from './places.ts';
import { whyNoLab } from './requirements.ts';
import { until } from './run.ts';
import {
  dropSlot,
  isAbandoned,
  isAlive,
  isLabAlive,
  type LabRecord,
  listSlots,
  markProcess,
  type ProcessMark,
  readRecord,
  takeSlot,
  writeRecord,
} from './slots.ts';
import type { Line } from './slow.ts';
import { connectClient, letStay, spawnSupervisor, whenReady } from './supervisor.ts';

export interface LabOptions {
  /** 1 to 3 hypervisors; default 1. */
  hosts?: number;
  /** Makes the line of every host slow from the start. */
  line?: Line;
  /**
   * Control groups for CPU, memory and block tuning and for containers, of the version that this machine has. The one
   * thing that is made outside of the laboratory's folder and namespaces: a group per host and hierarchy, removed with
   * it. Controllers that this machine's own group may not pass on are missing; see {@link Host.controllers}. Default no.
   */
  cgroups?: boolean;
  /** Let the laboratory outlive this process; end it with {@link Lab.down} of {@link attachLab}. Default no. */
  keep?: boolean;
}

/** A running laboratory. */
export interface Lab {
  readonly slot: number;
  readonly folder: string;
  readonly hosts: readonly Host[];
  /** The machine the laboratory is used from. */
  readonly client: Client;
  /** The host of that name. Throws if there is none. */
  host(name: string): Host;
  /** Ends every process of the laboratory and removes its folder, links and mounts. Never fails on a dead one. */
  down(): Promise<void>;
}

function planHosts(record: LabRecord): HostPlan[] {
  return Array.from({ length: record.hosts }, (_, i) => ({
    slot: record.slot,
    number: i + 1,
    name: `hv${i + 1}`,
    folder: join(labFolder(record.slot), `hv${i + 1}`),
    hostCount: record.hosts,
    cgroups: record.cgroups,
  }));
}

/** Everything a host needs before it starts. */
async function furnish(plan: HostPlan): Promise<void> {
  const etc = join(plan.folder, 'etc');
  await writeHost(plan);
  await installServer(etc, plan.number, 'good');
  await installAccess(etc, plan);
  copyFileSync(join(scriptsFolder, 'daemons.sh'), join(plan.folder, 'daemons.sh'));
  copyFileSync(join(scriptsFolder, 'dmidecode.sh'), join(plan.folder, 'dmidecode'));
  chmodSync(join(plan.folder, 'dmidecode'), 0o755);
  await furnishMedia(plan.folder);
}

class RunningLab implements Lab {
  readonly slot: number;
  readonly folder: string;
  readonly hosts: readonly Host[];
  readonly client: Client;
  readonly #record: LabRecord;

  constructor(record: LabRecord, supervisor: ProcessMark) {
    this.#record = record;
    this.slot = record.slot;
    this.folder = labFolder(record.slot);
    this.hosts = planHosts(record).map((plan) => new Host(plan, supervisor));
    this.client = new Client(record);
  }

  host(name: string): Host {
    const host = this.hosts.find((each) => each.name === name);
    if (!host)
      throw new Error(`no host ${name}: there are ${this.hosts.map((each) => each.name).join(', ')}`);
    return host;
  }

  down(): Promise<void> {
    return endLab(this.#record);
  }
}

/** Ends the laboratory of that record, whoever started it. */
async function endLab(record: LabRecord): Promise<void> {
  const { supervisor } = record;
  if (supervisor && isAlive(supervisor)) {
    process.kill(supervisor.pid, 'SIGTERM');
    await until('the laboratory to end', () => !isAlive(supervisor), 10_000, 10).catch(() => {
      process.kill(supervisor.pid, 'SIGKILL');
      return until('the laboratory to be killed', () => !isAlive(supervisor), 5_000, 10);
    });
  }
  dropSlot(record.slot);
}

/** Removes what laboratories without a living supervisor or owner left. Gives their numbers. */
export function sweepDeadLabs(): number[] {
  return listSlots().filter((slot) => {
    const record = readRecord(slot);
    if (record ? isLabAlive(record) : !isAbandoned(slot)) return false;
    dropSlot(slot);
    return true;
  });
}

/** Laboratories that run on this machine, whoever started them. */
export function runningLabs(): LabRecord[] {
  return listSlots()
    .map(readRecord)
    .filter((record) => record !== undefined)
    .filter(isLabAlive);
}

/** The running laboratory with that number. */
export function attachLab(slot: number): Lab {
  const record = readRecord(slot);
  if (!record?.supervisor || !isLabAlive(record)) throw new Error(`no laboratory ${slot} is running`);
  return new RunningLab(record, record.supervisor);
}

/**
 * Starts a laboratory of hypervisors and gives it when all of them answer. It ends with {@link Lab.down}, or, unless
 * `keep` is set, with this process, however that ends.
 */
export async function startLab(options: LabOptions = {}): Promise<Lab> {
  const { hosts = 1 } = options;
  const reason = whyNoLab();
  if (reason) throw new Error(reason);
  if (!Number.isInteger(hosts) || hosts < 1 || hosts > 3) throw new Error(`1 to 3 hosts, not ${hosts}`);
  sweepDeadLabs();
  let record = takeSlot(hosts, options.cgroups);
  try {
    const plans = planHosts(record);
    mkdirSync(join(labFolder(record.slot), 'shared'));
    await Promise.all([...plans.map(furnish), installClient(record)]);
    const child = spawnSupervisor(record);
    await new Promise<void>((resolve, reject) => {
      child.once('spawn', resolve);
      child.once('error', reject);
    });
    if (child.pid === undefined) throw new Error('the supervisor has no process');
    const supervisor = markProcess(child.pid);
    record = { ...record, supervisor };
    writeRecord(record);
    await connectClient(record);
    await Promise.all(plans.map((plan) => whenReady(plan, supervisor)));
    const lab = new RunningLab(record, supervisor);
    const { line } = options;
    if (line) await Promise.all(lab.hosts.map((host) => host.faults.slow(line)));
    if (options.keep) await letStay(child);
    return lab;
  } catch (error) {
    await endLab(record);
    throw error;
  }
}
