import { apiError, type DomainAction, type DomainRow, refusal } from '../../contract/index.ts';
import { virDomainCreateFlags as Start } from '../libvirt/generated/enums-domain.ts';
import type { Hypervisor } from './hypervisor.ts';

type ActionOperation =
  | 'startDomain'
  | 'shutdownDomain'
  | 'rebootDomain'
  | 'resetDomain'
  | 'destroyDomain'
  | 'suspendDomain'
  | 'resumeDomain';

const ACTIONS: Readonly<Record<DomainAction, readonly [operation: ActionOperation, doing: string]>> = {
  start: ['startDomain', 'Starting'],
  shutdown: ['shutdownDomain', 'Shutting down'],
  reboot: ['rebootDomain', 'Rebooting'],
  reset: ['resetDomain', 'Resetting'],
  destroy: ['destroyDomain', 'Forcing off'],
  suspend: ['suspendDomain', 'Pausing'],
  resume: ['resumeDomain', 'Resuming'],
};

/**
 * Does something to a domain. Refuses with the words that the UI shows when the picture says that it
 * is not possible; what only libvirt knows comes back as its error.
 * @param options.resetNvram at a start, makes the firmware's settings anew from their template
 */
export async function actOnDomain(
  host: Hypervisor,
  uuid: string,
  action: DomainAction,
  options: { readonly resetNvram?: boolean } = {},
): Promise<void> {
  const row = host.row(uuid);
  refuse(refusal(action, row, context(host)), ACTIONS[action][1], row, host);
  const [operation, doing] = ACTIONS[action];
  const wakes = action === 'resume' && row.state === 'pmsuspended';
  try {
    const flags = action === 'start' && options.resetNvram ? Start.VIR_DOMAIN_START_RESET_NVRAM : 0;
    const input = { uuid, flags };
    await host.connection.call(wakes ? 'wakeDomain' : operation, input, host.connection.doing(doing, row));
  } finally {
    // Some drivers send no events, and a refusal may mean that the picture is out of date.
    if (host.connected) host.outdated(uuid);
  }
}

/** Sets whether the domain starts with its host. libvirt sends no event for it. */
export async function setAutostart(host: Hypervisor, uuid: string, autostart: boolean): Promise<void> {
  const row = host.row(uuid);
  const why = host.connection.readOnly
    ? 'This connection is read-only.'
    : row.persistent
      ? null
      : 'Its definition is not saved: it goes when it stops.';
  refuse(why, 'Changing the autostart of', row, host);
  const doing = host.connection.doing('Changing the autostart of', row);
  await host.connection.call('setDomainAutostart', { uuid, autostart }, doing);
  host.inventory.change(uuid, { autostart });
}

function context(host: Hypervisor) {
  return { connected: host.connected, readOnly: host.connection.readOnly };
}

function refuse(why: string | null, doing: string, row: DomainRow, host: Hypervisor): void {
  if (why === null) return;
  const kind = host.connected ? (host.connection.readOnly ? 'denied' : 'conflict') : 'unavailable';
  throw apiError(kind, `${host.connection.doing(doing, row)} is not possible: ${why}`);
}
