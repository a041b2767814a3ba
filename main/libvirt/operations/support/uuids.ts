import { native } from '../../binding/native.ts';
import { uuidText } from '../../binding/stats-uuids.ts';
import type { Domain } from '../../typed/domain.ts';

const scratch = new Uint8Array(16);

/** The UUID of a domain; quicker than its method, for lists of thousands. */
export function uuidOf(domain: Domain): string {
  native.virDomainGetUUID(domain.address, scratch);
  return uuidText(scratch);
}
