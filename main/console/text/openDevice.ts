import type { Duplex } from 'node:stream';
import { apiError, type ConsoleInfo } from '../../../contract/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { LibvirtFailure } from '../../libvirt/agent/failures.ts';

/** Between attempts while libvirt still ends a session, in ms: each is longer than the one before, up to the last. */
const AGAIN_MS = 20;
const AGAIN_MAX_MS = 1000;

/** A character device that is to be opened. */
export interface Device {
  readonly host: Hypervisor;
  readonly uuid: string;
  readonly console: ConsoleInfo;
  /** Until then, by performance.now(), libvirt may still hold Virtdeck's own last session, which is over. */
  readonly heldUntil: number;
}

/**
 * Opens a character device through libvirt.
 * @throws ApiError; `conflict` when somebody else has it open
 */
export async function openDevice(device: Device, force: boolean): Promise<Duplex> {
  const { host, uuid, console, heldUntil } = device;
  const doing = host.connection.doing(`Opening ${console.title} of`, host.row(uuid));
  const request =
    console.type === 'channel'
      ? ({ kind: 'channel', uuid, name: console.key, force } as const)
      : // Containers know no force: everybody is let in.
        ({ kind: 'console', uuid, device: console.key, force: force && !isShared(host) } as const);
  for (let pause = AGAIN_MS; ; pause = Math.min(pause * 1.3, AGAIN_MAX_MS)) {
    try {
      return await host.connection.agent.openStream(request);
    } catch (error) {
      if (!isInUse(error)) throw toApiError(error, { doing, uri: host.connection.uri });
    }
    if (performance.now() > heldUntil) {
      throw apiError('conflict', `${doing} failed: somebody else has it open.`, 'Take it over to type here.');
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

/** Whether libvirt lets several into one console, of which each then gets a part of what is printed. */
export function isShared(host: Hypervisor): boolean {
  return host.connection.host?.driver === 'LXC';
}

/** What QEMU's driver says of a device that has a session (virChrdevOpen has a code for nothing else). */
function isInUse(error: unknown): boolean {
  return (
    error instanceof LibvirtFailure && /active (console session|channel stream) exists/i.test(error.message)
  );
}
