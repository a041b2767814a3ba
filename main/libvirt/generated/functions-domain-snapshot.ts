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

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const domainSnapshotFunctions = `
virDomainHasCurrentSnapshot|0.8.0|int|domain:virDomainPtr,flags:unsigned int
virDomainListAllSnapshots|0.9.13|int|domain:virDomainPtr,snaps:virDomainSnapshotPtr **,flags:unsigned int
virDomainRevertToSnapshot|0.8.0|int|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotCreateXML|0.8.0|virDomainSnapshotPtr|domain:virDomainPtr,xmlDesc:const char *,flags:unsigned int
virDomainSnapshotCurrent|0.8.0|virDomainSnapshotPtr|domain:virDomainPtr,flags:unsigned int
virDomainSnapshotDelete|0.8.0|int|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotFree|0.8.0|int|snapshot:virDomainSnapshotPtr
virDomainSnapshotGetConnect|0.9.5|virConnectPtr|snapshot:virDomainSnapshotPtr
virDomainSnapshotGetDomain|0.9.5|virDomainPtr|snapshot:virDomainSnapshotPtr
virDomainSnapshotGetName|0.9.5|const char *|snapshot:virDomainSnapshotPtr
virDomainSnapshotGetParent|0.9.7|virDomainSnapshotPtr|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotGetXMLDesc|0.8.0|char *|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotHasMetadata|0.9.13|int|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotIsCurrent|0.9.13|int|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotListAllChildren|0.9.13|int|snapshot:virDomainSnapshotPtr,snaps:virDomainSnapshotPtr **,flags:unsigned int
virDomainSnapshotListChildrenNames|0.9.7|int|snapshot:virDomainSnapshotPtr,names:char **,nameslen:int,flags:unsigned int
virDomainSnapshotListNames|0.8.0|int|domain:virDomainPtr,names:char **,nameslen:int,flags:unsigned int
virDomainSnapshotLookupByName|0.8.0|virDomainSnapshotPtr|domain:virDomainPtr,name:const char *,flags:unsigned int
virDomainSnapshotNum|0.8.0|int|domain:virDomainPtr,flags:unsigned int
virDomainSnapshotNumChildren|0.9.7|int|snapshot:virDomainSnapshotPtr,flags:unsigned int
virDomainSnapshotRef|0.9.13|int|snapshot:virDomainSnapshotPtr
`;
