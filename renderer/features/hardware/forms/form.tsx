import type { Icon } from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { ConnectionId, NetworkInfo, PoolInfo } from '../../../../contract/index.ts';
import {
  type Device,
  type DeviceKind,
  type DeviceOf,
  type Domain,
  type DomainCapabilities,
  isDeviceKind,
  type XmlNode,
} from '../../../../model/index.ts';

/** What forms know of the host that the machine is on. */
export interface FormHost {
  readonly connection: ConnectionId;
  /** What it offers machines like this one; where it does not tell, what its kind usually does. */
  readonly capabilities: DomainCapabilities;
  readonly networks: readonly NetworkInfo[];
  readonly pools: readonly PoolInfo[];
  /** Why the pools are not known; left out or null: they are. */
  readonly poolsProblem?: string | null;
  /** The host's libvirt as 9000 for 9.0, 10002 for 10.2; null: not known. */
  readonly libvirt: number | null;
  /** The machine is not made yet: nothing of the host can be made for it here. */
  readonly draft: boolean;
}

/** Something that can be added to a machine. */
export interface Creation<K extends DeviceKind> {
  readonly id: string;
  /** "Disk", "CD-ROM drive". */
  readonly label: string;
  /** What it is for, in a sentence. */
  readonly description: string;
  /** Why this machine cannot have (another) one; null: it can. */
  reason?(domain: Domain, host: FormHost): string | null;
  /** Adds one with good defaults, and the controllers it needs. */
  make(domain: Domain, host: FormHost): DeviceOf<K>;
}

/** How devices of one kind are shown and edited. One file for each, which exports it. */
export interface DeviceForm<K extends DeviceKind> {
  readonly kind: K;
  /** "Disk". */
  readonly title: string;
  readonly icon: Icon;
  /** What a device is called in the list, if not by the title: "CD-ROM drive sda". */
  name?(device: DeviceOf<K>): string;
  /** One line about it: "vm1.qcow2, virtio". */
  summary(device: DeviceOf<K>): string;
  readonly Form: ComponentType<{ device: DeviceOf<K> }>;
  readonly create?: readonly Creation<K>[];
  /** Why it cannot be removed; null: it can. */
  removable?(device: DeviceOf<K>, domain: Domain): string | null;
  /** What will not work, or goes too, when it is removed; a sentence each. */
  dependents?(device: DeviceOf<K>, domain: Domain): readonly string[];
  /** What has to be chosen before it can be applied: "No device of the host is chosen." Null: nothing. */
  missing?(device: DeviceOf<K>, domain: Domain): string | null;
  /** The path on the host of what it stores, which can be deleted together with it; null: none. */
  storage?(device: DeviceOf<K>): string | null;
  /** Takes it out, with what belongs to it elsewhere in the definition. */
  remove?(device: DeviceOf<K>, domain: Domain): void;
  /** True: it is not in the list (controllers that only carry others). */
  hidden?(device: DeviceOf<K>, domain: Domain): boolean;
}

/** A {@link DeviceForm} for devices of any kind: of other kinds it says nothing. */
export interface AnyDeviceForm {
  readonly kind: DeviceKind;
  readonly title: string;
  readonly icon: Icon;
  name(device: Device): string;
  summary(device: Device): string;
  /** The form of a device. */
  draw(device: Device): ReactNode;
  readonly create: readonly AnyCreation[];
  removable(device: Device, domain: Domain): string | null;
  dependents(device: Device, domain: Domain): readonly string[];
  missing(device: Device, domain: Domain): string | null;
  storage(device: Device): string | null;
  remove(device: Device, domain: Domain): void;
  hidden(device: Device, domain: Domain): boolean;
}

export interface AnyCreation {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly icon: Icon;
  reason(domain: Domain, host: FormHost): string | null;
  /** Returns the element of the new device. */
  make(domain: Domain, host: FormHost): XmlNode;
}

/** Makes a form usable for devices of which only the element tells the kind. */
export function deviceForm<K extends DeviceKind>(form: DeviceForm<K>): AnyDeviceForm {
  const { kind, title, icon, Form } = form;
  const is = (device: XmlNode): device is DeviceOf<K> & XmlNode =>
    isDeviceKind(device.element.nodeName) && device.element.nodeName === kind;
  return {
    kind,
    title,
    icon,
    name: (device) => (is(device) && form.name ? form.name(device) : title),
    summary: (device) => (is(device) ? form.summary(device) : ''),
    draw: (device) => (is(device) ? <Form device={device} /> : null),
    create: (form.create ?? []).map((creation) => ({
      id: creation.id,
      label: creation.label,
      description: creation.description,
      icon,
      reason: (domain, host) => creation.reason?.(domain, host) ?? null,
      make: (domain, host) => creation.make(domain, host),
    })),
    removable: (device, domain) => (is(device) ? (form.removable?.(device, domain) ?? null) : null),
    dependents: (device, domain) => (is(device) ? (form.dependents?.(device, domain) ?? []) : []),
    missing: (device, domain) => (is(device) ? (form.missing?.(device, domain) ?? null) : null),
    storage: (device) => (is(device) ? (form.storage?.(device) ?? null) : null),
    remove: (device, domain) => {
      if (is(device) && form.remove) form.remove(device, domain);
      else domain.removeDevice(device);
    },
    hidden: (device, domain) => is(device) && (form.hidden?.(device, domain) ?? false),
  };
}

/** A part of the machine that is no device: memory, processors, boot. */
export interface SectionForm {
  /** Stands in the selection: "memory". */
  readonly id: string;
  readonly title: string;
  readonly icon: Icon;
  summary(domain: Domain): string;
  readonly Form: ComponentType<{ domain: Domain }>;
  /** False: machines of this type have no such thing. */
  applies?(domain: Domain): boolean;
}
