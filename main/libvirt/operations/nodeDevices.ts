import { virConnectListAllNodeDeviceFlags as List } from '../generated/enums-nodedev.ts';
import type { Session } from './session.ts';
import { whereKnown } from './support/attempt.ts';

/** A device of the host. */
export interface NodeDeviceText {
  readonly name: string;
  readonly parent: string | null;
  readonly xml: string;
}

const FLAGS: Readonly<Record<string, number>> = {
  pci: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_PCI_DEV,
  usb: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_USB_DEV,
  scsi: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI,
  'scsi-host': List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_SCSI_HOST,
  net: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_NET,
  mdev: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV,
  'mdev-type': List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_MDEV_TYPES,
  storage: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_STORAGE,
  vdpa: List.VIR_CONNECT_LIST_NODE_DEVICES_CAP_VDPA,
};

/** The devices of the host of some kinds: one call, and one for each device that is found. */
export function nodeDevices(session: Session, { kinds }: { kinds: readonly string[] }): NodeDeviceText[] {
  const flags = kinds.reduce((all, kind) => all | (FLAGS[kind] ?? 0), 0);
  const found: NodeDeviceText[] = [];
  for (const device of session.connect.listAllNodeDevices(flags)) {
    try {
      // One that was pulled out meanwhile is left out.
      const xml = session.cancelled() ? null : whereKnown(() => device.getXMLDesc(0), null);
      if (xml !== null) found.push({ name: device.getName(), parent: device.getParent(), xml });
    } finally {
      device.free();
    }
  }
  return found;
}
