import type { Effect } from './change.ts';
import { liveOperation, type Place } from './live.ts';

const POWER_OFF = new Set(['name', 'uuid', 'genid', 'hwuuid']);

/** The driver that runs a domain of a type: `kvm` and `qemu` are one. */
export function driverOf(type: string | null): string {
  if (type === 'kvm' || type === 'hvf') return 'qemu';
  return type ?? '';
}

/** When a change to a domain can be in force, on the driver of that name. */
export function domainEffect(driver: string, place: Place): Effect {
  const [first = ''] = place.fields;
  if (POWER_OFF.has(first) && place.fields.length === 1) return 'power-off';
  return liveOperation(driver, place) === null ? 'next-boot' : 'now';
}

/** The sections of a network that libvirt can change while it is active (virNetworkUpdate). */
const NETWORK_LIVE =
  /^(?:ips\.dhcp(?:Hosts|Ranges)|forward\.interfaces|portGroups|dns(?:Hosts|Texts|Services))\b/;

/** When a change to an active network can be in force; `next-boot` is its next start. */
export function networkEffect(place: Place): Effect {
  const path = place.fields.join('.');
  if (path === 'name' || path === 'uuid') return 'power-off';
  return NETWORK_LIVE.test(path) ? 'now' : 'next-boot';
}
