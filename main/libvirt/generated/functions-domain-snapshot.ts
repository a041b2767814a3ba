// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Memory, Pointer } from '../binding/pointers.ts';

export interface DomainSnapshotFunctions {
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainHasCurrentSnapshot */
  virDomainHasCurrentSnapshot(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainListAllSnapshots */
  virDomainListAllSnapshots(domain: Pointer<'virDomain'> | null, snaps: Memory | null, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainRevertToSnapshot */
  virDomainRevertToSnapshot(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCreateXML */
  virDomainSnapshotCreateXML(domain: Pointer<'virDomain'> | null, xmlDesc: string | null, flags: number): Pointer<'virDomainSnapshot'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCurrent */
  virDomainSnapshotCurrent(domain: Pointer<'virDomain'> | null, flags: number): Pointer<'virDomainSnapshot'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotDelete */
  virDomainSnapshotDelete(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotFree */
  virDomainSnapshotFree(snapshot: Pointer<'virDomainSnapshot'> | null): number;
  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetConnect */
  virDomainSnapshotGetConnect(snapshot: Pointer<'virDomainSnapshot'> | null): Pointer<'virConnect'> | null;
  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetDomain */
  virDomainSnapshotGetDomain(snapshot: Pointer<'virDomainSnapshot'> | null): Pointer<'virDomain'> | null;
  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetName */
  virDomainSnapshotGetName(snapshot: Pointer<'virDomainSnapshot'> | null): string | null;
  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetParent */
  virDomainSnapshotGetParent(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): Pointer<'virDomainSnapshot'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotGetXMLDesc */
  virDomainSnapshotGetXMLDesc(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): string | null;
  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotHasMetadata */
  virDomainSnapshotHasMetadata(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): number;
  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotIsCurrent */
  virDomainSnapshotIsCurrent(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): number;
  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListAllChildren */
  virDomainSnapshotListAllChildren(snapshot: Pointer<'virDomainSnapshot'> | null, snaps: Memory | null, flags: number): number;
  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListChildrenNames */
  virDomainSnapshotListChildrenNames(snapshot: Pointer<'virDomainSnapshot'> | null, names: Memory | null, nameslen: number, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListNames */
  virDomainSnapshotListNames(domain: Pointer<'virDomain'> | null, names: Memory | null, nameslen: number, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotLookupByName */
  virDomainSnapshotLookupByName(domain: Pointer<'virDomain'> | null, name: string | null, flags: number): Pointer<'virDomainSnapshot'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotNum */
  virDomainSnapshotNum(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotNumChildren */
  virDomainSnapshotNumChildren(snapshot: Pointer<'virDomainSnapshot'> | null, flags: number): number;
  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotRef */
  virDomainSnapshotRef(snapshot: Pointer<'virDomainSnapshot'> | null): number;
}

export const domainSnapshotFunctions = {
  virDomainHasCurrentSnapshot: { since: '0.8.0', returns: 'int', args: [['domain', 'virDomainPtr'], ['flags', 'unsigned int']] },
  virDomainListAllSnapshots: { since: '0.9.13', returns: 'int', args: [['domain', 'virDomainPtr'], ['snaps', 'virDomainSnapshotPtr **'], ['flags', 'unsigned int']] },
  virDomainRevertToSnapshot: { since: '0.8.0', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotCreateXML: { since: '0.8.0', returns: 'virDomainSnapshotPtr', args: [['domain', 'virDomainPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virDomainSnapshotCurrent: { since: '0.8.0', returns: 'virDomainSnapshotPtr', args: [['domain', 'virDomainPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotDelete: { since: '0.8.0', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotFree: { since: '0.8.0', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr']] },
  virDomainSnapshotGetConnect: { since: '0.9.5', returns: 'virConnectPtr', args: [['snapshot', 'virDomainSnapshotPtr']] },
  virDomainSnapshotGetDomain: { since: '0.9.5', returns: 'virDomainPtr', args: [['snapshot', 'virDomainSnapshotPtr']] },
  virDomainSnapshotGetName: { since: '0.9.5', returns: 'const char *', args: [['snapshot', 'virDomainSnapshotPtr']] },
  virDomainSnapshotGetParent: { since: '0.9.7', returns: 'virDomainSnapshotPtr', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotGetXMLDesc: { since: '0.8.0', returns: 'char *', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotHasMetadata: { since: '0.9.13', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotIsCurrent: { since: '0.9.13', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotListAllChildren: { since: '0.9.13', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['snaps', 'virDomainSnapshotPtr **'], ['flags', 'unsigned int']] },
  virDomainSnapshotListChildrenNames: { since: '0.9.7', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['names', 'char **'], ['nameslen', 'int'], ['flags', 'unsigned int']] },
  virDomainSnapshotListNames: { since: '0.8.0', returns: 'int', args: [['domain', 'virDomainPtr'], ['names', 'char **'], ['nameslen', 'int'], ['flags', 'unsigned int']] },
  virDomainSnapshotLookupByName: { since: '0.8.0', returns: 'virDomainSnapshotPtr', args: [['domain', 'virDomainPtr'], ['name', 'const char *'], ['flags', 'unsigned int']] },
  virDomainSnapshotNum: { since: '0.8.0', returns: 'int', args: [['domain', 'virDomainPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotNumChildren: { since: '0.9.7', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr'], ['flags', 'unsigned int']] },
  virDomainSnapshotRef: { since: '0.9.13', returns: 'int', args: [['snapshot', 'virDomainSnapshotPtr']] },
} as const;
