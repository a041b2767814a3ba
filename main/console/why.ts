import { type ByteCloseReason, isActive, whyOff } from '../../contract/index.ts';
import { toApiError } from '../hypervisor/errors.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';

/** How long an ended stream waits for the event that says why, in ms. */
const WHY_MS = 400;

/**
 * Why a console ended. The event that says so may come a moment later than the end.
 * @param shared whether libvirt lets only one in, so that another may have put this one out
 */
export async function whyEnded(
  host: Hypervisor,
  uuid: string,
  error: Error | null,
  shared: boolean,
): Promise<ByteCloseReason> {
  const deadline = performance.now() + WHY_MS;
  while (host.connected && stillActive(host, uuid) && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!host.connected)
    return { kind: 'error', message: `The connection to ${host.connection.name} is lost.` };
  if (!stillActive(host, uuid)) {
    const row = host.inventory.row(uuid);
    const message = row ? whyOff(row) : `The machine does not exist on ${host.connection.name} any more.`;
    return { kind: 'end', message };
  }
  // All that libvirt says to whoever is put out by another client's force.
  if (shared && error && /I\/O failure/i.test(error.message)) {
    return { kind: 'taken-over', message: 'Somebody else has opened the console.' };
  }
  if (error) return { kind: 'error', message: toApiError(error, { doing: 'The console' }).message };
  return { kind: 'end', message: 'The machine closed the connection.' };
}

/** Whether a machine runs, as far as is known. */
export function stillActive(host: Hypervisor, uuid: string): boolean {
  const row = host.inventory.row(uuid);
  return row !== undefined && isActive(row);
}
