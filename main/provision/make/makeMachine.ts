import { ApiError, apiError } from '../../../contract/index.ts';
import { withoutPasswords } from '../../hypervisor/editing/passwords.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { virDomainUndefineFlagsValues as Undefine } from '../../libvirt/generated/enums-domain.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import type { DiskPlace } from '../media.ts';
import { forgetFirstAddress } from '../plan/firstAddress.ts';
import type { Artifact } from '../plan/types.ts';
import { makeArtifact } from './artifacts.ts';
import { type Fetched, Fetching, fetchingFolder } from './bootFiles.ts';
import { checkBeforeMaking, checkIdentity, checkName, checkRoom } from './checks.ts';
import { type Definitions, mediaToEject, oneMachine } from './definitions.ts';
import type { FollowUps } from './followUps.ts';
import type { Installing } from './installing.ts';
import { Made, stopIfCancelled, withLeftovers } from './made.ts';
import type { Makeable } from './makeable.ts';
import type { Making, UnfinishedVolume } from './unfinished.ts';

/** With all that belongs to the definition. */
const UNDEFINE_ALL =
  Undefine.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE |
  Undefine.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA |
  Undefine.VIR_DOMAIN_UNDEFINE_NVRAM |
  Undefine.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA;

export interface MakeDeps {
  readonly history: DefinitionHistory;
  readonly followUps: FollowUps;
  /** Where files are put that are fetched; made when it is needed. */
  readonly folder: string;
}

/**
 * Makes a machine as planned: check, disks and files, definition, first boot. When a step fails or the user cancels,
 * exactly what was made here is removed again, newest first, and nothing else. What is to be done when the installer has
 * finished is left to {@link FollowUps}.
 */
export async function makeMachine(
  host: Hypervisor,
  planning: () => Promise<Makeable>,
  job: JobControl,
  deps: MakeDeps,
): Promise<void> {
  const made = new Made(host);
  const fetching = new Fetching(fetchingFolder(deps.folder));
  let name = 'the machine';
  let making: Making | null = null;
  try {
    job.stage('Checking');
    const plan = await planning();
    name = plan.spec.name;
    making = deps.followUps.unfinished.begin(host.connection.uri, name);
    await checkBeforeMaking(host, plan);
    const fetched = await fetchAll(plan.artifacts, fetching, job);
    await checkRoom(host, plan, fetched);
    const places = await makeAll({ host, job, made, making, fetched }, plan.artifacts);
    // Making disks takes its time; others have not slept.
    checkName(host, name);
    const definitions = oneMachine(plan.definition(places), plan.installDefinition(places));
    await checkIdentity(host, definitions.final);
    await making.defines(definitions.uuid);
    await define(host, plan, definitions, job, made, deps.history);
    stopIfCancelled(job);
    const installing = installingOf(host, plan, definitions, making.temporary());
    if (plan.start) await firstBoot(host, plan, definitions, job, made, deps.followUps, installing);
    job.commit();
    forgetFirstAddress(plan.spec);
    await making.end();
    if (plan.start && installing) deps.followUps.follow(host, installing);
  } catch (error) {
    const failure = inStep(error, job, name, host);
    const left = await made.removeAll(job);
    if (left.length > 0) making?.abandon();
    else await making?.end();
    throw withLeftovers(failure, left, `Creating ${name}`);
  } finally {
    await fetching.remove();
  }
}

/** Before anything is made: a server that does not answer costs nothing then. */
async function fetchAll(
  artifacts: readonly Artifact[],
  fetching: Fetching,
  job: JobControl,
): Promise<Map<string, Fetched>> {
  const fetched = new Map<string, Fetched>();
  for (const artifact of artifacts) {
    if (artifact.kind === 'boot-file') fetched.set(artifact.id, await fetching.fetch(artifact, job));
  }
  return fetched;
}

async function makeAll(
  shop: Parameters<typeof makeArtifact>[0],
  artifacts: readonly Artifact[],
): Promise<Map<string, DiskPlace>> {
  const places = new Map<string, DiskPlace>();
  for (const artifact of artifacts) {
    stopIfCancelled(shop.job);
    places.set(artifact.id, await makeArtifact(shop, artifact));
  }
  stopIfCancelled(shop.job);
  return places;
}

