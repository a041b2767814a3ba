// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { TypedParams, TypedParamsInput } from '../../binding/params.ts';
import type { Domain } from '../../typed/domain.ts';
import type { Interface } from '../../typed/interface.ts';
import type { NWFilter } from '../../typed/nwfilter.ts';
import type { NWFilterBinding } from '../../typed/nwfilter-binding.ts';
import type { Network } from '../../typed/network.ts';
import type { NodeDevice } from '../../typed/node-device.ts';
import type { Secret } from '../../typed/secret.ts';
import type { StoragePool } from '../../typed/storage-pool.ts';
import type { StorageVol } from '../../typed/storage-vol.ts';
import type { Stream } from '../../typed/stream.ts';
import type { NodeInfo, SecurityModel } from '../structs.ts';

/** Calls on a virConnect, by libvirt's names. */
export abstract class ConnectCalls extends Handle<'virConnect'> {
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineCPU */
  baselineCPU(xmlCPUs: readonly string[], flags = 0): string {
    return invoke('virConnectBaselineCPU', this, [xmlCPUs, flags]);
  }

  /** Since 4.4.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineHypervisorCPU */
  baselineHypervisorCPU(emulator: string | null, arch: string | null, machine: string | null, virttype: string | null, xmlCPUs: readonly string[], flags = 0): string {
    return invoke('virConnectBaselineHypervisorCPU', this, [emulator, arch, machine, virttype, xmlCPUs, flags]);
  }

  /** Since 0.7.5. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareCPU */
  compareCPU(xmlDesc: string, flags = 0): number {
    return invoke('virConnectCompareCPU', this, [xmlDesc, flags]);
  }

