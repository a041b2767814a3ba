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

export const domainCheckpointFunctions = {
  virDomainCheckpointCreateXML: { since: '5.6.0', returns: 'virDomainCheckpointPtr', args: [['domain', 'virDomainPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virDomainCheckpointDelete: { since: '5.6.0', returns: 'int', args: [['checkpoint', 'virDomainCheckpointPtr'], ['flags', 'unsigned int']] },
  virDomainCheckpointFree: { since: '5.6.0', returns: 'int', args: [['checkpoint', 'virDomainCheckpointPtr']] },
  virDomainCheckpointGetConnect: { since: '5.6.0', returns: 'virConnectPtr', args: [['checkpoint', 'virDomainCheckpointPtr']] },
  virDomainCheckpointGetDomain: { since: '5.6.0', returns: 'virDomainPtr', args: [['checkpoint', 'virDomainCheckpointPtr']] },
  virDomainCheckpointGetName: { since: '5.6.0', returns: 'const char *', args: [['checkpoint', 'virDomainCheckpointPtr']] },
  virDomainCheckpointGetParent: { since: '5.6.0', returns: 'virDomainCheckpointPtr', args: [['checkpoint', 'virDomainCheckpointPtr'], ['flags', 'unsigned int']] },
  virDomainCheckpointGetXMLDesc: { since: '5.6.0', returns: 'char *', args: [['checkpoint', 'virDomainCheckpointPtr'], ['flags', 'unsigned int']] },
  virDomainCheckpointListAllChildren: { since: '5.6.0', returns: 'int', args: [['checkpoint', 'virDomainCheckpointPtr'], ['children', 'virDomainCheckpointPtr **'], ['flags', 'unsigned int']] },
  virDomainCheckpointLookupByName: { since: '5.6.0', returns: 'virDomainCheckpointPtr', args: [['domain', 'virDomainPtr'], ['name', 'const char *'], ['flags', 'unsigned int']] },
  virDomainCheckpointRef: { since: '5.6.0', returns: 'int', args: [['checkpoint', 'virDomainCheckpointPtr']] },
  virDomainListAllCheckpoints: { since: '5.6.0', returns: 'int', args: [['domain', 'virDomainPtr'], ['checkpoints', 'virDomainCheckpointPtr **'], ['flags', 'unsigned int']] },
} as const;
