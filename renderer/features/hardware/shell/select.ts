import type { Device, Domain } from '../../../../model/index.ts';
import { formOf, inOrder } from '../forms/registry.ts';

/** The devices that the list shows, in its order. */
export function inList(domain: Domain): Device[] {
  return inOrder(domain.devices).filter((device) => !formOf(device).hidden(device, domain));
}
