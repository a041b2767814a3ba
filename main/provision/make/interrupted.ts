import { apiError } from '../../../contract/index.ts';
import type { ListedDomain } from '../../hypervisor/inventory.ts';
import type { Installing } from './installing.ts';

/** The installer was ended before it had finished, or nobody knows. */
export function interrupted({ name, finish }: Installing, { reason }: Pick<ListedDomain, 'reason'>): Error {
  const how = ENDS[reason] ?? 'was turned off while nobody watched';
  const media =
    finish === 'eject-media' ? ' To start over, see that the installation medium is in its drive.' : '';
  return apiError(
    'conflict',
    `${name} ${how}: whether its system was installed completely is not known.`,
    `Start it to see: it boots from its disk.${media}`,
  );
}

const ENDS: Readonly<Record<string, string>> = {
  shutdown: 'was shut down before its installer had finished',
  destroyed: 'was forced off before its installer had finished',
  crashed: 'crashed before its installer had finished',
  failed: 'failed before its installer had finished',
  saved: 'was saved before its installer had finished',
  migrated: 'was moved to another host before its installer had finished',
  daemon: 'was ended by libvirt before its installer had finished',
};
