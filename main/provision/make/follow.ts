import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, apiError, isActive } from '../../../contract/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import { type Hypervisor, XML } from '../../hypervisor/hypervisor.ts';
import type { ListedDomain } from '../../hypervisor/inventory.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { toListed } from '../../hypervisor/stateWords.ts';
import { virDomainDeviceModifyFlags as Device } from '../../libvirt/generated/enums-domain.ts';
import { emptyDrive } from './definitions.ts';
import type { Installing } from './installing.ts';
import { interrupted } from './interrupted.ts';
import { agentOf, isLinkError, whenBack, whenConnected } from './link.ts';
import { stopIfCancelled } from './made.ts';
import { Signs } from './signs.ts';
import { isAsMade, lookAgain } from './tidy.ts';
import { removeVolume } from './volumes.ts';

/** Who has written less has not installed anything: the user has only chosen otherwise in the installer's menu. */
const INSTALLED_BYTES = 1024 * 1024;
/** How often it is tried again on a connection that says it is open. */
const TRIES = 5;

/** How often a medium is taken out of a drive whose tray the guest moves, and how long is waited in between. */
const TRAY_TRIES = 10;
const TRAY_MS = 1_000;

type Seen = Pick<ListedDomain, 'id' | 'state' | 'reason'>;

/**
 * Ends that a guest brings about itself. With `on_reboot` destroy libvirt tells a reboot like a shutdown (measured with
 * libvirt 9.0), so that an installer that turns the machine off sees it started too.
 */
const BY_ITSELF = new Set(['shutdown']);

/**
 * Waits until the first boot of a machine is over, over lost connections too, and does what is due then.
 * @param remember keeps what has become known meanwhile
 * @throws ApiError when the first boot ended otherwise than an installation does; `cancelled`
 */
export async function followInstallation(
  host: Hypervisor,
  installing: Installing,
  job: JobControl,
  remember: (installing: Installing) => Promise<void>,
): Promise<void> {
  let known = installing;
  const signs = new Signs(host, known.uuid, job.signal);
  const words = `Installing ${known.name}: waiting for the installer to finish`;
  job.stage(words);
  try {
    for (;;) {
      if (!host.connected) {
        job.stage(`Waiting for the connection to ${host.connection.name} to come back`);
        await whenConnected(host, job.signal);
        job.stage(words);
      }
      if (job.signal.aborted) throw apiError('cancelled', 'Cancelled.');
      const row = await seen(host, known, job);
      if (!row) return await gone(host, known, job);
      if (!isActive(row)) return await stopped(host, known, row, job);
      if (known.domainId === null) {
        known = { ...known, domainId: row.id };
        await remember(known);
      }
      if (row.id !== known.domainId) return await startedAnew(host, known, job);
      if (signs.takeReboot() && known.finish === 'eject-media') {
        const left = await rebooted(host, known, job);
        if (left === 0) return await ejectAll(host, known, job);
        known = { ...known, reboots: left };
        await remember(known);
        continue;
      }
      await signs.next();
    }
  } finally {
    signs.stop();
  }
}

/** The machine as it is now: the list may not have heard of its start yet. Undefined: it does not exist any more. */
async function seen(
  host: Hypervisor,
  { uuid, name }: Installing,
  job: JobControl,
): Promise<Seen | undefined> {
  const doing = `Looking at ${name} on ${host.connection.name}`;
  const found = await again(host, job, () =>
    host.connection.call('refreshDomains', { uuids: [uuid] }, doing),
  );
  return found.domains.map(toListed)[0];
}

/** It was deleted meanwhile; what was made for it is of no use any more. */
async function gone(host: Hypervisor, installing: Installing, job: JobControl): Promise<void> {
  job.log(`${installing.name} does not exist any more`);
  await removeVolumes(host, installing, job);
}

/** The first boot is over. */
async function stopped(host: Hypervisor, installing: Installing, row: Seen, job: JobControl): Promise<void> {
  const { finish, name } = installing;
  if (finish === 'none') return removeVolumes(host, installing, job);
  await removeVolumes(host, installing, job);
  // Who has further phases before them do not turn the machine off: somebody else has shut it down.
  const tooEarly = finish === 'eject-media' && installing.reboots > 1;
  if (!BY_ITSELF.has(row.reason) || tooEarly) throw interrupted(installing, row);
  if (finish === 'eject-media') {
    await eject(host, installing, job);
    job.log(`${name} has turned itself off: its system is installed, unless you have shut it down`);
    return;
  }
  job.log(
    `${name} has rebooted or turned itself off, which libvirt does not tell apart. If you have shut it down yourself, its installation may not be complete.`,
  );
  job.stage(`Starting ${name} from its disk`);
  const doing = `Starting ${name} on ${host.connection.name}`;
  await again(host, job, async () => {
    // The link may have broken after it was started.
    const now = await seen(host, installing, job);
    if (now && isActive(now)) return;
    await host.connection.call('startDomain', { uuid: installing.uuid }, doing);
  });
  host.outdated(installing.uuid);
}

/** Somebody has started it again already: from its saved definition. */
async function startedAnew(host: Hypervisor, installing: Installing, job: JobControl): Promise<void> {
  job.log(`${installing.name} has been started again, from its disk`);
  await removeVolumes(host, installing, job);
}

