import type { DomElement } from '../dom.ts';
import { type Device, isDeviceKind } from '../domain/devices.ts';
import { Domain } from '../domain/domain.ts';
import { XmlList } from '../field/parts.ts';
import { nameOf, pair } from './pair.ts';

/** A device, and what the keys of its changes begin with: `disks[vda]`. */
export interface Located {
  readonly device: Device;
  readonly key: string;
}

/** All devices of a domain with their keys, in the order of the accessors. */
export function locateDevices(domain: Domain): Located[] {
  return deviceLists(domain).flatMap(({ list, items }) =>
    items.map((device, index) => ({ device, key: `${list}[${nameOf(device, index)}]` })),
  );
}

function deviceLists(domain: Domain): { list: string; items: Device[] }[] {
  return Object.entries(Domain.fields).flatMap(([list, field]) => {
    if (field.kind !== 'list' || !field.path.startsWith('devices/')) return [];
    const value = field.read(domain);
    return value instanceof XmlList ? [{ list, items: value.all.filter(isDevice) }] : [];
  });
}

function isDevice(node: { readonly element: DomElement }): node is Device {
  return isDeviceKind(node.element.nodeName);
}

/** The device that a change is in, by the change's key; undefined where the domain has none of that name. */
export function locateDevice(domain: Domain, key: string): Located | undefined {
  return locateDevices(domain).find((one) => key === one.key || key.startsWith(`${one.key}/`));
}

/** For each device of one domain its counterpart in another one, as `compare` finds it; by element. */
export function pairDevices(before: Domain, after: Domain): Map<DomElement, Device> {
  const found = new Map<DomElement, Device>();
  const others = new Map(deviceLists(after).map(({ list, items }) => [list, items]));
  for (const { list, items } of deviceLists(before)) {
    for (const one of pair(items, others.get(list) ?? [])) {
      if (one.before && one.after) found.set(one.before.element, one.after);
    }
  }
  return found;
}
