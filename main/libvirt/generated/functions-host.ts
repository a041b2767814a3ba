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

export const hostFunctions = {
  virConnectBaselineCPU: { since: '0.7.7', returns: 'char *', args: [['conn', 'virConnectPtr'], ['xmlCPUs', 'const char **'], ['ncpus', 'unsigned int'], ['flags', 'unsigned int']] },
  virConnectBaselineHypervisorCPU: { since: '4.4.0', returns: 'char *', args: [['conn', 'virConnectPtr'], ['emulator', 'const char *'], ['arch', 'const char *'], ['machine', 'const char *'], ['virttype', 'const char *'], ['xmlCPUs', 'const char **'], ['ncpus', 'unsigned int'], ['flags', 'unsigned int']] },
  virConnectClose: { since: '0.0.3', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectCompareCPU: { since: '0.7.5', returns: 'int', args: [['conn', 'virConnectPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virConnectCompareHypervisorCPU: { since: '4.4.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['emulator', 'const char *'], ['arch', 'const char *'], ['machine', 'const char *'], ['virttype', 'const char *'], ['xmlCPU', 'const char *'], ['flags', 'unsigned int']] },
  virConnectGetCPUModelNames: { since: '1.1.3', returns: 'int', args: [['conn', 'virConnectPtr'], ['arch', 'const char *'], ['models', 'char ***'], ['flags', 'unsigned int']] },
  virConnectGetCapabilities: { since: '0.2.1', returns: 'char *', args: [['conn', 'virConnectPtr']] },
  virConnectGetHostname: { since: '0.3.0', returns: 'char *', args: [['conn', 'virConnectPtr']] },
  virConnectGetLibVersion: { since: '0.7.3', returns: 'int', args: [['conn', 'virConnectPtr'], ['libVer', 'unsigned long *']] },
  virConnectGetMaxVcpus: { since: '0.2.1', returns: 'int', args: [['conn', 'virConnectPtr'], ['type', 'const char *']] },
  virConnectGetSysinfo: { since: '0.8.8', returns: 'char *', args: [['conn', 'virConnectPtr'], ['flags', 'unsigned int']] },
  virConnectGetType: { since: '0.0.3', returns: 'const char *', args: [['conn', 'virConnectPtr']] },
  virConnectGetURI: { since: '0.3.0', returns: 'char *', args: [['conn', 'virConnectPtr']] },
  virConnectGetVersion: { since: '0.0.3', returns: 'int', args: [['conn', 'virConnectPtr'], ['hvVer', 'unsigned long *']] },
  virConnectIsAlive: { since: '0.9.8', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectIsEncrypted: { since: '0.7.3', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectIsSecure: { since: '0.7.3', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectOpen: { since: '0.0.3', returns: 'virConnectPtr', args: [['name', 'const char *', 'nullable']] },
  virConnectOpenAuth: { since: '0.4.0', returns: 'virConnectPtr', args: [['name', 'const char *', 'nullable'], ['auth', 'virConnectAuthPtr'], ['flags', 'unsigned int']] },
  virConnectOpenReadOnly: { since: '0.0.3', returns: 'virConnectPtr', args: [['name', 'const char *', 'nullable']] },
  virConnectRef: { since: '0.6.0', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectRegisterCloseCallback: { since: '0.10.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['cb', 'virConnectCloseFunc'], ['opaque', 'void *'], ['freecb', 'virFreeCallback']] },
  virConnectSetIdentity: { since: '5.8.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['flags', 'unsigned int']] },
  virConnectSetKeepAlive: { since: '0.9.8', returns: 'int', args: [['conn', 'virConnectPtr'], ['interval', 'int'], ['count', 'unsigned int']] },
  virConnectUnregisterCloseCallback: { since: '0.10.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['cb', 'virConnectCloseFunc']] },
  virGetVersion: { since: '0.0.3', returns: 'int', args: [['libVer', 'unsigned long *'], ['type', 'const char *', 'nullable'], ['typeVer', 'unsigned long *']] },
  virInitialize: { since: '0.1.0', returns: 'int', args: [] },
  virNodeAllocPages: { since: '1.2.9', returns: 'int', args: [['conn', 'virConnectPtr'], ['npages', 'unsigned int'], ['pageSizes', 'unsigned int *'], ['pageCounts', 'unsigned long long *'], ['startCell', 'int'], ['cellCount', 'unsigned int'], ['flags', 'unsigned int']] },
  virNodeGetCPUMap: { since: '1.0.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['cpumap', 'unsigned char **'], ['online', 'unsigned int *'], ['flags', 'unsigned int']] },
  virNodeGetCPUStats: { since: '0.9.3', returns: 'int', args: [['conn', 'virConnectPtr'], ['cpuNum', 'int'], ['params', 'virNodeCPUStatsPtr'], ['nparams', 'int *'], ['flags', 'unsigned int']] },
  virNodeGetCellsFreeMemory: { since: '0.3.3', returns: 'int', args: [['conn', 'virConnectPtr'], ['freeMems', 'unsigned long long *'], ['startCell', 'int'], ['maxCells', 'int']] },
  virNodeGetFreeMemory: { since: '0.3.3', returns: 'unsigned long long', args: [['conn', 'virConnectPtr']] },
  virNodeGetFreePages: { since: '1.2.6', returns: 'int', args: [['conn', 'virConnectPtr'], ['npages', 'unsigned int'], ['pages', 'unsigned int *'], ['startCell', 'int'], ['cellCount', 'unsigned int'], ['counts', 'unsigned long long *'], ['flags', 'unsigned int']] },
  virNodeGetInfo: { since: '0.1.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['info', 'virNodeInfoPtr']] },
  virNodeGetMemoryParameters: { since: '0.10.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['params', 'virTypedParameterPtr'], ['nparams', 'int *'], ['flags', 'unsigned int']] },
  virNodeGetMemoryStats: { since: '0.9.3', returns: 'int', args: [['conn', 'virConnectPtr'], ['cellNum', 'int'], ['params', 'virNodeMemoryStatsPtr'], ['nparams', 'int *'], ['flags', 'unsigned int']] },
  virNodeGetSEVInfo: { since: '4.5.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['params', 'virTypedParameterPtr *'], ['nparams', 'int *'], ['flags', 'unsigned int']] },
  virNodeGetSecurityModel: { since: '0.6.1', returns: 'int', args: [['conn', 'virConnectPtr'], ['secmodel', 'virSecurityModelPtr']] },
  virNodeSetMemoryParameters: { since: '0.10.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['flags', 'unsigned int']] },
  virNodeSuspendForDuration: { since: '0.9.8', returns: 'int', args: [['conn', 'virConnectPtr'], ['target', 'unsigned int'], ['duration', 'unsigned long long'], ['flags', 'unsigned int']] },
} as const;
