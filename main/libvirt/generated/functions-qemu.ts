// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Memory, Pointer } from '../binding/pointers.ts';

export interface QemuFunctions {
  /** Since 1.2.3. https://libvirt.org/html/libvirt-libvirt-qemu.html#virConnectDomainQemuMonitorEventDeregister */
  virConnectDomainQemuMonitorEventDeregister(conn: Pointer<'virConnect'> | null, callbackID: number): number;
  /** Since 1.2.3. https://libvirt.org/html/libvirt-libvirt-qemu.html#virConnectDomainQemuMonitorEventRegister */
  virConnectDomainQemuMonitorEventRegister(conn: Pointer<'virConnect'> | null, dom: Pointer<'virDomain'> | null, event: string | null, cb: Callback | null, opaque: Memory | null, freecb: Callback | null, flags: number): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAgentCommand */
  virDomainQemuAgentCommand(domain: Pointer<'virDomain'> | null, cmd: string | null, timeout: number, flags: number): string | null;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAttach */
  virDomainQemuAttach(conn: Pointer<'virConnect'> | null, pid_value: number, flags: number): Pointer<'virDomain'> | null;
  /** Since 0.8.3. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommand */
  virDomainQemuMonitorCommand(domain: Pointer<'virDomain'> | null, cmd: string | null, result: Memory | null, flags: number): number;
  /** Since 8.2.0. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommandWithFiles */
  virDomainQemuMonitorCommandWithFiles(domain: Pointer<'virDomain'> | null, cmd: string | null, ninfiles: number, infiles: Memory | null, noutfiles: Memory | null, outfiles: Memory | null, result: Memory | null, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const qemuFunctions = `
virConnectDomainQemuMonitorEventDeregister|1.2.3|int|conn:virConnectPtr,callbackID:int
virConnectDomainQemuMonitorEventRegister|1.2.3|int|conn:virConnectPtr,dom:virDomainPtr,event?:const char *,cb:virConnectDomainQemuMonitorEventCallback,opaque:void *,freecb:virFreeCallback,flags:unsigned int
virDomainQemuAgentCommand|0.10.0|char *|domain:virDomainPtr,cmd:const char *,timeout:int,flags:unsigned int
virDomainQemuAttach|0.9.4|virDomainPtr|conn:virConnectPtr,pid_value:unsigned int,flags:unsigned int
virDomainQemuMonitorCommand|0.8.3|int|domain:virDomainPtr,cmd:const char *,result:char **,flags:unsigned int
virDomainQemuMonitorCommandWithFiles|8.2.0|int|domain:virDomainPtr,cmd:const char *,ninfiles:unsigned int,infiles:int *,noutfiles:unsigned int *,outfiles:int **,result:char **,flags:unsigned int
`;
