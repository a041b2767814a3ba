import type { HostDevice } from '../../../../contract/index.ts';
import { type NodeCapability, NodeDevice, XmlError } from '../../../../model/index.ts';

/** A device of the host as one chooses it. */
export interface HostThing {
  /** libvirt's name: `pci_0000_00_1f_2`. */
  readonly name: string;
  readonly node: NodeDevice;
  readonly capability: NodeCapability;
  /** What it is, in words. */
  readonly title: string;
  /** Where it is: `0000:00:1f.2`, "bus 1, device 4". */
  readonly place: string;
  /** What it is listed under: "Network", or the host's adapter. */
  readonly group: string;
  /** The driver of the host that has it now. */
  readonly driver: string | null;
  readonly iommuGroup: number | null;
  /** The places of all of its IOMMU group, itself among them. */
  readonly iommuMembers: readonly string[];
  readonly usedBy: readonly { readonly uuid: string; readonly name: string }[];
}

/** PCI base classes (PCI Code and ID Assignment Specification). */
const PCI_CLASSES: readonly string[] = [
  'Other',
  'Storage',
  'Network',
  'Graphics',
  'Sound and video',
  'Memory',
  'Bridges',
  'Communication',
  'System',
  'Input',
  'Docking',
  'Processors',
  'USB and other buses',
  'Wireless',
];
const PCI_BRIDGE = 'Bridges';

/** The devices that can be chosen, in order of groups and places; documents that cannot be read are left out. */
export function readDevices(list: readonly HostDevice[]): HostThing[] {
  const parsed = list.flatMap((one) => {
    const device = parse(one.xml);
    return device?.capability ? [{ ...one, device, capability: device.capability }] : [];
  });
  const children = new Map<string, NodeCapability>();
  for (const { parent, capability } of parsed) {
    if (parent !== null && capability.type === 'storage') children.set(parent, capability);
  }
  const things = parsed.flatMap(({ name, device, capability, usedBy, parent }): HostThing[] => {
    const words = wordsOf(capability, children.get(name), parent);
    if (!words) return [];
    const { iommuGroup, iommuAddresses } = capability;
    const iommuMembers = iommuAddresses.all.map((address) => placeOf(address));
    return [
      { name, node: device, capability, driver: device.driver, iommuGroup, iommuMembers, usedBy, ...words },
    ];
  });
  return things.sort((a, b) => byText(a.group, b.group) || byText(a.place, b.place));
}

function byText(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}

function parse(xml: string): NodeDevice | null {
  try {
    return NodeDevice.parse(xml);
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

type Words = Pick<HostThing, 'title' | 'place' | 'group'>;

function wordsOf(
  capability: NodeCapability,
  storage: NodeCapability | undefined,
  parent: string | null,
): Words | null {
  const { type, product, vendor } = capability;
  const title = [vendor, product].filter(Boolean).join(' ');
  switch (type) {
    case 'pci':
      return {
        title: title || `Device ${capability.productId ?? ''} of ${capability.vendorId ?? 'unknown'}`,
        place: placeOf(capability),
        group: PCI_CLASSES[Number(capability.class ?? '0') >> 16] ?? 'Other',
      };
    case 'usb_device':
      return {
        title: title || `${capability.vendorId}:${capability.productId}`,
        place: `bus ${capability.bus}, device ${capability.device}`,
        group: `Bus ${capability.bus}`,
      };
    case 'scsi': {
      const { host, bus, target, lun } = capability;
      return {
        title:
          [storage?.vendor, storage?.model, storage?.block].filter(Boolean).join(' ') ||
          capability.kind ||
          '',
        place: `${host}:${bus}:${target}:${lun}`,
        group: `scsi_host${host}`,
      };
    }
    case 'mdev':
      return {
        title: capability.kindId ?? '',
        place: capability.uuid ?? '',
        group: parent ?? '',
      };
    default:
      return null;
  }
}

interface PciPlace {
  readonly domain: number | null;
  readonly bus: number | null;
  readonly slot: number | null;
  readonly function: number | null;
}

/** A PCI address as tools print it. */
export function placeOf({ domain, bus, slot, function: part }: PciPlace): string {
  const digits = (value: number | null, count: number) => (value ?? 0).toString(16).padStart(count, '0');
  return `${digits(domain, 4)}:${digits(bus, 2)}:${digits(slot, 2)}.${part ?? 0}`;
}

/** Those whose title, place, name, driver or group holds every word. */
export function filterDevices(things: readonly HostThing[], filter: string): HostThing[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  return things.filter((thing) => {
    const { title, place, name, driver, group, capability } = thing;
    const text = [title, place, name, driver, group, capability.vendorId, capability.productId]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** USB hubs that the host's controllers are themselves. */
const LINUX_FOUNDATION = '0x1d6b';

/** Why a device cannot be given to a machine at all; null: it can be tried. */
export function refusalOf({ capability, group }: HostThing): string | null {
  if (capability.type === 'pci' && group === PCI_BRIDGE) return 'The host needs its bridges itself.';
  if (capability.type === 'usb_device' && capability.vendorId === LINUX_FOUNDATION)
    return 'It is a hub of the host’s own controller: give away the controller.';
  return null;
}

/** What to think of before a device is given to a machine; a sentence each. */
export function warningsOf(
  thing: HostThing,
  all: readonly HostThing[],
  machine: string | null,
  managed = true,
): string[] {
  const { capability, usedBy, driver } = thing;
  const others = usedBy.filter(({ uuid }) => uuid !== machine).map(({ name }) => name);
  const warnings = others.length === 0 ? [] : [`${listed(others)} has it too: only one of them can run.`];
  if (capability.type !== 'pci') return warnings;
  return [...warnings, ...groupWarnings(thing, all), ...driverWarnings(thing, driver, managed)];
}

function groupWarnings(thing: HostThing, all: readonly HostThing[]): string[] {
  if (thing.iommuGroup === null)
    return [
      'The host has no IOMMU group for it: it can be given away only with the IOMMU switched on, in the host’s firmware and kernel.',
    ];
  const others = thing.iommuMembers.filter((place) => place !== thing.place);
  const known = others.map((place) => all.find((one) => one.place === place));
  const taken = others.filter((_place, index) => known[index]?.group !== PCI_BRIDGE);
  if (taken.length === 0) return [];
  return [
    `The host cannot use the others of its IOMMU group ${thing.iommuGroup} meanwhile: ${listed(taken)}.`,
  ];
}

function driverWarnings({ group }: HostThing, driver: string | null, managed: boolean): string[] {
  if (driver === null || driver === 'vfio-pci' || driver.endsWith('_vfio_pci')) return [];
  if (!managed)
    return [
      `The host’s driver ${driver} has it: detach it before the machine starts, or let libvirt do that.`,
    ];
  const meant =
    group === 'Storage'
      ? ' Disks behind it are gone for the host.'
      : group === 'Network'
        ? ' The host’s connections over it are cut.'
        : '';
  return [`The host’s driver ${driver} has it, and loses it when the machine starts.${meant}`];
}

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 8).join(', ');
  return words.length > 8 ? `${shown} and ${words.length - 8} more` : shown;
}
