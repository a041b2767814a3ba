import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, apiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { Agent } from '../../libvirt/agent/agent.ts';

/** A link that broke may be noticed by one call before the connection as a whole notices it. */
const NOTICE_MS = 6_000;

/** Whether a failure means that the way to the host is broken, and not that the host refused something. */
export function isLinkError(error: unknown): boolean {
  return error instanceof ApiError && error.kind === 'unavailable';
}

/**
 * Waits until the connection is open.
 * @throws ApiError `cancelled`; `unavailable` when the connection was removed from the list
 */
export function whenConnected(host: Hypervisor, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      const error = signal.aborted ? apiError('cancelled', 'Cancelled.') : host.stopped ? gone(host) : null;
      if (!error && !host.connected) return;
      unsubscribe();
      signal.removeEventListener('abort', settle);
      if (error) reject(error);
      else resolve();
    };
    const unsubscribe = host.onAvailability(settle);
    signal.addEventListener('abort', settle);
    settle();
  });
}

/**
 * After a call has failed for want of the link: waits until the connection is back.
 * @param failed the agent that the call was made with
 * @throws ApiError as {@link whenConnected}
 */
export async function whenBack(host: Hypervisor, failed: Agent | null, signal: AbortSignal): Promise<void> {
  await whenNoticed(host, failed, signal);
  await whenConnected(host, signal);
}

/** After a call has failed for want of the link: waits until the connection as a whole has noticed, if it is broken. */
export async function whenNoticed(
  host: Hypervisor,
  failed: Agent | null,
  signal: AbortSignal,
): Promise<void> {
  const deadline = Date.now() + NOTICE_MS;
  // Of several connections to the host only one may have broken: then there is nothing to wait for.
  while (agentOf(host) === failed && failed !== null && Date.now() < deadline && !signal.aborted) {
    await sleep(100);
  }
}

/** The agent of the connection; null: it is not open. */
export function agentOf(host: Hypervisor): Agent | null {
  return host.connected ? host.connection.agent : null;
}

function gone(host: Hypervisor): ApiError {
  return apiError(
    'unavailable',
    `The connection to ${host.connection.name} was removed from the list meanwhile.`,
  );
}
