import { apiError } from '../../contract/index.ts';
import { toApiError } from '../hypervisor/errors.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { JobControl } from '../hypervisor/jobs.ts';
import { toVolume } from '../hypervisor/storage.ts';
import type { DefinitionHistory } from '../settings/history.ts';
import type { DiskPlace } from './media.ts';
import { nameProblem } from './names.ts';
import { domainXml, type NewVolume, type Plan, planMachine } from './plan.ts';

/** virDomainUndefineFlagsValues: managed save, snapshots, NVRAM, checkpoints. */
const UNDEFINE_ALL = 1 | 2 | 4 | 16;

/** Something that was made, and how it goes away again. */
interface Undo {
  readonly what: string;
  readonly undo: () => Promise<void>;
}

/**
 * Makes a machine: check, disk, definition, start. When a step fails or the user cancels, exactly
 * what was made here is removed again, newest first, and nothing else.
 */
export async function createMachine(
  host: Hypervisor,
  machine: Plan['machine'],
  job: JobControl,
  history: DefinitionHistory,
): Promise<void> {
  const made: Undo[] = [];
  try {
    job.stage('Checking');
    const plan = await planMachine(host, machine);
    await check(host, plan);
    const place = plan.volume ? await makeVolume(host, plan.volume, job, made) : undefined;
    stopIfCancelled(job);
    const uuid = await define(host, domainXml(plan, place), machine.name, job, made, history);
    stopIfCancelled(job);
    await start(host, uuid, machine.name, job, made);
    job.commit();
  } catch (error) {
    const left = await removeAll(made, job);
    throw left.length === 0 ? error : withLeftovers(error, left);
  }
}

/** What would fail later, or succeed and be useless, is refused before anything is made. */
async function check(host: Hypervisor, plan: Plan): Promise<void> {
  const { machine, medium, pool, support } = plan;
  const name = nameProblem(host, machine.name);
  if (name !== null)
    throw apiError(name.includes('already') ? 'exists' : 'invalid', name, 'Choose another name.');
  if (!support.types.some((one) => one.type === machine.virtType)) {
    const offered = support.types.map((one) => one.type).join(', ');
    throw apiError(
      'unsupported',
      `${host.connection.name} has no machines of type ${machine.virtType}.`,
      `It offers: ${offered}.`,
    );
  }
  if (medium.problem) throw medium.problem;
  if (pool && !pool.active) {
    throw apiError(
      'conflict',
      `The pool ${pool.name} is not active.`,
      `Start it: virsh -c ${host.connection.uri} pool-start ${pool.name}`,
    );
  }
}

async function makeVolume(
  host: Hypervisor,
  volume: NewVolume,
  job: JobControl,
  made: Undo[],
): Promise<DiskPlace | undefined> {
  job.stage(`Creating the disk ${volume.name} in pool ${volume.pool}`);
  const doing = `Creating the disk ${volume.name} in pool ${volume.pool} on ${host.connection.name}`;
  // No signal: a volume that libvirt goes on making could not be removed.
  const created = await host.connection.call('createVolume', { pool: volume.pool, xml: volume.xml }, doing);
  made.push({
    what: `the disk ${volume.name} in pool ${volume.pool}`,
    undo: () =>
      host.connection.call('deleteVolume', { pool: volume.pool, volume: volume.name }, 'Removing the disk'),
  });
  const { type, path } = toVolume(created);
  if (type === 'file') return { file: path };
  return type === 'block' ? { dev: path } : undefined;
}

async function define(
  host: Hypervisor,
  xml: string,
  name: string,
  job: JobControl,
  made: Undo[],
  history: DefinitionHistory,
): Promise<string> {
  job.stage('Saving the definition');
  const doing = `Defining ${name} on ${host.connection.name}`;
  const { uuid } = await host.connection.call('defineDomain', { xml }, doing);
  job.about(uuid);
  made.push({
    what: `the definition of ${name}`,
    undo: async () => {
      const entry = { time: Date.now(), cause: 'Could not be started after creating', name, uuid, xml };
      await history.keep({ ...entry, uri: host.connection.uri }).catch(() => {});
      await host.connection.call('undefineDomain', { uuid, flags: UNDEFINE_ALL }, 'Removing the definition');
      host.outdated(uuid);
    },
  });
  host.outdated(uuid);
  return uuid;
}

async function start(
  host: Hypervisor,
  uuid: string,
  name: string,
  job: JobControl,
  made: Undo[],
): Promise<void> {
  job.stage('Starting');
  const doing = `Starting ${name} on ${host.connection.name}`;
  await host.connection.call('startDomain', { uuid }, doing);
  made.push({
    what: `the running machine ${name}`,
    undo: () => host.connection.call('destroyDomain', { uuid }, 'Forcing it off'),
  });
  host.outdated(uuid);
}

function stopIfCancelled(job: JobControl): void {
  if (job.signal.aborted) throw apiError('cancelled', 'Cancelled.');
}

/** Removes what was made, newest first; returns what could not be removed, each with the reason. */
async function removeAll(made: readonly Undo[], job: JobControl): Promise<string[]> {
  const left: string[] = [];
  for (const { what, undo } of [...made].reverse()) {
    try {
      await undo();
      job.log(`Removed ${what} again`);
    } catch (error) {
      const why = toApiError(error, { doing: 'Removing it' }).message;
      job.log(`Could not remove ${what}: ${why}`);
      left.push(what);
    }
  }
  return left;
}

function withLeftovers(error: unknown, left: readonly string[]): Error {
  const failure = toApiError(error, { doing: 'Creating the machine' });
  const words = `${failure.message} What had been made could not be removed: ${left.join(', ')}.`;
  return apiError(failure.kind === 'cancelled' ? 'unavailable' : failure.kind, words, failure.hint);
}
