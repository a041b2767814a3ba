import type { Session } from './session.ts';
import { whereSupported } from './support/attempt.ts';

/** Bytes that a running domain has written to its disks since it was started; null: the driver does not count them. */
export function domainWritten(session: Session, { uuid }: { uuid: string }): number | null {
  // An empty name stands for all disks (https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStats).
  return whereSupported(() => Number(session.domain(uuid).blockStats('').wr_bytes), null);
}

/** A device of a domain as it is to be; what tells which one it is stays the same. */
export interface UpdateDevice {
  readonly uuid: string;
  readonly xml: string;
  /** virDomainDeviceModifyFlags (live 1, config 2, force 4). */
  readonly flags: number;
}

/** Changes a device: the medium in a drive, the link of a card... */
export function updateDomainDevice(session: Session, { uuid, xml, flags }: UpdateDevice): void {
  session.domain(uuid).updateDeviceFlags(xml, flags);
}