/** How many reboots are still to come before the media can go. */
async function rebooted(host: Hypervisor, installing: Installing, job: JobControl): Promise<number> {
  const { name, reboots } = installing;
  const installed = await whileRunning(host, installing, job, () => hasInstalled(host, installing, job));
  // What its end means is looked at next.
  if (installed === null) return reboots;
  if (!installed) {
    job.log(`${name} has rebooted before anything was installed`);
    return reboots;
  }
  if (reboots > 1) job.log(`${name} has rebooted; its installer needs the media for another phase`);
  return reboots - 1;
}

async function ejectAll(host: Hypervisor, installing: Installing, job: JobControl): Promise<void> {
  await eject(host, installing, job);
  await removeVolumes(host, installing, job);
}

/** Does something that only a running machine allows; null: it has ended meanwhile. */
async function whileRunning<T>(
  host: Hypervisor,
  installing: Installing,
  job: JobControl,
  work: () => Promise<T>,
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (job.signal.aborted || isLinkError(error)) throw error;
    const row = await seen(host, installing, job);
    if (row && isActive(row)) throw error;
    return null;
  }
}

async function hasInstalled(host: Hypervisor, { uuid, name }: Installing, job: JobControl): Promise<boolean> {
  const doing = `Reading the statistics of ${name} on ${host.connection.name}`;
  const written = await again(host, job, () => host.connection.call('domainWritten', { uuid }, doing));
  return written === null || written >= INSTALLED_BYTES;
}

/** Empties the drives, of the running machine and of its saved definition, where the media are still in them. */
async function eject(host: Hypervisor, installing: Installing, job: JobControl): Promise<void> {
  const { uuid, name, eject: targets } = installing;
  if (targets.length === 0) return;
  job.stage(`Ejecting the installation media of ${name}`);
  const doing = `Ejecting the installation media of ${name} on ${host.connection.name}`;
  const empty = async (xmlFlags: number, flags: number): Promise<void> => {
    const xml = await host.connection.call('domainXML', { uuid, flags: xmlFlags }, doing);
    for (const target of targets) {
      const drive = emptyDrive(xml, target);
      if (drive) await host.connection.call('updateDomainDevice', { uuid, xml: drive, flags }, doing);
    }
  };
  await again(host, job, async () => {
    await empty(XML.inactive, Device.VIR_DOMAIN_DEVICE_MODIFY_CONFIG);
    const row = await seen(host, installing, job);
    // A guest that has locked the tray has just been reset.
    const live = Device.VIR_DOMAIN_DEVICE_MODIFY_LIVE | Device.VIR_DOMAIN_DEVICE_MODIFY_FORCE;
    if (!row || !isActive(row)) return;
    await whileRunning(host, installing, job, () => despiteTray(job, () => empty(XML.live, live)));
  });
  host.outdated(uuid);
  job.log('The media are out; it boots from its disk');
}

/** A guest that starts closes the tray just when QEMU has opened it, and opening it again is refused for a while. */
async function despiteTray(job: JobControl, eject: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await eject();
    } catch (error) {
      const tray = error instanceof ApiError && /\btray\b/i.test(error.libvirt?.message ?? '');
      if (!tray || tries >= TRAY_TRIES) throw error;
      await sleep(TRAY_MS, undefined, { signal: job.signal }).catch(() => {});
      stopIfCancelled(job);
    }
  }
}

/** Deletes what was made for the first boot only, unless something else has its name by now. */
export async function removeVolumes(
  host: Hypervisor,
  { volumes }: Installing,
  job: JobControl,
): Promise<void> {
  for (const { words, stamp, ...place } of volumes) {
    job.stage(`Removing ${words}`);
    try {
      await again(host, job, async () => {
        const found = await lookAgain(host, place);
        if (!found) return;
        if (isAsMade(found, stamp)) return removeVolume(host, place);
        job.log(
          `Volume ${place.volume} of pool ${place.pool} stays: whether it is still ${words} cannot be told. Delete it if you do not need it.`,
        );
      });
    } catch (error) {
      if (job.signal.aborted) throw error;
      // The machine is more important than a file that is of no use any more.
      const why = toApiError(error, { doing: 'Removing it' }).message;
      job.log(`Could not remove ${words}; ${place.volume} is still in pool ${place.pool}: ${why}`);
    }
  }
}

/** Does something again when the link was broken meanwhile. */
async function again<T>(host: Hypervisor, job: JobControl, work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    await whenConnected(host, job.signal);
    const agent = agentOf(host);
    try {
      return await work();
    } catch (error) {
      if (!isLinkError(error) || host.stopped) throw error;
      if (agentOf(host) === agent && tries >= TRIES) throw error;
      await whenBack(host, agent, job.signal);
    }
  }
}

/** What is left to the user who does not want to wait any more. */
export function whatRemains({ name, finish, volumes }: Installing): string[] {
  const lines = [
    finish === 'two-phase'
      ? `${name} goes on with its installation. When it has turned itself off, start it: it boots from its disk then.`
      : `${name} goes on with its installation. Eject its media yourself when it has finished.`,
  ];
  for (const { pool, volume, words } of volumes) {
    lines.push(`Delete ${words} then: volume ${volume} of pool ${pool}.`);
  }
  return lines;
}
