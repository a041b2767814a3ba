import { apiError, isActive } from '../../../contract/index.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { readDomain } from './documents.ts';

/**
 * Gives a disk another size. Of a running machine the guest sees it at once; of one that is off its volume is
 * resized. What is on the disk beyond a smaller size is lost.
 * @throws ApiError where there is no such disk, or it is in no pool while the machine is off
 */
export async function resizeDisk(
  host: Hypervisor,
  uuid: string,
  target: string,
  bytes: number,
): Promise<void> {
  const row = host.row(uuid);
  const doing = host.connection.doing(`Resizing the disk ${target} of`, row);
  if (host.connection.readOnly)
    throw apiError('denied', `${doing} is not possible: the connection is read-only.`);
  if (isActive(row)) {
    await host.connection.call('resizeBlock', { uuid, disk: target, bytes }, doing);
  } else {
    const domain = readDomain(await host.xml(uuid, true), 'The saved definition');
    const disk = domain.disks.find((one) => one.target === target);
    if (!disk) throw apiError('not-found', `${row.name} has no disk ${target}.`);
    const { pool, volume, location } = disk.source;
    if (pool !== null && volume !== null) {
      await host.connection.call('resizeVolume', { pool, volume, capacity: bytes }, doing);
    } else if (location !== null) {
      const found = await host.connection.call('volumeByPath', { path: location }, doing);
      if (!found) throw inNoPool(doing, location);
      await host.connection.call(
        'resizeVolume',
        { pool: found.pool, volume: found.name, capacity: bytes },
        doing,
      );
    } else throw apiError('conflict', `${doing} is not possible: there is no medium in it.`);
  }
  host.outdated(uuid);
}

function inNoPool(doing: string, path: string): Error {
  const why = `${doing} is not possible while it is off: ${path} is in no active pool.`;
  return apiError(
    'conflict',
    why,
    'Start the machine and resize the disk then, or make a pool of its folder.',
  );
}
