// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Int64, Memory, Pointer, Strings } from '../binding/pointers.ts';

export interface DomainFunctions {
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeregister */
  virConnectDomainEventDeregister(conn: Pointer<'virConnect'> | null, cb: Callback | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeregisterAny */
  virConnectDomainEventDeregisterAny(conn: Pointer<'virConnect'> | null, callbackID: number): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventRegister */
  virConnectDomainEventRegister(conn: Pointer<'virConnect'> | null, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventRegisterAny */
  virConnectDomainEventRegisterAny(conn: Pointer<'virConnect'> | null, dom: Pointer<'virDomain'> | null, eventID: number, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainXMLFromNative */
  virConnectDomainXMLFromNative(conn: Pointer<'virConnect'> | null, nativeFormat: string | null, nativeConfig: string | null, flags: number): string | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainXMLToNative */
  virConnectDomainXMLToNative(conn: Pointer<'virConnect'> | null, nativeFormat: string | null, domainXml: string | null, flags: number): string | null;
  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetAllDomainStats */
  virConnectGetAllDomainStats(conn: Pointer<'virConnect'> | null, stats: number, retStats: Memory | null, flags: number): number;
  /** Since 1.2.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetDomainCapabilities */
  virConnectGetDomainCapabilities(conn: Pointer<'virConnect'> | null, emulatorbin: string | null, arch: string | null, machine: string | null, virttype: string | null, flags: number): string | null;
  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListAllDomains */
  virConnectListAllDomains(conn: Pointer<'virConnect'> | null, domains: Memory | null, flags: number): number;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListDefinedDomains */
  virConnectListDefinedDomains(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListDomains */
  virConnectListDomains(conn: Pointer<'virConnect'> | null, ids: Memory | null, maxids: number): number;
  /** Since 0.1.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDefinedDomains */
  virConnectNumOfDefinedDomains(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDomains */
  virConnectNumOfDomains(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJob */
  virDomainAbortJob(domain: Pointer<'virDomain'> | null): number;
  /** Since 8.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJobFlags */
  virDomainAbortJobFlags(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 1.2.15. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAddIOThread */
  virDomainAddIOThread(domain: Pointer<'virDomain'> | null, iothread_id: number, flags: number): number;
  /** Since 5.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAgentSetResponseTimeout */
  virDomainAgentSetResponseTimeout(domain: Pointer<'virDomain'> | null, timeout: number, flags: number): number;
  /** Since 0.1.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAttachDevice */
  virDomainAttachDevice(domain: Pointer<'virDomain'> | null, xml: string | null): number;
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAttachDeviceFlags */
  virDomainAttachDeviceFlags(domain: Pointer<'virDomain'> | null, xml: string | null, flags: number): number;
  /** Since 6.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysGet */
  virDomainAuthorizedSSHKeysGet(domain: Pointer<'virDomain'> | null, user: string | null, keys: Memory | null, flags: number): number;
  /** Since 6.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysSet */
  virDomainAuthorizedSSHKeysSet(domain: Pointer<'virDomain'> | null, user: string | null, keys: Strings | null, nkeys: number, flags: number): number;
  /** Since 6.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupBegin */
  virDomainBackupBegin(domain: Pointer<'virDomain'> | null, backupXML: string | null, checkpointXML: string | null, flags: number): number;
  /** Since 6.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupGetXMLDesc */
  virDomainBackupGetXMLDesc(domain: Pointer<'virDomain'> | null, flags: number): string | null;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCommit */
  virDomainBlockCommit(dom: Pointer<'virDomain'> | null, disk: string | null, base: string | null, top: string | null, bandwidth: Int64, flags: number): number;
  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCopy */
  virDomainBlockCopy(dom: Pointer<'virDomain'> | null, disk: string | null, destxml: string | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobAbort */
  virDomainBlockJobAbort(dom: Pointer<'virDomain'> | null, disk: string | null, flags: number): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobSetSpeed */
  virDomainBlockJobSetSpeed(dom: Pointer<'virDomain'> | null, disk: string | null, bandwidth: Int64, flags: number): number;
  /** Since 0.4.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPeek */
  virDomainBlockPeek(dom: Pointer<'virDomain'> | null, disk: string | null, offset: Int64, size: Int64, buffer: Memory | null, flags: number): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPull */
  virDomainBlockPull(dom: Pointer<'virDomain'> | null, disk: string | null, bandwidth: Int64, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockRebase */
  virDomainBlockRebase(dom: Pointer<'virDomain'> | null, disk: string | null, base: string | null, bandwidth: Int64, flags: number): number;
  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockResize */
  virDomainBlockResize(dom: Pointer<'virDomain'> | null, disk: string | null, size: Int64, flags: number): number;
  /** Since 0.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStats */
  virDomainBlockStats(dom: Pointer<'virDomain'> | null, disk: string | null, stats: Memory | null, size: Int64): number;
  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStatsFlags */
  virDomainBlockStatsFlags(dom: Pointer<'virDomain'> | null, disk: string | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.1.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDump */
  virDomainCoreDump(domain: Pointer<'virDomain'> | null, to: string | null, flags: number): number;
  /** Since 1.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDumpWithFormat */
  virDomainCoreDumpWithFormat(domain: Pointer<'virDomain'> | null, to: string | null, dumpformat: number, flags: number): number;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreate */
  virDomainCreate(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateLinux */
  virDomainCreateLinux(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virDomain'> | null;
  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateWithFiles */
  virDomainCreateWithFiles(domain: Pointer<'virDomain'> | null, nfiles: number, files: Memory | null, flags: number): number;
  /** Since 0.8.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateWithFlags */
  virDomainCreateWithFlags(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXML */
  virDomainCreateXML(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virDomain'> | null;
  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXMLWithFiles */
  virDomainCreateXMLWithFiles(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, nfiles: number, files: Memory | null, flags: number): Pointer<'virDomain'> | null;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineXML */
  virDomainDefineXML(conn: Pointer<'virConnect'> | null, xml: string | null): Pointer<'virDomain'> | null;
  /** Since 1.2.12. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineXMLFlags */
  virDomainDefineXMLFlags(conn: Pointer<'virConnect'> | null, xml: string | null, flags: number): Pointer<'virDomain'> | null;
  /** Since 1.2.15. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDelIOThread */
  virDomainDelIOThread(domain: Pointer<'virDomain'> | null, iothread_id: number, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroy */
  virDomainDestroy(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroyFlags */
  virDomainDestroyFlags(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.1.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDevice */
  virDomainDetachDevice(domain: Pointer<'virDomain'> | null, xml: string | null): number;
  /** Since 4.4.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDeviceAlias */
  virDomainDetachDeviceAlias(domain: Pointer<'virDomain'> | null, alias: string | null, flags: number): number;
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDeviceFlags */
  virDomainDetachDeviceFlags(domain: Pointer<'virDomain'> | null, xml: string | null, flags: number): number;
  /** Since 9.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFDAssociate */
  virDomainFDAssociate(domain: Pointer<'virDomain'> | null, name: string | null, nfds: number, fds: Memory | null, flags: number): number;
  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSFreeze */
  virDomainFSFreeze(dom: Pointer<'virDomain'> | null, mountpoints: Strings | null, nmountpoints: number, flags: number): number;
  /** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSInfoFree */
  virDomainFSInfoFree(info: Memory | null): void;
  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSThaw */
  virDomainFSThaw(dom: Pointer<'virDomain'> | null, mountpoints: Strings | null, nmountpoints: number, flags: number): number;
  /** Since 1.0.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSTrim */
  virDomainFSTrim(dom: Pointer<'virDomain'> | null, mountPoint: string | null, minimum: Int64, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFree */
  virDomainFree(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetAutostart */
  virDomainGetAutostart(domain: Pointer<'virDomain'> | null, autostart: Memory | null): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlkioParameters */
  virDomainGetBlkioParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.8.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockInfo */
  virDomainGetBlockInfo(domain: Pointer<'virDomain'> | null, disk: string | null, info: Memory | null, flags: number): number;
  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockIoTune */
  virDomainGetBlockIoTune(dom: Pointer<'virDomain'> | null, disk: string | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockJobInfo */
  virDomainGetBlockJobInfo(dom: Pointer<'virDomain'> | null, disk: string | null, info: Memory | null, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetCPUStats */
  virDomainGetCPUStats(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, start_cpu: number, ncpus: number, flags: number): number;
  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetConnect */
  virDomainGetConnect(dom: Pointer<'virDomain'> | null): Pointer<'virConnect'> | null;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetControlInfo */
  virDomainGetControlInfo(domain: Pointer<'virDomain'> | null, info: Memory | null, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetDiskErrors */
  virDomainGetDiskErrors(dom: Pointer<'virDomain'> | null, errors: Memory | null, maxerrors: number, flags: number): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetEmulatorPinInfo */
  virDomainGetEmulatorPinInfo(domain: Pointer<'virDomain'> | null, cpumap: Memory | null, maplen: number, flags: number): number;
  /** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetFSInfo */
  virDomainGetFSInfo(dom: Pointer<'virDomain'> | null, info: Memory | null, flags: number): number;
  /** Since 5.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetGuestInfo */
  virDomainGetGuestInfo(domain: Pointer<'virDomain'> | null, types: number, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetGuestVcpus */
  virDomainGetGuestVcpus(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetHostname */
  virDomainGetHostname(domain: Pointer<'virDomain'> | null, flags: number): string | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetID */
  virDomainGetID(domain: Pointer<'virDomain'> | null): number;
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetIOThreadInfo */
  virDomainGetIOThreadInfo(dom: Pointer<'virDomain'> | null, info: Memory | null, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetInfo */
  virDomainGetInfo(domain: Pointer<'virDomain'> | null, info: Memory | null): number;
  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetInterfaceParameters */
  virDomainGetInterfaceParameters(domain: Pointer<'virDomain'> | null, device: string | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobInfo */
  virDomainGetJobInfo(domain: Pointer<'virDomain'> | null, info: Memory | null): number;
  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStats */
  virDomainGetJobStats(domain: Pointer<'virDomain'> | null, type: Memory | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetLaunchSecurityInfo */
  virDomainGetLaunchSecurityInfo(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMaxMemory */
  virDomainGetMaxMemory(domain: Pointer<'virDomain'> | null): Int64;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMaxVcpus */
  virDomainGetMaxVcpus(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMemoryParameters */
  virDomainGetMemoryParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 7.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMessages */
  virDomainGetMessages(domain: Pointer<'virDomain'> | null, msgs: Memory | null, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMetadata */
  virDomainGetMetadata(domain: Pointer<'virDomain'> | null, type: number, uri: string | null, flags: number): string | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetName */
  virDomainGetName(domain: Pointer<'virDomain'> | null): string | null;
  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetNumaParameters */
  virDomainGetNumaParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetOSType */
  virDomainGetOSType(domain: Pointer<'virDomain'> | null): string | null;
  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetPerfEvents */
  virDomainGetPerfEvents(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerParameters */
  virDomainGetSchedulerParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerParametersFlags */
  virDomainGetSchedulerParametersFlags(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerType */
  virDomainGetSchedulerType(domain: Pointer<'virDomain'> | null, nparams: Memory | null): string | null;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSecurityLabel */
  virDomainGetSecurityLabel(domain: Pointer<'virDomain'> | null, seclabel: Memory | null): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSecurityLabelList */
  virDomainGetSecurityLabelList(domain: Pointer<'virDomain'> | null, seclabels: Memory | null): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetState */
  virDomainGetState(domain: Pointer<'virDomain'> | null, state: Memory | null, reason: Memory | null, flags: number): number;
  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetTime */
  virDomainGetTime(dom: Pointer<'virDomain'> | null, seconds: Memory | null, nseconds: Memory | null, flags: number): number;
  /** Since 0.0.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetUUID */
  virDomainGetUUID(domain: Pointer<'virDomain'> | null, uuid: Memory | null): number;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetUUIDString */
  virDomainGetUUIDString(domain: Pointer<'virDomain'> | null, buf: Memory | null): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpuPinInfo */
  virDomainGetVcpuPinInfo(domain: Pointer<'virDomain'> | null, ncpumaps: number, cpumaps: Memory | null, maplen: number, flags: number): number;
  /** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpus */
  virDomainGetVcpus(domain: Pointer<'virDomain'> | null, info: Memory | null, maxinfo: number, cpumaps: Memory | null, maplen: number): number;
  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpusFlags */
  virDomainGetVcpusFlags(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetXMLDesc */
  virDomainGetXMLDesc(domain: Pointer<'virDomain'> | null, flags: number): string | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainHasManagedSaveImage */
  virDomainHasManagedSaveImage(dom: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIOThreadInfoFree */
  virDomainIOThreadInfoFree(info: Memory | null): void;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInjectNMI */
  virDomainInjectNMI(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceAddresses */
  virDomainInterfaceAddresses(dom: Pointer<'virDomain'> | null, ifaces: Memory | null, source: number, flags: number): number;
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceFree */
  virDomainInterfaceFree(iface: Memory | null): void;
  /** Since 0.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceStats */
  virDomainInterfaceStats(dom: Pointer<'virDomain'> | null, device: string | null, stats: Memory | null, size: Int64): number;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsActive */
  virDomainIsActive(dom: Pointer<'virDomain'> | null): number;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsPersistent */
  virDomainIsPersistent(dom: Pointer<'virDomain'> | null): number;
  /** Since 0.8.6. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsUpdated */
  virDomainIsUpdated(dom: Pointer<'virDomain'> | null): number;
  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainListGetStats */
  virDomainListGetStats(doms: Memory | null, stats: number, retStats: Memory | null, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByID */
  virDomainLookupByID(conn: Pointer<'virConnect'> | null, id: number): Pointer<'virDomain'> | null;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByName */
  virDomainLookupByName(conn: Pointer<'virConnect'> | null, name: string | null): Pointer<'virDomain'> | null;
  /** Since 0.0.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByUUID */
  virDomainLookupByUUID(conn: Pointer<'virConnect'> | null, uuid: Memory | null): Pointer<'virDomain'> | null;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByUUIDString */
  virDomainLookupByUUIDString(conn: Pointer<'virConnect'> | null, uuidstr: string | null): Pointer<'virDomain'> | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSave */
  virDomainManagedSave(dom: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 3.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveDefineXML */
  virDomainManagedSaveDefineXML(domain: Pointer<'virDomain'> | null, dxml: string | null, flags: number): number;
  /** Since 3.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveGetXMLDesc */
  virDomainManagedSaveGetXMLDesc(domain: Pointer<'virDomain'> | null, flags: number): string | null;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveRemove */
  virDomainManagedSaveRemove(dom: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.4.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryPeek */
  virDomainMemoryPeek(dom: Pointer<'virDomain'> | null, start: Int64, size: Int64, buffer: Memory | null, flags: number): number;
  /** Since 0.7.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryStats */
  virDomainMemoryStats(dom: Pointer<'virDomain'> | null, stats: Memory | null, nr_stats: number, flags: number): number;
  /** Since 0.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate */
  virDomainMigrate(domain: Pointer<'virDomain'> | null, dconn: Pointer<'virConnect'> | null, flags: Int64, dname: string | null, uri: string | null, bandwidth: Int64): Pointer<'virDomain'> | null;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate2 */
  virDomainMigrate2(domain: Pointer<'virDomain'> | null, dconn: Pointer<'virConnect'> | null, dxml: string | null, flags: Int64, dname: string | null, uri: string | null, bandwidth: Int64): Pointer<'virDomain'> | null;
  /** Since 1.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate3 */
  virDomainMigrate3(domain: Pointer<'virDomain'> | null, dconn: Pointer<'virConnect'> | null, params: Memory | null, nparams: number, flags: number): Pointer<'virDomain'> | null;
  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetCompressionCache */
  virDomainMigrateGetCompressionCache(domain: Pointer<'virDomain'> | null, cacheSize: Memory | null, flags: number): number;
  /** Since 3.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetMaxDowntime */
  virDomainMigrateGetMaxDowntime(domain: Pointer<'virDomain'> | null, downtime: Memory | null, flags: number): number;
  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetMaxSpeed */
  virDomainMigrateGetMaxSpeed(domain: Pointer<'virDomain'> | null, bandwidth: Memory | null, flags: number): number;
  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetCompressionCache */
  virDomainMigrateSetCompressionCache(domain: Pointer<'virDomain'> | null, cacheSize: Int64, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxDowntime */
  virDomainMigrateSetMaxDowntime(domain: Pointer<'virDomain'> | null, downtime: Int64, flags: number): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxSpeed */
  virDomainMigrateSetMaxSpeed(domain: Pointer<'virDomain'> | null, bandwidth: Int64, flags: number): number;
  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateStartPostCopy */
  virDomainMigrateStartPostCopy(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI */
  virDomainMigrateToURI(domain: Pointer<'virDomain'> | null, duri: string | null, flags: Int64, dname: string | null, bandwidth: Int64): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI2 */
  virDomainMigrateToURI2(domain: Pointer<'virDomain'> | null, dconnuri: string | null, miguri: string | null, dxml: string | null, flags: Int64, dname: string | null, bandwidth: Int64): number;
  /** Since 1.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI3 */
  virDomainMigrateToURI3(domain: Pointer<'virDomain'> | null, dconnuri: string | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenChannel */
  virDomainOpenChannel(dom: Pointer<'virDomain'> | null, name: string | null, st: Pointer<'virStream'> | null, flags: number): number;
  /** Since 0.8.6. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenConsole */
  virDomainOpenConsole(dom: Pointer<'virDomain'> | null, dev_name: string | null, st: Pointer<'virStream'> | null, flags: number): number;
  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphics */
  virDomainOpenGraphics(dom: Pointer<'virDomain'> | null, idx: number, fd: number, flags: number): number;
  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphicsFD */
  virDomainOpenGraphicsFD(dom: Pointer<'virDomain'> | null, idx: number, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMSuspendForDuration */
  virDomainPMSuspendForDuration(dom: Pointer<'virDomain'> | null, target: number, duration: Int64, flags: number): number;
  /** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMWakeup */
  virDomainPMWakeup(dom: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinEmulator */
  virDomainPinEmulator(domain: Pointer<'virDomain'> | null, cpumap: Memory | null, maplen: number, flags: number): number;
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinIOThread */
  virDomainPinIOThread(domain: Pointer<'virDomain'> | null, iothread_id: number, cpumap: Memory | null, maplen: number, flags: number): number;
  /** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinVcpu */
  virDomainPinVcpu(domain: Pointer<'virDomain'> | null, vcpu: number, cpumap: Memory | null, maplen: number): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinVcpuFlags */
  virDomainPinVcpuFlags(domain: Pointer<'virDomain'> | null, vcpu: number, cpumap: Memory | null, maplen: number, flags: number): number;
  /** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainReboot */
  virDomainReboot(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.6.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRef */
  virDomainRef(domain: Pointer<'virDomain'> | null): number;
  /** Since 1.2.19. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRename */
  virDomainRename(dom: Pointer<'virDomain'> | null, new_name: string | null, flags: number): number;
  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainReset */
  virDomainReset(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestore */
  virDomainRestore(conn: Pointer<'virConnect'> | null, from: string | null): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestoreFlags */
  virDomainRestoreFlags(conn: Pointer<'virConnect'> | null, from: string | null, dxml: string | null, flags: number): number;
  /** Since 8.4.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestoreParams */
  virDomainRestoreParams(conn: Pointer<'virConnect'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainResume */
  virDomainResume(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSave */
  virDomainSave(domain: Pointer<'virDomain'> | null, to: string | null): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveFlags */
  virDomainSaveFlags(domain: Pointer<'virDomain'> | null, to: string | null, dxml: string | null, flags: number): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageDefineXML */
  virDomainSaveImageDefineXML(conn: Pointer<'virConnect'> | null, file: string | null, dxml: string | null, flags: number): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageGetXMLDesc */
  virDomainSaveImageGetXMLDesc(conn: Pointer<'virConnect'> | null, file: string | null, flags: number): string | null;
  /** Since 8.4.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveParams */
  virDomainSaveParams(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainScreenshot */
  virDomainScreenshot(domain: Pointer<'virDomain'> | null, stream: Pointer<'virStream'> | null, screen: number, flags: number): string | null;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSendKey */
  virDomainSendKey(domain: Pointer<'virDomain'> | null, codeset: number, holdtime: number, keycodes: Memory | null, nkeycodes: number, flags: number): number;
  /** Since 1.0.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSendProcessSignal */
  virDomainSendProcessSignal(domain: Pointer<'virDomain'> | null, pid_value: Int64, signum: number, flags: number): number;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetAutostart */
  virDomainSetAutostart(domain: Pointer<'virDomain'> | null, autostart: number): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlkioParameters */
  virDomainSetBlkioParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlockIoTune */
  virDomainSetBlockIoTune(dom: Pointer<'virDomain'> | null, disk: string | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 3.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlockThreshold */
  virDomainSetBlockThreshold(domain: Pointer<'virDomain'> | null, dev: string | null, threshold: Int64, flags: number): number;
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetGuestVcpus */
  virDomainSetGuestVcpus(domain: Pointer<'virDomain'> | null, cpumap: string | null, state: number, flags: number): number;
  /** Since 4.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetIOThreadParams */
  virDomainSetIOThreadParams(domain: Pointer<'virDomain'> | null, iothread_id: number, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetInterfaceParameters */
  virDomainSetInterfaceParameters(domain: Pointer<'virDomain'> | null, device: string | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 8.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetLaunchSecurityState */
  virDomainSetLaunchSecurityState(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 3.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetLifecycleAction */
  virDomainSetLifecycleAction(domain: Pointer<'virDomain'> | null, type: number, action: number, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMaxMemory */
  virDomainSetMaxMemory(domain: Pointer<'virDomain'> | null, memory: Int64): number;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemory */
  virDomainSetMemory(domain: Pointer<'virDomain'> | null, memory: Int64): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryFlags */
  virDomainSetMemoryFlags(domain: Pointer<'virDomain'> | null, memory: Int64, flags: number): number;
  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryParameters */
  virDomainSetMemoryParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryStatsPeriod */
  virDomainSetMemoryStatsPeriod(domain: Pointer<'virDomain'> | null, period: number, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMetadata */
  virDomainSetMetadata(domain: Pointer<'virDomain'> | null, type: number, metadata: string | null, key: string | null, uri: string | null, flags: number): number;
  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetNumaParameters */
  virDomainSetNumaParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetPerfEvents */
  virDomainSetPerfEvents(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetSchedulerParameters */
  virDomainSetSchedulerParameters(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetSchedulerParametersFlags */
  virDomainSetSchedulerParametersFlags(domain: Pointer<'virDomain'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetTime */
  virDomainSetTime(dom: Pointer<'virDomain'> | null, seconds: Int64, nseconds: number, flags: number): number;
  /** Since 1.2.16. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetUserPassword */
  virDomainSetUserPassword(dom: Pointer<'virDomain'> | null, user: string | null, password: string | null, flags: number): number;
  /** Since 3.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpu */
  virDomainSetVcpu(domain: Pointer<'virDomain'> | null, vcpumap: string | null, state: number, flags: number): number;
  /** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpus */
  virDomainSetVcpus(domain: Pointer<'virDomain'> | null, nvcpus: number): number;
  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpusFlags */
  virDomainSetVcpusFlags(domain: Pointer<'virDomain'> | null, nvcpus: number, flags: number): number;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdown */
  virDomainShutdown(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdownFlags */
  virDomainShutdownFlags(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 7.2.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainStartDirtyRateCalc */
  virDomainStartDirtyRateCalc(domain: Pointer<'virDomain'> | null, seconds: number, flags: number): number;
  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainStatsRecordListFree */
  virDomainStatsRecordListFree(stats: Memory | null): void;
  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSuspend */
  virDomainSuspend(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUndefine */
  virDomainUndefine(domain: Pointer<'virDomain'> | null): number;
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUndefineFlags */
  virDomainUndefineFlags(domain: Pointer<'virDomain'> | null, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUpdateDeviceFlags */
  virDomainUpdateDeviceFlags(domain: Pointer<'virDomain'> | null, xml: string | null, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const domainFunctions = `
virConnectDomainEventDeregister|0.5.0|int|conn:virConnectPtr,cb:virConnectDomainEventCallback
virConnectDomainEventDeregisterAny|0.8.0|int|conn:virConnectPtr,callbackID:int
virConnectDomainEventRegister|0.5.0|int|conn:virConnectPtr,cb:virConnectDomainEventCallback,opaque:void *,freecb:virFreeCallback
virConnectDomainEventRegisterAny|0.8.0|int|conn:virConnectPtr,dom:virDomainPtr,eventID:int,cb:virConnectDomainEventGenericCallback,opaque:void *,freecb:virFreeCallback
virConnectDomainXMLFromNative|0.6.4|char *|conn:virConnectPtr,nativeFormat:const char *,nativeConfig:const char *,flags:unsigned int
virConnectDomainXMLToNative|0.6.4|char *|conn:virConnectPtr,nativeFormat:const char *,domainXml:const char *,flags:unsigned int
virConnectGetAllDomainStats|1.2.8|int|conn:virConnectPtr,stats:unsigned int,retStats:virDomainStatsRecordPtr **,flags:unsigned int
virConnectGetDomainCapabilities|1.2.7|char *|conn:virConnectPtr,emulatorbin:const char *,arch:const char *,machine:const char *,virttype:const char *,flags:unsigned int
virConnectListAllDomains|0.9.13|int|conn:virConnectPtr,domains:virDomainPtr **,flags:unsigned int
virConnectListDefinedDomains|0.1.1|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectListDomains|0.0.3|int|conn:virConnectPtr,ids:int *,maxids:int
virConnectNumOfDefinedDomains|0.1.5|int|conn:virConnectPtr
virConnectNumOfDomains|0.0.3|int|conn:virConnectPtr
virDomainAbortJob|0.7.7|int|domain:virDomainPtr
virDomainAbortJobFlags|8.5.0|int|domain:virDomainPtr,flags:unsigned int
virDomainAddIOThread|1.2.15|int|domain:virDomainPtr,iothread_id:unsigned int,flags:unsigned int
virDomainAgentSetResponseTimeout|5.10.0|int|domain:virDomainPtr,timeout:int,flags:unsigned int
virDomainAttachDevice|0.1.9|int|domain:virDomainPtr,xml:const char *
virDomainAttachDeviceFlags|0.7.7|int|domain:virDomainPtr,xml:const char *,flags:unsigned int
virDomainAuthorizedSSHKeysGet|6.10.0|int|domain:virDomainPtr,user:const char *,keys:char ***,flags:unsigned int
virDomainAuthorizedSSHKeysSet|6.10.0|int|domain:virDomainPtr,user:const char *,keys:const char **,nkeys:unsigned int,flags:unsigned int
virDomainBackupBegin|6.0.0|int|domain:virDomainPtr,backupXML:const char *,checkpointXML?:const char *,flags:unsigned int
virDomainBackupGetXMLDesc|6.0.0|char *|domain:virDomainPtr,flags:unsigned int
virDomainBlockCommit|0.10.2|int|dom:virDomainPtr,disk:const char *,base?:const char *,top?:const char *,bandwidth:unsigned long,flags:unsigned int
virDomainBlockCopy|1.2.8|int|dom:virDomainPtr,disk:const char *,destxml:const char *,params?:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainBlockJobAbort|0.9.4|int|dom:virDomainPtr,disk:const char *,flags:unsigned int
virDomainBlockJobSetSpeed|0.9.4|int|dom:virDomainPtr,disk:const char *,bandwidth:unsigned long,flags:unsigned int
virDomainBlockPeek|0.4.2|int|dom:virDomainPtr,disk:const char *,offset:unsigned long long,size:size_t,buffer:void *,flags:unsigned int
virDomainBlockPull|0.9.4|int|dom:virDomainPtr,disk:const char *,bandwidth:unsigned long,flags:unsigned int
virDomainBlockRebase|0.9.10|int|dom:virDomainPtr,disk:const char *,base?:const char *,bandwidth:unsigned long,flags:unsigned int
virDomainBlockResize|0.9.8|int|dom:virDomainPtr,disk:const char *,size:unsigned long long,flags:unsigned int
virDomainBlockStats|0.3.2|int|dom:virDomainPtr,disk:const char *,stats:virDomainBlockStatsPtr,size:size_t
virDomainBlockStatsFlags|0.9.5|int|dom:virDomainPtr,disk:const char *,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainCoreDump|0.1.9|int|domain:virDomainPtr,to:const char *,flags:unsigned int
virDomainCoreDumpWithFormat|1.2.3|int|domain:virDomainPtr,to:const char *,dumpformat:unsigned int,flags:unsigned int
virDomainCreate|0.1.1|int|domain:virDomainPtr
virDomainCreateLinux|0.0.3|virDomainPtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virDomainCreateWithFiles|1.1.1|int|domain:virDomainPtr,nfiles:unsigned int,files:int *,flags:unsigned int
virDomainCreateWithFlags|0.8.2|int|domain:virDomainPtr,flags:unsigned int
virDomainCreateXML|0.5.0|virDomainPtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virDomainCreateXMLWithFiles|1.1.1|virDomainPtr|conn:virConnectPtr,xmlDesc:const char *,nfiles:unsigned int,files:int *,flags:unsigned int
virDomainDefineXML|0.1.1|virDomainPtr|conn:virConnectPtr,xml:const char *
virDomainDefineXMLFlags|1.2.12|virDomainPtr|conn:virConnectPtr,xml:const char *,flags:unsigned int
virDomainDelIOThread|1.2.15|int|domain:virDomainPtr,iothread_id:unsigned int,flags:unsigned int
virDomainDestroy|0.0.3|int|domain:virDomainPtr
virDomainDestroyFlags|0.9.4|int|domain:virDomainPtr,flags:unsigned int
virDomainDetachDevice|0.1.9|int|domain:virDomainPtr,xml:const char *
virDomainDetachDeviceAlias|4.4.0|int|domain:virDomainPtr,alias:const char *,flags:unsigned int
virDomainDetachDeviceFlags|0.7.7|int|domain:virDomainPtr,xml:const char *,flags:unsigned int
virDomainFDAssociate|9.0.0|int|domain:virDomainPtr,name:const char *,nfds:unsigned int,fds:int *,flags:unsigned int
virDomainFSFreeze|1.2.5|int|dom:virDomainPtr,mountpoints:const char **,nmountpoints:unsigned int,flags:unsigned int
virDomainFSInfoFree|1.2.11|void|info:virDomainFSInfoPtr
virDomainFSThaw|1.2.5|int|dom:virDomainPtr,mountpoints:const char **,nmountpoints:unsigned int,flags:unsigned int
virDomainFSTrim|1.0.1|int|dom:virDomainPtr,mountPoint:const char *,minimum:unsigned long long,flags:unsigned int
virDomainFree|0.0.3|int|domain:virDomainPtr
virDomainGetAutostart|0.2.1|int|domain:virDomainPtr,autostart:int *
virDomainGetBlkioParameters|0.9.0|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainGetBlockInfo|0.8.1|int|domain:virDomainPtr,disk:const char *,info:virDomainBlockInfoPtr,flags:unsigned int
virDomainGetBlockIoTune|0.9.8|int|dom:virDomainPtr,disk:const char *,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainGetBlockJobInfo|0.9.4|int|dom:virDomainPtr,disk:const char *,info:virDomainBlockJobInfoPtr,flags:unsigned int
virDomainGetCPUStats|0.9.10|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:unsigned int,start_cpu:int,ncpus:unsigned int,flags:unsigned int
virDomainGetConnect|0.3.0|virConnectPtr|dom:virDomainPtr
virDomainGetControlInfo|0.9.3|int|domain:virDomainPtr,info:virDomainControlInfoPtr,flags:unsigned int
virDomainGetDiskErrors|0.9.10|int|dom:virDomainPtr,errors:virDomainDiskErrorPtr,maxerrors:unsigned int,flags:unsigned int
virDomainGetEmulatorPinInfo|0.10.0|int|domain:virDomainPtr,cpumap:unsigned char *,maplen:int,flags:unsigned int
virDomainGetFSInfo|1.2.11|int|dom:virDomainPtr,info:virDomainFSInfoPtr **,flags:unsigned int
virDomainGetGuestInfo|5.7.0|int|domain:virDomainPtr,types:unsigned int,params:virTypedParameterPtr *,nparams:int *,flags:unsigned int
virDomainGetGuestVcpus|2.0.0|int|domain:virDomainPtr,params:virTypedParameterPtr *,nparams:unsigned int *,flags:unsigned int
virDomainGetHostname|0.10.0|char *|domain:virDomainPtr,flags:unsigned int
virDomainGetID|0.0.3|unsigned int|domain:virDomainPtr
virDomainGetIOThreadInfo|1.2.14|int|dom:virDomainPtr,info:virDomainIOThreadInfoPtr **,flags:unsigned int
virDomainGetInfo|0.0.3|int|domain:virDomainPtr,info:virDomainInfoPtr
virDomainGetInterfaceParameters|0.9.9|int|domain:virDomainPtr,device:const char *,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainGetJobInfo|0.7.7|int|domain:virDomainPtr,info:virDomainJobInfoPtr
virDomainGetJobStats|1.0.3|int|domain:virDomainPtr,type:int *,params:virTypedParameterPtr *,nparams:int *,flags:unsigned int
virDomainGetLaunchSecurityInfo|4.5.0|int|domain:virDomainPtr,params:virTypedParameterPtr *,nparams:int *,flags:unsigned int
virDomainGetMaxMemory|0.0.3|unsigned long|domain:virDomainPtr
virDomainGetMaxVcpus|0.2.1|int|domain:virDomainPtr
virDomainGetMemoryParameters|0.8.5|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainGetMessages|7.1.0|int|domain:virDomainPtr,msgs:char ***,flags:unsigned int
virDomainGetMetadata|0.9.10|char *|domain:virDomainPtr,type:int,uri:const char *,flags:unsigned int
virDomainGetName|0.0.3|const char *|domain:virDomainPtr
virDomainGetNumaParameters|0.9.9|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainGetOSType|0.0.3|char *|domain:virDomainPtr
virDomainGetPerfEvents|1.3.3|int|domain:virDomainPtr,params:virTypedParameterPtr *,nparams:int *,flags:unsigned int
virDomainGetSchedulerParameters|0.2.3|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int *
virDomainGetSchedulerParametersFlags|0.9.2|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int *,flags:unsigned int
virDomainGetSchedulerType|0.2.3|char *|domain:virDomainPtr,nparams:int *
virDomainGetSecurityLabel|0.6.1|int|domain:virDomainPtr,seclabel:virSecurityLabelPtr
virDomainGetSecurityLabelList|0.10.0|int|domain:virDomainPtr,seclabels:virSecurityLabelPtr *
virDomainGetState|0.9.2|int|domain:virDomainPtr,state:int *,reason:int *,flags:unsigned int
virDomainGetTime|1.2.5|int|dom:virDomainPtr,seconds:long long *,nseconds:unsigned int *,flags:unsigned int
virDomainGetUUID|0.0.5|int|domain:virDomainPtr,uuid:unsigned char *
virDomainGetUUIDString|0.1.1|int|domain:virDomainPtr,buf:char *
virDomainGetVcpuPinInfo|0.9.3|int|domain:virDomainPtr,ncpumaps:int,cpumaps:unsigned char *,maplen:int,flags:unsigned int
virDomainGetVcpus|0.1.4|int|domain:virDomainPtr,info:virVcpuInfoPtr,maxinfo:int,cpumaps:unsigned char *,maplen:int
virDomainGetVcpusFlags|0.8.5|int|domain:virDomainPtr,flags:unsigned int
virDomainGetXMLDesc|0.0.3|char *|domain:virDomainPtr,flags:unsigned int
virDomainHasManagedSaveImage|0.8.0|int|dom:virDomainPtr,flags:unsigned int
virDomainIOThreadInfoFree|1.2.14|void|info:virDomainIOThreadInfoPtr
virDomainInjectNMI|0.9.2|int|domain:virDomainPtr,flags:unsigned int
virDomainInterfaceAddresses|1.2.14|int|dom:virDomainPtr,ifaces:virDomainInterfacePtr **,source:unsigned int,flags:unsigned int
virDomainInterfaceFree|1.2.14|void|iface:virDomainInterfacePtr
virDomainInterfaceStats|0.3.2|int|dom:virDomainPtr,device:const char *,stats:virDomainInterfaceStatsPtr,size:size_t
virDomainIsActive|0.7.3|int|dom:virDomainPtr
virDomainIsPersistent|0.7.3|int|dom:virDomainPtr
virDomainIsUpdated|0.8.6|int|dom:virDomainPtr
virDomainListGetStats|1.2.8|int|doms:virDomainPtr *,stats:unsigned int,retStats:virDomainStatsRecordPtr **,flags:unsigned int
virDomainLookupByID|0.0.3|virDomainPtr|conn:virConnectPtr,id:int
virDomainLookupByName|0.0.3|virDomainPtr|conn:virConnectPtr,name:const char *
virDomainLookupByUUID|0.0.5|virDomainPtr|conn:virConnectPtr,uuid:const unsigned char *
virDomainLookupByUUIDString|0.1.1|virDomainPtr|conn:virConnectPtr,uuidstr:const char *
virDomainManagedSave|0.8.0|int|dom:virDomainPtr,flags:unsigned int
virDomainManagedSaveDefineXML|3.7.0|int|domain:virDomainPtr,dxml:const char *,flags:unsigned int
virDomainManagedSaveGetXMLDesc|3.7.0|char *|domain:virDomainPtr,flags:unsigned int
virDomainManagedSaveRemove|0.8.0|int|dom:virDomainPtr,flags:unsigned int
virDomainMemoryPeek|0.4.2|int|dom:virDomainPtr,start:unsigned long long,size:size_t,buffer:void *,flags:unsigned int
virDomainMemoryStats|0.7.5|int|dom:virDomainPtr,stats:virDomainMemoryStatPtr,nr_stats:unsigned int,flags:unsigned int
virDomainMigrate|0.3.2|virDomainPtr|domain:virDomainPtr,dconn:virConnectPtr,flags:unsigned long,dname?:const char *,uri?:const char *,bandwidth:unsigned long
virDomainMigrate2|0.9.2|virDomainPtr|domain:virDomainPtr,dconn:virConnectPtr,dxml?:const char *,flags:unsigned long,dname?:const char *,uri?:const char *,bandwidth:unsigned long
virDomainMigrate3|1.1.0|virDomainPtr|domain:virDomainPtr,dconn:virConnectPtr,params?:virTypedParameterPtr,nparams:unsigned int,flags:unsigned int
virDomainMigrateGetCompressionCache|1.0.3|int|domain:virDomainPtr,cacheSize:unsigned long long *,flags:unsigned int
virDomainMigrateGetMaxDowntime|3.7.0|int|domain:virDomainPtr,downtime:unsigned long long *,flags:unsigned int
virDomainMigrateGetMaxSpeed|0.9.5|int|domain:virDomainPtr,bandwidth:unsigned long *,flags:unsigned int
virDomainMigrateSetCompressionCache|1.0.3|int|domain:virDomainPtr,cacheSize:unsigned long long,flags:unsigned int
virDomainMigrateSetMaxDowntime|0.8.0|int|domain:virDomainPtr,downtime:unsigned long long,flags:unsigned int
virDomainMigrateSetMaxSpeed|0.9.0|int|domain:virDomainPtr,bandwidth:unsigned long,flags:unsigned int
virDomainMigrateStartPostCopy|1.3.3|int|domain:virDomainPtr,flags:unsigned int
virDomainMigrateToURI|0.7.2|int|domain:virDomainPtr,duri:const char *,flags:unsigned long,dname?:const char *,bandwidth:unsigned long
virDomainMigrateToURI2|0.9.2|int|domain:virDomainPtr,dconnuri?:const char *,miguri?:const char *,dxml?:const char *,flags:unsigned long,dname?:const char *,bandwidth:unsigned long
virDomainMigrateToURI3|1.1.0|int|domain:virDomainPtr,dconnuri?:const char *,params?:virTypedParameterPtr,nparams:unsigned int,flags:unsigned int
virDomainOpenChannel|1.0.2|int|dom:virDomainPtr,name?:const char *,st:virStreamPtr,flags:unsigned int
virDomainOpenConsole|0.8.6|int|dom:virDomainPtr,dev_name?:const char *,st:virStreamPtr,flags:unsigned int
virDomainOpenGraphics|0.9.7|int|dom:virDomainPtr,idx:unsigned int,fd:int,flags:unsigned int
virDomainOpenGraphicsFD|1.2.8|int|dom:virDomainPtr,idx:unsigned int,flags:unsigned int
virDomainPMSuspendForDuration|0.9.10|int|dom:virDomainPtr,target:unsigned int,duration:unsigned long long,flags:unsigned int
virDomainPMWakeup|0.9.11|int|dom:virDomainPtr,flags:unsigned int
virDomainPinEmulator|0.10.0|int|domain:virDomainPtr,cpumap:unsigned char *,maplen:int,flags:unsigned int
virDomainPinIOThread|1.2.14|int|domain:virDomainPtr,iothread_id:unsigned int,cpumap:unsigned char *,maplen:int,flags:unsigned int
virDomainPinVcpu|0.1.4|int|domain:virDomainPtr,vcpu:unsigned int,cpumap:unsigned char *,maplen:int
virDomainPinVcpuFlags|0.9.3|int|domain:virDomainPtr,vcpu:unsigned int,cpumap:unsigned char *,maplen:int,flags:unsigned int
virDomainReboot|0.1.0|int|domain:virDomainPtr,flags:unsigned int
virDomainRef|0.6.0|int|domain:virDomainPtr
virDomainRename|1.2.19|int|dom:virDomainPtr,new_name:const char *,flags:unsigned int
virDomainReset|0.9.7|int|domain:virDomainPtr,flags:unsigned int
virDomainRestore|0.0.3|int|conn:virConnectPtr,from:const char *
virDomainRestoreFlags|0.9.4|int|conn:virConnectPtr,from:const char *,dxml?:const char *,flags:unsigned int
virDomainRestoreParams|8.4.0|int|conn:virConnectPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainResume|0.0.3|int|domain:virDomainPtr
virDomainSave|0.0.3|int|domain:virDomainPtr,to:const char *
virDomainSaveFlags|0.9.4|int|domain:virDomainPtr,to:const char *,dxml?:const char *,flags:unsigned int
virDomainSaveImageDefineXML|0.9.4|int|conn:virConnectPtr,file:const char *,dxml:const char *,flags:unsigned int
virDomainSaveImageGetXMLDesc|0.9.4|char *|conn:virConnectPtr,file:const char *,flags:unsigned int
virDomainSaveParams|8.4.0|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainScreenshot|0.9.2|char *|domain:virDomainPtr,stream:virStreamPtr,screen:unsigned int,flags:unsigned int
virDomainSendKey|0.9.3|int|domain:virDomainPtr,codeset:unsigned int,holdtime:unsigned int,keycodes:unsigned int *,nkeycodes:int,flags:unsigned int
virDomainSendProcessSignal|1.0.1|int|domain:virDomainPtr,pid_value:long long,signum:unsigned int,flags:unsigned int
virDomainSetAutostart|0.2.1|int|domain:virDomainPtr,autostart:int
virDomainSetBlkioParameters|0.9.0|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetBlockIoTune|0.9.8|int|dom:virDomainPtr,disk:const char *,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetBlockThreshold|3.1.0|int|domain:virDomainPtr,dev:const char *,threshold:unsigned long long,flags:unsigned int
virDomainSetGuestVcpus|2.0.0|int|domain:virDomainPtr,cpumap:const char *,state:int,flags:unsigned int
virDomainSetIOThreadParams|4.10.0|int|domain:virDomainPtr,iothread_id:unsigned int,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetInterfaceParameters|0.9.9|int|domain:virDomainPtr,device:const char *,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetLaunchSecurityState|8.0.0|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetLifecycleAction|3.9.0|int|domain:virDomainPtr,type:unsigned int,action:unsigned int,flags:unsigned int
virDomainSetMaxMemory|0.0.3|int|domain:virDomainPtr,memory:unsigned long
virDomainSetMemory|0.1.1|int|domain:virDomainPtr,memory:unsigned long
virDomainSetMemoryFlags|0.9.0|int|domain:virDomainPtr,memory:unsigned long,flags:unsigned int
virDomainSetMemoryParameters|0.8.5|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetMemoryStatsPeriod|1.1.1|int|domain:virDomainPtr,period:int,flags:unsigned int
virDomainSetMetadata|0.9.10|int|domain:virDomainPtr,type:int,metadata:const char *,key?:const char *,uri?:const char *,flags:unsigned int
virDomainSetNumaParameters|0.9.9|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetPerfEvents|1.3.3|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetSchedulerParameters|0.2.3|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int
virDomainSetSchedulerParametersFlags|0.9.2|int|domain:virDomainPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virDomainSetTime|1.2.5|int|dom:virDomainPtr,seconds:long long,nseconds:unsigned int,flags:unsigned int
virDomainSetUserPassword|1.2.16|int|dom:virDomainPtr,user:const char *,password:const char *,flags:unsigned int
virDomainSetVcpu|3.1.0|int|domain:virDomainPtr,vcpumap:const char *,state:int,flags:unsigned int
virDomainSetVcpus|0.1.4|int|domain:virDomainPtr,nvcpus:unsigned int
virDomainSetVcpusFlags|0.8.5|int|domain:virDomainPtr,nvcpus:unsigned int,flags:unsigned int
virDomainShutdown|0.0.3|int|domain:virDomainPtr
virDomainShutdownFlags|0.9.10|int|domain:virDomainPtr,flags:unsigned int
virDomainStartDirtyRateCalc|7.2.0|int|domain:virDomainPtr,seconds:int,flags:unsigned int
virDomainStatsRecordListFree|1.2.8|void|stats:virDomainStatsRecordPtr *
virDomainSuspend|0.0.3|int|domain:virDomainPtr
virDomainUndefine|0.1.1|int|domain:virDomainPtr
virDomainUndefineFlags|0.9.4|int|domain:virDomainPtr,flags:unsigned int
virDomainUpdateDeviceFlags|0.8.0|int|domain:virDomainPtr,xml:const char *,flags:unsigned int
`;