  /** Since 4.4.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareHypervisorCPU */
  compareHypervisorCPU(emulator: string | null, arch: string | null, machine: string | null, virttype: string | null, xmlCPU: string | null, flags = 0): number {
    return invoke('virConnectCompareHypervisorCPU', this, [emulator, arch, machine, virttype, xmlCPU, flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainXMLFromNative */
  domainXMLFromNative(nativeFormat: string, nativeConfig: string, flags = 0): string {
    return invoke('virConnectDomainXMLFromNative', this, [nativeFormat, nativeConfig, flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainXMLToNative */
  domainXMLToNative(nativeFormat: string, domainXml: string, flags = 0): string {
    return invoke('virConnectDomainXMLToNative', this, [nativeFormat, domainXml, flags]);
  }

  /** Since 0.4.5. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectFindStoragePoolSources */
  findStoragePoolSources(type: string, srcSpec: string | null, flags = 0): string {
    return invoke('virConnectFindStoragePoolSources', this, [type, srcSpec, flags]);
  }

  /** Since 1.1.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetCPUModelNames */
  getCPUModelNames(arch: string, flags = 0): string[] {
    return invoke('virConnectGetCPUModelNames', this, [arch, flags]);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetCapabilities */
  getCapabilities(): string {
    return invoke('virConnectGetCapabilities', this, []);
  }

  /** Since 1.2.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetDomainCapabilities */
  getDomainCapabilities(emulatorbin: string | null, arch: string | null, machine: string | null, virttype: string | null, flags = 0): string {
    return invoke('virConnectGetDomainCapabilities', this, [emulatorbin, arch, machine, virttype, flags]);
  }

  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetHostname */
  getHostname(): string {
    return invoke('virConnectGetHostname', this, []);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetLibVersion */
  getLibVersion(): number {
    return invoke('virConnectGetLibVersion', this, []);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetMaxVcpus */
  getMaxVcpus(type: string | null): number {
    return invoke('virConnectGetMaxVcpus', this, [type]);
  }

  /** Since 5.2.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectGetStoragePoolCapabilities */
  getStoragePoolCapabilities(flags = 0): string {
    return invoke('virConnectGetStoragePoolCapabilities', this, [flags]);
  }

  /** Since 0.8.8. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetSysinfo */
  getSysinfo(flags = 0): string {
    return invoke('virConnectGetSysinfo', this, [flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetType */
  getType(): string {
    return invoke('virConnectGetType', this, []);
  }

  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetURI */
  getURI(): string {
    return invoke('virConnectGetURI', this, []);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectGetVersion */
  getVersion(): number {
    return invoke('virConnectGetVersion', this, []);
  }

  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsAlive */
  isAlive(): boolean {
    return invoke('virConnectIsAlive', this, []);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsEncrypted */
  isEncrypted(): boolean {
    return invoke('virConnectIsEncrypted', this, []);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectIsSecure */
  isSecure(): boolean {
    return invoke('virConnectIsSecure', this, []);
  }

  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListAllDomains */
  listAllDomains(flags = 0): Domain[] {
    return invoke('virConnectListAllDomains', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListAllInterfaces */
  listAllInterfaces(flags = 0): Interface[] {
    return invoke('virConnectListAllInterfaces', this, [flags]);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListAllNWFilterBindings */
  listAllNWFilterBindings(flags = 0): NWFilterBinding[] {
    return invoke('virConnectListAllNWFilterBindings', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListAllNWFilters */
  listAllNWFilters(flags = 0): NWFilter[] {
    return invoke('virConnectListAllNWFilters', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListAllNetworks */
  listAllNetworks(flags = 0): Network[] {
    return invoke('virConnectListAllNetworks', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectListAllNodeDevices */
  listAllNodeDevices(flags = 0): NodeDevice[] {
    return invoke('virConnectListAllNodeDevices', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectListAllSecrets */
  listAllSecrets(flags = 0): Secret[] {
    return invoke('virConnectListAllSecrets', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListAllStoragePools */
  listAllStoragePools(flags = 0): StoragePool[] {
    return invoke('virConnectListAllStoragePools', this, [flags]);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListDefinedDomains */
  listDefinedDomains(maxnames: number): string[] {
    return invoke('virConnectListDefinedDomains', this, [maxnames]);
  }

  /** Since 0.7.0. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListDefinedInterfaces */
  listDefinedInterfaces(maxnames: number): string[] {
    return invoke('virConnectListDefinedInterfaces', this, [maxnames]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListDefinedNetworks */
  listDefinedNetworks(maxnames: number): string[] {
    return invoke('virConnectListDefinedNetworks', this, [maxnames]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListDefinedStoragePools */
  listDefinedStoragePools(maxnames: number): string[] {
    return invoke('virConnectListDefinedStoragePools', this, [maxnames]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListDomains */
  listDomains(maxids: number): number[] {
    return invoke('virConnectListDomains', this, [maxids]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListInterfaces */
  listInterfaces(maxnames: number): string[] {
    return invoke('virConnectListInterfaces', this, [maxnames]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectListNWFilters */
  listNWFilters(maxnames: number): string[] {
    return invoke('virConnectListNWFilters', this, [maxnames]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListNetworks */
  listNetworks(maxnames: number): string[] {
    return invoke('virConnectListNetworks', this, [maxnames]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectListSecrets */
  listSecrets(maxuuids: number): string[] {
    return invoke('virConnectListSecrets', this, [maxuuids]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListStoragePools */
  listStoragePools(maxnames: number): string[] {
    return invoke('virConnectListStoragePools', this, [maxnames]);
  }

  /** Since 0.1.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDefinedDomains */
  numOfDefinedDomains(): number {
    return invoke('virConnectNumOfDefinedDomains', this, []);
  }

  /** Since 0.7.0. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectNumOfDefinedInterfaces */
  numOfDefinedInterfaces(): number {
    return invoke('virConnectNumOfDefinedInterfaces', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNumOfDefinedNetworks */
  numOfDefinedNetworks(): number {
    return invoke('virConnectNumOfDefinedNetworks', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectNumOfDefinedStoragePools */
  numOfDefinedStoragePools(): number {
    return invoke('virConnectNumOfDefinedStoragePools', this, []);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectNumOfDomains */
  numOfDomains(): number {
    return invoke('virConnectNumOfDomains', this, []);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectNumOfInterfaces */
  numOfInterfaces(): number {
    return invoke('virConnectNumOfInterfaces', this, []);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virConnectNumOfNWFilters */
  numOfNWFilters(): number {
    return invoke('virConnectNumOfNWFilters', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNumOfNetworks */
  numOfNetworks(): number {
    return invoke('virConnectNumOfNetworks', this, []);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectNumOfSecrets */
  numOfSecrets(): number {
    return invoke('virConnectNumOfSecrets', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectNumOfStoragePools */
  numOfStoragePools(): number {
    return invoke('virConnectNumOfStoragePools', this, []);
  }

  /** Since 5.8.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectSetIdentity */
  setIdentity(params: TypedParamsInput, flags = 0): void {
    invoke('virConnectSetIdentity', this, [params, flags]);
  }

  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectSetKeepAlive */
  setKeepAlive(interval: number, count: number): number {
    return invoke('virConnectSetKeepAlive', this, [interval, count]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateLinux */
  domainCreateLinux(xmlDesc: string, flags = 0): Domain {
    return invoke('virDomainCreateLinux', this, [xmlDesc, flags]);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXML */
  domainCreateXML(xmlDesc: string, flags = 0): Domain {
    return invoke('virDomainCreateXML', this, [xmlDesc, flags]);
  }

  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateXMLWithFiles */
  domainCreateXMLWithFiles(xmlDesc: string, files: readonly number[], flags = 0): Domain {
    return invoke('virDomainCreateXMLWithFiles', this, [xmlDesc, files, flags]);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineXML */
  domainDefineXML(xml: string): Domain {
    return invoke('virDomainDefineXML', this, [xml]);
  }

  /** Since 1.2.12. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineXMLFlags */
  domainDefineXMLFlags(xml: string, flags = 0): Domain {
    return invoke('virDomainDefineXMLFlags', this, [xml, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByID */
  domainLookupByID(id: number): Domain {
    return invoke('virDomainLookupByID', this, [id]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByName */
  domainLookupByName(name: string): Domain {
    return invoke('virDomainLookupByName', this, [name]);
  }

  /** Since 0.0.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByUUID */
  domainLookupByUUID(uuid: Uint8Array): Domain {
    return invoke('virDomainLookupByUUID', this, [uuid]);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLookupByUUIDString */
  domainLookupByUUIDString(uuidstr: string): Domain {
    return invoke('virDomainLookupByUUIDString', this, [uuidstr]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAttach */
  domainQemuAttach(pidValue: number, flags = 0): Domain {
    return invoke('virDomainQemuAttach', this, [pidValue, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestore */
  domainRestore(from: string): void {
    invoke('virDomainRestore', this, [from]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestoreFlags */
  domainRestoreFlags(from: string, dxml: string | null, flags = 0): void {
    invoke('virDomainRestoreFlags', this, [from, dxml, flags]);
  }

  /** Since 8.4.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRestoreParams */
  domainRestoreParams(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainRestoreParams', this, [params, flags]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageDefineXML */
  domainSaveImageDefineXML(file: string, dxml: string, flags = 0): void {
    invoke('virDomainSaveImageDefineXML', this, [file, dxml, flags]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageGetXMLDesc */
  domainSaveImageGetXMLDesc(file: string, flags = 0): string {
    return invoke('virDomainSaveImageGetXMLDesc', this, [file, flags]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeBegin */
  interfaceChangeBegin(flags = 0): void {
    invoke('virInterfaceChangeBegin', this, [flags]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeCommit */
  interfaceChangeCommit(flags = 0): void {
    invoke('virInterfaceChangeCommit', this, [flags]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeRollback */
  interfaceChangeRollback(flags = 0): void {
    invoke('virInterfaceChangeRollback', this, [flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDefineXML */
  interfaceDefineXML(xml: string, flags = 0): Interface {
    return invoke('virInterfaceDefineXML', this, [xml, flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceLookupByMACString */
  interfaceLookupByMACString(macstr: string | null): Interface {
    return invoke('virInterfaceLookupByMACString', this, [macstr]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceLookupByName */
  interfaceLookupByName(name: string): Interface {
    return invoke('virInterfaceLookupByName', this, [name]);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingCreateXML */
  nwFilterBindingCreateXML(xml: string, flags = 0): NWFilterBinding {
    return invoke('virNWFilterBindingCreateXML', this, [xml, flags]);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingLookupByPortDev */
  nwFilterBindingLookupByPortDev(portdev: string): NWFilterBinding {
    return invoke('virNWFilterBindingLookupByPortDev', this, [portdev]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineXML */
  nwFilterDefineXML(xmlDesc: string): NWFilter {
    return invoke('virNWFilterDefineXML', this, [xmlDesc]);
  }

  /** Since 7.7.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterDefineXMLFlags */
  nwFilterDefineXMLFlags(xmlDesc: string, flags = 0): NWFilter {
    return invoke('virNWFilterDefineXMLFlags', this, [xmlDesc, flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByName */
  nwFilterLookupByName(name: string): NWFilter {
    return invoke('virNWFilterLookupByName', this, [name]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByUUID */
  nwFilterLookupByUUID(uuid: Uint8Array): NWFilter {
    return invoke('virNWFilterLookupByUUID', this, [uuid]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterLookupByUUIDString */
  nwFilterLookupByUUIDString(uuidstr: string): NWFilter {
    return invoke('virNWFilterLookupByUUIDString', this, [uuidstr]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateXML */
  networkCreateXML(xmlDesc: string): Network {
    return invoke('virNetworkCreateXML', this, [xmlDesc]);
  }

  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateXMLFlags */
  networkCreateXMLFlags(xmlDesc: string, flags = 0): Network {
    return invoke('virNetworkCreateXMLFlags', this, [xmlDesc, flags]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineXML */
  networkDefineXML(xml: string): Network {
    return invoke('virNetworkDefineXML', this, [xml]);
  }

  /** Since 7.7.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineXMLFlags */
  networkDefineXMLFlags(xml: string, flags = 0): Network {
    return invoke('virNetworkDefineXMLFlags', this, [xml, flags]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByName */
  networkLookupByName(name: string): Network {
    return invoke('virNetworkLookupByName', this, [name]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByUUID */
  networkLookupByUUID(uuid: Uint8Array): Network {
    return invoke('virNetworkLookupByUUID', this, [uuid]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByUUIDString */
  networkLookupByUUIDString(uuidstr: string): Network {
    return invoke('virNetworkLookupByUUIDString', this, [uuidstr]);
  }

  /** Since 1.2.9. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeAllocPages */
  nodeAllocPages(pageSizes: readonly number[], pageCounts: readonly (number | bigint)[], startCell: number, cellCount: number, flags = 0): number {
    return invoke('virNodeAllocPages', this, [pageSizes, pageCounts, startCell, cellCount, flags]);
  }

  /** Since 0.6.3. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceCreateXML */
  nodeDeviceCreateXML(xmlDesc: string, flags = 0): NodeDevice {
    return invoke('virNodeDeviceCreateXML', this, [xmlDesc, flags]);
  }

  /** Since 7.3.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDefineXML */
  nodeDeviceDefineXML(xmlDesc: string, flags = 0): NodeDevice {
    return invoke('virNodeDeviceDefineXML', this, [xmlDesc, flags]);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceLookupByName */
  nodeDeviceLookupByName(name: string): NodeDevice {
    return invoke('virNodeDeviceLookupByName', this, [name]);
  }

  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceLookupSCSIHostByWWN */
  nodeDeviceLookupSCSIHostByWWN(wwnn: string, wwpn: string, flags = 0): NodeDevice {
    return invoke('virNodeDeviceLookupSCSIHostByWWN', this, [wwnn, wwpn, flags]);
  }

  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUStats */
  nodeGetCPUStats(cpuNum: number, flags = 0): Record<string, number> {
    return invoke('virNodeGetCPUStats', this, [cpuNum, flags]);
  }

  /** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCellsFreeMemory */
  nodeGetCellsFreeMemory(startCell: number, maxCells: number): number[] {
    return invoke('virNodeGetCellsFreeMemory', this, [startCell, maxCells]);
  }

  /** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetFreeMemory */
  nodeGetFreeMemory(): number {
    return invoke('virNodeGetFreeMemory', this, []);
  }

  /** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetInfo */
  nodeGetInfo(): NodeInfo {
    return invoke('virNodeGetInfo', this, []);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryParameters */
  nodeGetMemoryParameters(flags = 0): TypedParams {
    return invoke('virNodeGetMemoryParameters', this, [flags]);
  }

  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryStats */
  nodeGetMemoryStats(cellNum: number, flags = 0): Record<string, number> {
    return invoke('virNodeGetMemoryStats', this, [cellNum, flags]);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetSEVInfo */
  nodeGetSEVInfo(flags = 0): TypedParams {
    return invoke('virNodeGetSEVInfo', this, [flags]);
  }

  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetSecurityModel */
  nodeGetSecurityModel(): SecurityModel {
    return invoke('virNodeGetSecurityModel', this, []);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeListDevices */
  nodeListDevices(cap: string | null, maxnames: number, flags = 0): string[] {
    return invoke('virNodeListDevices', this, [cap, maxnames, flags]);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeNumOfDevices */
  nodeNumOfDevices(cap: string | null, flags = 0): number {
    return invoke('virNodeNumOfDevices', this, [cap, flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSetMemoryParameters */
  nodeSetMemoryParameters(params: TypedParamsInput, flags = 0): void {
    invoke('virNodeSetMemoryParameters', this, [params, flags]);
  }

  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSuspendForDuration */
  nodeSuspendForDuration(target: number, duration: number | bigint, flags = 0): void {
    invoke('virNodeSuspendForDuration', this, [target, duration, flags]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretDefineXML */
  secretDefineXML(xml: string, flags = 0): Secret {
    return invoke('virSecretDefineXML', this, [xml, flags]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUUID */
  secretLookupByUUID(uuid: Uint8Array): Secret {
    return invoke('virSecretLookupByUUID', this, [uuid]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUUIDString */
  secretLookupByUUIDString(uuidstr: string): Secret {
    return invoke('virSecretLookupByUUIDString', this, [uuidstr]);
  }

  /** Since 0.7.1. https://libvirt.org/html/libvirt-libvirt-secret.html#virSecretLookupByUsage */
  secretLookupByUsage(usageType: number, usageID: string): Secret {
    return invoke('virSecretLookupByUsage', this, [usageType, usageID]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreateXML */
  storagePoolCreateXML(xmlDesc: string, flags = 0): StoragePool {
    return invoke('virStoragePoolCreateXML', this, [xmlDesc, flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDefineXML */
  storagePoolDefineXML(xml: string, flags = 0): StoragePool {
    return invoke('virStoragePoolDefineXML', this, [xml, flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByName */
  storagePoolLookupByName(name: string): StoragePool {
    return invoke('virStoragePoolLookupByName', this, [name]);
  }

  /** Since 4.1.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByTargetPath */
  storagePoolLookupByTargetPath(path: string): StoragePool {
    return invoke('virStoragePoolLookupByTargetPath', this, [path]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByUUID */
  storagePoolLookupByUUID(uuid: Uint8Array): StoragePool {
    return invoke('virStoragePoolLookupByUUID', this, [uuid]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByUUIDString */
  storagePoolLookupByUUIDString(uuidstr: string): StoragePool {
    return invoke('virStoragePoolLookupByUUIDString', this, [uuidstr]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByKey */
  storageVolLookupByKey(key: string): StorageVol {
    return invoke('virStorageVolLookupByKey', this, [key]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByPath */
  storageVolLookupByPath(path: string): StorageVol {
    return invoke('virStorageVolLookupByPath', this, [path]);
  }

  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamNew */
  streamNew(flags = 0): Stream {
    return invoke('virStreamNew', this, [flags]);
  }

}
