// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Int64, Memory, Pointer, Strings } from '../binding/pointers.ts';

export interface HostFunctions {
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineCPU */
  virConnectBaselineCPU(conn: Pointer<'virConnect'> | null, xmlCPUs: Strings | null, ncpus: number, flags: number): string | null;
  /** Since 4.4.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineHypervisorCPU */
  virConnectBaselineHypervisorCPU(conn: Pointer<'virConnect'> | null, emulator: string | null, arch: string | null, machine: string | null, virttype: string | null, xmlCPUs: Strings | null, ncpus: number, flags: number): string | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectClose */
  virConnectClose(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.7.5. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareCPU */
  virConnectCompareCPU(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): number;
  /** Since 4.4.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareHypervisorCPU */
  virConnectCompareHypervisorCPU(conn: Pointer<'virConnect'> | null, emulator: string | null, arch: string | null, machine: string | null, virttype: string | null, xmlCPU: string | null, flags: number): number;
  /** Since 1.1.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetCPUModelNames */
  virConnectGetCPUModelNames(conn: Pointer<'virConnect'> | null, arch: string | null, models: Memory | null, flags: number): number;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetCapabilities */
  virConnectGetCapabilities(conn: Pointer<'virConnect'> | null): string | null;
  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetHostname */
  virConnectGetHostname(conn: Pointer<'virConnect'> | null): string | null;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetLibVersion */
  virConnectGetLibVersion(conn: Pointer<'virConnect'> | null, libVer: Memory | null): number;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetMaxVcpus */
  virConnectGetMaxVcpus(conn: Pointer<'virConnect'> | null, type: string | null): number;
  /** Since 0.8.8. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetSysinfo */
  virConnectGetSysinfo(conn: Pointer<'virConnect'> | null, flags: number): string | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetType */
  virConnectGetType(conn: Pointer<'virConnect'> | null): string | null;
  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetURI */
  virConnectGetURI(conn: Pointer<'virConnect'> | null): string | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetVersion */
  virConnectGetVersion(conn: Pointer<'virConnect'> | null, hvVer: Memory | null): number;
  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsAlive */
  virConnectIsAlive(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsEncrypted */
  virConnectIsEncrypted(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsSecure */
  virConnectIsSecure(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpen */
  virConnectOpen(name: string | null): Pointer<'virConnect'> | null;
  /** Since 0.4.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenAuth */
  virConnectOpenAuth(name: string | null, auth: Memory | null, flags: number): Pointer<'virConnect'> | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectOpenReadOnly */
  virConnectOpenReadOnly(name: string | null): Pointer<'virConnect'> | null;
  /** Since 0.6.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectRef */
  virConnectRef(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectRegisterCloseCallback */
  virConnectRegisterCloseCallback(conn: Pointer<'virConnect'> | null, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 5.8.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectSetIdentity */
  virConnectSetIdentity(conn: Pointer<'virConnect'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectSetKeepAlive */
  virConnectSetKeepAlive(conn: Pointer<'virConnect'> | null, interval: number, count: number): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectUnregisterCloseCallback */
  virConnectUnregisterCloseCallback(conn: Pointer<'virConnect'> | null, cb: Callback | null): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virGetVersion */
  virGetVersion(libVer: Memory | null, type: string | null, typeVer: Memory | null): number;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-host.html#virInitialize */
  virInitialize(): number;
  /** Since 1.2.9. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeAllocPages */
  virNodeAllocPages(conn: Pointer<'virConnect'> | null, npages: number, pageSizes: Memory | null, pageCounts: Memory | null, startCell: number, cellCount: number, flags: number): number;
  /** Since 1.0.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUMap */
  virNodeGetCPUMap(conn: Pointer<'virConnect'> | null, cpumap: Memory | null, online: Memory | null, flags: number): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUStats */
  virNodeGetCPUStats(conn: Pointer<'virConnect'> | null, cpuNum: number, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCellsFreeMemory */
  virNodeGetCellsFreeMemory(conn: Pointer<'virConnect'> | null, freeMems: Memory | null, startCell: number, maxCells: number): number;
  /** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetFreeMemory */
  virNodeGetFreeMemory(conn: Pointer<'virConnect'> | null): Int64;
  /** Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetFreePages */
  virNodeGetFreePages(conn: Pointer<'virConnect'> | null, npages: number, pages: Memory | null, startCell: number, cellCount: number, counts: Memory | null, flags: number): number;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetInfo */
  virNodeGetInfo(conn: Pointer<'virConnect'> | null, info: Memory | null): number;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryParameters */
  virNodeGetMemoryParameters(conn: Pointer<'virConnect'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryStats */
  virNodeGetMemoryStats(conn: Pointer<'virConnect'> | null, cellNum: number, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetSEVInfo */
  virNodeGetSEVInfo(conn: Pointer<'virConnect'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetSecurityModel */
  virNodeGetSecurityModel(conn: Pointer<'virConnect'> | null, secmodel: Memory | null): number;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSetMemoryParameters */
  virNodeSetMemoryParameters(conn: Pointer<'virConnect'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSuspendForDuration */
  virNodeSuspendForDuration(conn: Pointer<'virConnect'> | null, target: number, duration: Int64, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const hostFunctions = `
virConnectBaselineCPU|0.7.7|char *|conn:virConnectPtr,xmlCPUs:const char **,ncpus:unsigned int,flags:unsigned int
virConnectBaselineHypervisorCPU|4.4.0|char *|conn:virConnectPtr,emulator:const char *,arch:const char *,machine:const char *,virttype:const char *,xmlCPUs:const char **,ncpus:unsigned int,flags:unsigned int
virConnectClose|0.0.3|int|conn:virConnectPtr
virConnectCompareCPU|0.7.5|int|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virConnectCompareHypervisorCPU|4.4.0|int|conn:virConnectPtr,emulator:const char *,arch:const char *,machine:const char *,virttype:const char *,xmlCPU:const char *,flags:unsigned int
virConnectGetCPUModelNames|1.1.3|int|conn:virConnectPtr,arch:const char *,models:char ***,flags:unsigned int
virConnectGetCapabilities|0.2.1|char *|conn:virConnectPtr
virConnectGetHostname|0.3.0|char *|conn:virConnectPtr
virConnectGetLibVersion|0.7.3|int|conn:virConnectPtr,libVer:unsigned long *
virConnectGetMaxVcpus|0.2.1|int|conn:virConnectPtr,type:const char *
virConnectGetSysinfo|0.8.8|char *|conn:virConnectPtr,flags:unsigned int
virConnectGetType|0.0.3|const char *|conn:virConnectPtr
virConnectGetURI|0.3.0|char *|conn:virConnectPtr
virConnectGetVersion|0.0.3|int|conn:virConnectPtr,hvVer:unsigned long *
virConnectIsAlive|0.9.8|int|conn:virConnectPtr
virConnectIsEncrypted|0.7.3|int|conn:virConnectPtr
virConnectIsSecure|0.7.3|int|conn:virConnectPtr
virConnectOpen|0.0.3|virConnectPtr|name?:const char *
virConnectOpenAuth|0.4.0|virConnectPtr|name?:const char *,auth:virConnectAuthPtr,flags:unsigned int
virConnectOpenReadOnly|0.0.3|virConnectPtr|name?:const char *
virConnectRef|0.6.0|int|conn:virConnectPtr
virConnectRegisterCloseCallback|0.10.0|int|conn:virConnectPtr,cb:virConnectCloseFunc,opaque:void *,freecb:virFreeCallback
virConnectSetIdentity|5.8.0|int|conn:virConnectPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virConnectSetKeepAlive|0.9.8|int|conn:virConnectPtr,interval:int,count:unsigned int
virConnectUnregisterCloseCallback|0.10.0|int|conn:virConnectPtr,cb:virConnectCloseFunc
virGetVersion|0.0.3|int|libVer:unsigned long *,type?:const char *,typeVer:unsigned long *
virInitialize|0.1.0|int|
virNodeAllocPages|1.2.9|int|conn:virConnectPtr,npages:unsigned int,pageSizes:unsigned int *,pageCounts:unsigned long long *,startCell:int,cellCount:unsigned int,flags:unsigned int
virNodeGetCPUMap|1.0.0|int|conn:virConnectPtr,cpumap:unsigned char **,online:unsigned int *,flags:unsigned int
virNodeGetCPUStats|0.9.3|int|conn:virConnectPtr,cpuNum:int,params:virNodeCPUStatsPtr,nparams:int *,flags:unsigned int
virNodeGetCellsFreeMemory|0.3.3|int|conn:virConnectPtr,freeMems:unsigned long long *,startCell:int,maxCells:int
virNodeGetFreeMemory|0.3.3|unsigned long long|conn:virConnectPtr
virNodeGetFreePages|1.2.6|int|conn:virConnectPtr,npages:unsigned int,pages:unsigned int *,startCell:int,cellCount:unsigned int,counts:unsigned long long *,flags:unsigned int
virNodeGetInfo|0.1.0|int|conn:virConnectPtr,info:virNodeInfoPtr
virNodeGetMemoryParameters|0.10.2|int|conn:virConnectPtr,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virNodeGetMemoryStats|0.9.3|int|conn:virConnectPtr,cellNum:int,params:virNodeMemoryStatsPtr,nparams:int *,flags:unsigned int
virNodeGetSEVInfo|4.5.0|int|conn:virConnectPtr,params:virTypedParameterPtr *,nparams:int *,flags:unsigned int
virNodeGetSecurityModel|0.6.1|int|conn:virConnectPtr,secmodel:virSecurityModelPtr
virNodeSetMemoryParameters|0.10.2|int|conn:virConnectPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virNodeSuspendForDuration|0.9.8|int|conn:virConnectPtr,target:unsigned int,duration:unsigned long long,flags:unsigned int
`;
