// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Memory, Pointer } from '../binding/pointers.ts';

export interface LxcFunctions {
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcEnterCGroup */
  virDomainLxcEnterCGroup(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcEnterNamespace */
  virDomainLxcEnterNamespace(domain: Pointer<'virDomain'> | null, nfdlist: number, fdlist: Memory | null, noldfdlist: Memory | null, oldfdlist: Memory | null, flags: number): number;
  /** Since 1.0.4. https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcEnterSecurityLabel */
  virDomainLxcEnterSecurityLabel(model: Memory | null, label: Memory | null, oldlabel: Memory | null, flags: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-lxc.html#virDomainLxcOpenNamespace */
  virDomainLxcOpenNamespace(domain: Pointer<'virDomain'> | null, fdlist: Memory | null, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const lxcFunctions = `
virDomainLxcEnterCGroup|2.0.0|int|domain:virDomainPtr,flags:unsigned int
virDomainLxcEnterNamespace|1.0.2|int|domain:virDomainPtr,nfdlist:unsigned int,fdlist:int *,noldfdlist:unsigned int *,oldfdlist:int **,flags:unsigned int
virDomainLxcEnterSecurityLabel|1.0.4|int|model:virSecurityModelPtr,label:virSecurityLabelPtr,oldlabel:virSecurityLabelPtr,flags:unsigned int
virDomainLxcOpenNamespace|1.0.2|int|domain:virDomainPtr,fdlist:int **,flags:unsigned int
`;
