// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';
import type { Domain } from '../../typed/domain.ts';
import type { DomainSnapshot } from '../../typed/domain-snapshot.ts';

/** Calls on a virDomainSnapshot, by libvirt's names. */
export abstract class DomainSnapshotCalls extends Handle<'virDomainSnapshot'> {
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainRevertToSnapshot */
  revertToSnapshot(flags = 0): void {
    invoke('virDomainRevertToSnapshot', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotDelete */
  delete(flags = 0): void {
    invoke('virDomainSnapshotDelete', this, [flags]);
  }

  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetConnect */
  getConnect(): Connect {
    return invoke('virDomainSnapshotGetConnect', this, []);
  }

  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetDomain */
  getDomain(): Domain {
    return invoke('virDomainSnapshotGetDomain', this, []);
  }

  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetName */
  getName(): string {
    return invoke('virDomainSnapshotGetName', this, []);
  }

  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetParent */
  getParent(flags = 0): DomainSnapshot {
    return invoke('virDomainSnapshotGetParent', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virDomainSnapshotGetXMLDesc', this, [flags]);
  }

  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotHasMetadata */
  hasMetadata(flags = 0): boolean {
    return invoke('virDomainSnapshotHasMetadata', this, [flags]);
  }

  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotIsCurrent */
  isCurrent(flags = 0): boolean {
    return invoke('virDomainSnapshotIsCurrent', this, [flags]);
  }

  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListAllChildren */
  listAllChildren(flags = 0): DomainSnapshot[] {
    return invoke('virDomainSnapshotListAllChildren', this, [flags]);
  }

  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListChildrenNames */
  listChildrenNames(nameslen: number, flags = 0): string[] {
    return invoke('virDomainSnapshotListChildrenNames', this, [nameslen, flags]);
  }

  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotNumChildren */
  numChildren(flags = 0): number {
    return invoke('virDomainSnapshotNumChildren', this, [flags]);
  }

}