async function define(
  host: Hypervisor,
  { spec }: Makeable,
  { uuid, final: xml }: Definitions,
  job: JobControl,
  made: Made,
  history: DefinitionHistory,
): Promise<void> {
  const { name } = spec;
  const { uri } = host.connection;
  job.stage('Saving the definition');
  const undefine = async (): Promise<void> => {
    const cause = 'Could not be started after creating';
    const kept = { time: Date.now(), cause, name, uuid, xml: withoutPasswords(xml), uri };
    await history.keep(kept).catch(() => {});
    await unlessGone(
      host.connection.call('undefineDomain', { uuid, flags: UNDEFINE_ALL }, 'Removing the definition'),
    );
    host.outdated(uuid);
  };
  // Nobody else has this UUID, as was checked: removing it is safe also when the answer did not arrive.
  const undo = { what: `the definition of ${name}`, undo: undefine };
  try {
    await host.connection.call('defineDomain', { xml }, `Defining ${name} on ${host.connection.name}`);
    made.add(undo);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'unavailable') made.add(undo);
    throw error;
  }
  job.about(uuid);
  host.outdated(uuid);
  if (!spec.autostart) return;
  const doing = `Setting autostart of ${name} on ${host.connection.name}`;
  await host.connection.call('setDomainAutostart', { uuid, autostart: true }, doing);
}

/**
 * Starts the machine, from the definition for its first boot where there is one: a transient one over that which stays,
 * so that whatever happens to Virtdeck, the next start is from the disk (https://libvirt.org/formatdomain.html,
 * "Direct kernel boot").
 */
async function firstBoot(
  host: Hypervisor,
  { spec }: Makeable,
  { uuid, install }: Definitions,
  job: JobControl,
  made: Made,
  followUps: FollowUps,
  installing: Installing | null,
): Promise<void> {
  job.stage('Starting');
  const doing = `Starting ${spec.name} on ${host.connection.name}`;
  made.add({
    what: `the running machine ${spec.name}`,
    undo: async () => {
      if (installing) await followUps.forget(installing);
      await unlessGone(host.connection.call('destroyDomain', { uuid }, 'Forcing it off'));
    },
  });
  // Before the start: whatever ends Virtdeck in between, what is to be done stays known.
  if (installing) await followUps.remember(installing);
  if (install === null) await host.connection.call('startDomain', { uuid }, doing);
  else await host.connection.call('createDomainXML', { xml: install }, doing);
  host.outdated(uuid);
}

/** What has to be done when the first boot is over; null: nothing. */
function installingOf(
  host: Hypervisor,
  plan: Makeable,
  definitions: Definitions,
  temporary: readonly UnfinishedVolume[],
): Installing | null {
  const volumes = temporary.map(({ pool, volume, words, stamp }) => ({ pool, volume, words, stamp }));
  if (plan.finish === 'none' && volumes.length === 0) return null;
  return {
    uri: host.connection.uri,
    uuid: definitions.uuid,
    name: plan.spec.name,
    finish: plan.finish,
    domainId: null,
    reboots: Math.max(1, plan.reboots),
    eject: plan.finish === 'eject-media' ? mediaToEject(definitions) : [],
    volumes,
    since: Date.now(),
  };
}

/** What is not there, or not running, needs no removing. */
async function unlessGone(removing: Promise<unknown>): Promise<void> {
  try {
    await removing;
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return;
    if (error instanceof ApiError && /not running/i.test(error.libvirt?.message ?? '')) return;
    throw error;
  }
}

/** The failure in words that name the machine and the host. */
function inStep(error: unknown, job: JobControl, name: string, host: Hypervisor): ApiError {
  if (job.signal.aborted) return apiError('cancelled', 'Cancelled.');
  const { uri } = host.connection;
  return toApiError(error, { doing: `Creating ${name} on ${host.connection.name}`, name, uri });
}
