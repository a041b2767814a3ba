import { ApiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { refreshPool } from '../../hypervisor/storage.ts';
import type { VolumeInput } from '../../libvirt/operations/volumes.ts';

/** How often is looked how far libvirt has got, in ms. */
const LOOK_MS = 500;

/** Whether the pool has a volume of this name. Its list is read anew first. */
export async function exists(host: Hypervisor, { pool, volume }: VolumeInput): Promise<boolean> {
  await refreshPool(host, pool);
  const doing = `Looking for volume ${volume} in pool ${pool} on ${host.connection.name}`;
  return (await host.connection.call('volumeSizes', { pool, volume }, doing)) !== null;
}

/** Deletes a volume that Virtdeck has made; one that is gone is deleted already. */
export async function removeVolume(host: Hypervisor, { pool, volume }: VolumeInput): Promise<void> {
  const doing = `Removing volume ${volume} from pool ${pool} on ${host.connection.name}`;
  try {
    await host.connection.call('deleteVolume', { pool, volume }, doing);
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'not-found') return;
    throw error;
  }
}

/**
 * Tells how much of a volume is there while libvirt makes it, until `made` has settled.
 * @param total bytes that it will have
 */
export async function watched<T>(
  host: Hypervisor,
  place: VolumeInput,
  total: number,
  made: Promise<T>,
  progress: (fraction: number) => void,
): Promise<T> {
  const timer = setInterval(() => {
    if (!host.connected || total <= 0) return;
    const look = host.connection.agent.call('volumeSizes', place, { timeoutMs: 10 * LOOK_MS });
    // What cannot be seen is merely not shown.
    look.then(
      (sizes) => sizes && progress(sizes.allocation / total),
      () => {},
    );
  }, LOOK_MS);
  return made.finally(() => clearInterval(timer));
}
