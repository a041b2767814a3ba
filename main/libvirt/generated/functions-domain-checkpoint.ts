// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Memory, Pointer } from '../binding/pointers.ts';

export interface DomainCheckpointFunctions {
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointCreateXML */
  virDomainCheckpointCreateXML(domain: Pointer<'virDomain'> | null, xmlDesc: string | null, flags: number): Pointer<'virDomainCheckpoint'> | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointDelete */
  virDomainCheckpointDelete(checkpoint: Pointer<'virDomainCheckpoint'> | null, flags: number): number;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointFree */
  virDomainCheckpointFree(checkpoint: Pointer<'virDomainCheckpoint'> | null): number;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetConnect */
  virDomainCheckpointGetConnect(checkpoint: Pointer<'virDomainCheckpoint'> | null): Pointer<'virConnect'> | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetDomain */
  virDomainCheckpointGetDomain(checkpoint: Pointer<'virDomainCheckpoint'> | null): Pointer<'virDomain'> | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetName */
  virDomainCheckpointGetName(checkpoint: Pointer<'virDomainCheckpoint'> | null): string | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetParent */
  virDomainCheckpointGetParent(checkpoint: Pointer<'virDomainCheckpoint'> | null, flags: number): Pointer<'virDomainCheckpoint'> | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointGetXMLDesc */
  virDomainCheckpointGetXMLDesc(checkpoint: Pointer<'virDomainCheckpoint'> | null, flags: number): string | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointListAllChildren */
  virDomainCheckpointListAllChildren(checkpoint: Pointer<'virDomainCheckpoint'> | null, children: Memory | null, flags: number): number;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointLookupByName */
  virDomainCheckpointLookupByName(domain: Pointer<'virDomain'> | null, name: string | null, flags: number): Pointer<'virDomainCheckpoint'> | null;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointRef */
  virDomainCheckpointRef(checkpoint: Pointer<'virDomainCheckpoint'> | null): number;
  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainListAllCheckpoints */
  virDomainListAllCheckpoints(domain: Pointer<'virDomain'> | null, checkpoints: Memory | null, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const domainCheckpointFunctions = `
virDomainCheckpointCreateXML|5.6.0|virDomainCheckpointPtr|domain:virDomainPtr,xmlDesc:const char *,flags:unsigned int
virDomainCheckpointDelete|5.6.0|int|checkpoint:virDomainCheckpointPtr,flags:unsigned int
virDomainCheckpointFree|5.6.0|int|checkpoint:virDomainCheckpointPtr
virDomainCheckpointGetConnect|5.6.0|virConnectPtr|checkpoint:virDomainCheckpointPtr
virDomainCheckpointGetDomain|5.6.0|virDomainPtr|checkpoint:virDomainCheckpointPtr
virDomainCheckpointGetName|5.6.0|const char *|checkpoint:virDomainCheckpointPtr
virDomainCheckpointGetParent|5.6.0|virDomainCheckpointPtr|checkpoint:virDomainCheckpointPtr,flags:unsigned int
virDomainCheckpointGetXMLDesc|5.6.0|char *|checkpoint:virDomainCheckpointPtr,flags:unsigned int
virDomainCheckpointListAllChildren|5.6.0|int|checkpoint:virDomainCheckpointPtr,children:virDomainCheckpointPtr **,flags:unsigned int
virDomainCheckpointLookupByName|5.6.0|virDomainCheckpointPtr|domain:virDomainPtr,name:const char *,flags:unsigned int
virDomainCheckpointRef|5.6.0|int|checkpoint:virDomainCheckpointPtr
virDomainListAllCheckpoints|5.6.0|int|domain:virDomainPtr,checkpoints:virDomainCheckpointPtr **,flags:unsigned int
`;
