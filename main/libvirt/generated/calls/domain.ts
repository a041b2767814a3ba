// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { TypedParams, TypedParamsInput } from '../../binding/params.ts';
import type { Connect } from '../../typed/connect.ts';
import type { Domain } from '../../typed/domain.ts';
import type { DomainCheckpoint } from '../../typed/domain-checkpoint.ts';
import type { DomainSnapshot } from '../../typed/domain-snapshot.ts';
import type { Stream } from '../../typed/stream.ts';
import type { DomainBlockInfo, DomainBlockJobInfo, DomainBlockStats, DomainControlInfo, DomainFSInfo, DomainIOThreadInfo, DomainInfo, DomainInterface, DomainInterfaceStats, DomainJobInfo, SecurityLabel } from '../structs.ts';

/** Calls on a virDomain, by libvirt's names. */
export abstract class DomainCalls extends Handle<'virDomain'> {
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJob */
  abortJob(): void {
    invoke('virDomainAbortJob', this, []);
  }

  /** Since 8.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJobFlags */
  abortJobFlags(flags = 0): void {
    invoke('virDomainAbortJobFlags', this, [flags]);
  }

  /** Since 1.2.15. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAddIOThread */
  addIOThread(iothreadId: number, flags = 0): void {
    invoke('virDomainAddIOThread', this, [iothreadId, flags]);
  }

  /** Since 5.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAgentSetResponseTimeout */
  agentSetResponseTimeout(timeout: number, flags = 0): void {
    invoke('virDomainAgentSetResponseTimeout', this, [timeout, flags]);
  }

  /** Since 0.1.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAttachDevice */
  attachDevice(xml: string): void {
    invoke('virDomainAttachDevice', this, [xml]);
  }

  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAttachDeviceFlags */
  attachDeviceFlags(xml: string, flags = 0): void {
    invoke('virDomainAttachDeviceFlags', this, [xml, flags]);
  }

  /** Since 6.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysGet */
  authorizedSSHKeysGet(user: string | null, flags = 0): string[] {
    return invoke('virDomainAuthorizedSSHKeysGet', this, [user, flags]);
  }

  /** Since 6.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysSet */
  authorizedSSHKeysSet(user: string | null, keys: readonly string[] | null, flags = 0): void {
    invoke('virDomainAuthorizedSSHKeysSet', this, [user, keys, flags]);
  }

  /** Since 6.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupBegin */
  backupBegin(backupXML: string, checkpointXML: string | null, flags = 0): void {
    invoke('virDomainBackupBegin', this, [backupXML, checkpointXML, flags]);
  }

  /** Since 6.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupGetXMLDesc */
  backupGetXMLDesc(flags = 0): string {
    return invoke('virDomainBackupGetXMLDesc', this, [flags]);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCommit */
  blockCommit(disk: string, base: string | null, top: string | null, bandwidth: number | bigint, flags = 0): void {
    invoke('virDomainBlockCommit', this, [disk, base, top, bandwidth, flags]);
  }

  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCopy */
  blockCopy(disk: string, destxml: string, params: TypedParamsInput | null, flags = 0): void {
    invoke('virDomainBlockCopy', this, [disk, destxml, params, flags]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobAbort */
  blockJobAbort(disk: string, flags = 0): void {
    invoke('virDomainBlockJobAbort', this, [disk, flags]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobSetSpeed */
  blockJobSetSpeed(disk: string, bandwidth: number | bigint, flags = 0): void {
    invoke('virDomainBlockJobSetSpeed', this, [disk, bandwidth, flags]);
  }

  /** Since 0.4.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPeek */
  blockPeek(disk: string, offset: number | bigint, size: number | bigint, flags = 0): Uint8Array {
    return invoke('virDomainBlockPeek', this, [disk, offset, size, flags]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPull */
  blockPull(disk: string, bandwidth: number | bigint, flags = 0): void {
    invoke('virDomainBlockPull', this, [disk, bandwidth, flags]);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockRebase */
  blockRebase(disk: string, base: string | null, bandwidth: number | bigint, flags = 0): void {
    invoke('virDomainBlockRebase', this, [disk, base, bandwidth, flags]);
  }

  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockResize */
  blockResize(disk: string, size: number | bigint, flags = 0): void {
    invoke('virDomainBlockResize', this, [disk, size, flags]);
  }

  /** Since 0.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStats */
  blockStats(disk: string): DomainBlockStats {
    return invoke('virDomainBlockStats', this, [disk]);
  }

  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStatsFlags */
  blockStatsFlags(disk: string, flags = 0): TypedParams {
    return invoke('virDomainBlockStatsFlags', this, [disk, flags]);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointCreateXML */
  checkpointCreateXML(xmlDesc: string, flags = 0): DomainCheckpoint {
    return invoke('virDomainCheckpointCreateXML', this, [xmlDesc, flags]);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainCheckpointLookupByName */
  checkpointLookupByName(name: string, flags = 0): DomainCheckpoint {
    return invoke('virDomainCheckpointLookupByName', this, [name, flags]);
  }

  /** Since 0.1.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDump */
  coreDump(to: string, flags = 0): void {
    invoke('virDomainCoreDump', this, [to, flags]);
  }

  /** Since 1.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDumpWithFormat */
  coreDumpWithFormat(to: string, dumpformat: number, flags = 0): void {
    invoke('virDomainCoreDumpWithFormat', this, [to, dumpformat, flags]);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreate */
  create(): void {
    invoke('virDomainCreate', this, []);
  }

  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateWithFiles */
  createWithFiles(files: readonly number[], flags = 0): void {
    invoke('virDomainCreateWithFiles', this, [files, flags]);
  }

  /** Since 0.8.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateWithFlags */
  createWithFlags(flags = 0): void {
    invoke('virDomainCreateWithFlags', this, [flags]);
  }

  /** Since 1.2.15. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDelIOThread */
  delIOThread(iothreadId: number, flags = 0): void {
    invoke('virDomainDelIOThread', this, [iothreadId, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroy */
  destroy(): void {
    invoke('virDomainDestroy', this, []);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroyFlags */
  destroyFlags(flags = 0): void {
    invoke('virDomainDestroyFlags', this, [flags]);
  }

  /** Since 0.1.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDevice */
  detachDevice(xml: string): void {
    invoke('virDomainDetachDevice', this, [xml]);
  }

  /** Since 4.4.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDeviceAlias */
  detachDeviceAlias(alias: string, flags = 0): void {
    invoke('virDomainDetachDeviceAlias', this, [alias, flags]);
  }

  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDetachDeviceFlags */
  detachDeviceFlags(xml: string, flags = 0): void {
    invoke('virDomainDetachDeviceFlags', this, [xml, flags]);
  }

  /** Since 9.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFDAssociate */
  fdAssociate(name: string, fds: readonly number[], flags = 0): void {
    invoke('virDomainFDAssociate', this, [name, fds, flags]);
  }

  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSFreeze */
  fsFreeze(mountpoints: readonly string[] | null, flags = 0): number {
    return invoke('virDomainFSFreeze', this, [mountpoints, flags]);
  }

  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSThaw */
  fsThaw(mountpoints: readonly string[] | null, flags = 0): number {
    return invoke('virDomainFSThaw', this, [mountpoints, flags]);
  }

  /** Since 1.0.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSTrim */
  fsTrim(mountPoint: string | null, minimum: number | bigint, flags = 0): void {
    invoke('virDomainFSTrim', this, [mountPoint, minimum, flags]);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetAutostart */
  getAutostart(): boolean {
    return invoke('virDomainGetAutostart', this, []);
  }

  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlkioParameters */
  getBlkioParameters(flags = 0): TypedParams {
    return invoke('virDomainGetBlkioParameters', this, [flags]);
  }

  /** Since 0.8.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockInfo */
  getBlockInfo(disk: string, flags = 0): DomainBlockInfo {
    return invoke('virDomainGetBlockInfo', this, [disk, flags]);
  }

  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockIoTune */
  getBlockIoTune(disk: string | null, flags = 0): TypedParams {
    return invoke('virDomainGetBlockIoTune', this, [disk, flags]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetBlockJobInfo */
  getBlockJobInfo(disk: string, flags = 0): DomainBlockJobInfo | null {
    return invoke('virDomainGetBlockJobInfo', this, [disk, flags]);
  }

  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetConnect */
  getConnect(): Connect {
    return invoke('virDomainGetConnect', this, []);
  }

  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetControlInfo */
  getControlInfo(flags = 0): DomainControlInfo {
    return invoke('virDomainGetControlInfo', this, [flags]);
  }

  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetEmulatorPinInfo */
  getEmulatorPinInfo(maplen: number, flags = 0): Uint8Array | null {
    return invoke('virDomainGetEmulatorPinInfo', this, [maplen, flags]);
  }

  /** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetFSInfo */
  getFSInfo(flags = 0): DomainFSInfo[] {
    return invoke('virDomainGetFSInfo', this, [flags]);
  }

  /** Since 5.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetGuestInfo */
  getGuestInfo(types: number, flags = 0): TypedParams {
    return invoke('virDomainGetGuestInfo', this, [types, flags]);
  }

  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetGuestVcpus */
  getGuestVcpus(flags = 0): TypedParams {
    return invoke('virDomainGetGuestVcpus', this, [flags]);
  }

  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetHostname */
  getHostname(flags = 0): string {
    return invoke('virDomainGetHostname', this, [flags]);
  }

  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetIOThreadInfo */
  getIOThreadInfo(flags = 0): DomainIOThreadInfo[] {
    return invoke('virDomainGetIOThreadInfo', this, [flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetInfo */
  getInfo(): DomainInfo {
    return invoke('virDomainGetInfo', this, []);
  }

  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetInterfaceParameters */
  getInterfaceParameters(device: string, flags = 0): TypedParams {
    return invoke('virDomainGetInterfaceParameters', this, [device, flags]);
  }

  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobInfo */
  getJobInfo(): DomainJobInfo {
    return invoke('virDomainGetJobInfo', this, []);
  }

  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStats */
  getJobStats(flags = 0): { type: number; params: TypedParams } {
    return invoke('virDomainGetJobStats', this, [flags]);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetLaunchSecurityInfo */
  getLaunchSecurityInfo(flags = 0): TypedParams {
    return invoke('virDomainGetLaunchSecurityInfo', this, [flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMaxMemory */
  getMaxMemory(): number {
    return invoke('virDomainGetMaxMemory', this, []);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMaxVcpus */
  getMaxVcpus(): number {
    return invoke('virDomainGetMaxVcpus', this, []);
  }

  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMemoryParameters */
  getMemoryParameters(flags = 0): TypedParams {
    return invoke('virDomainGetMemoryParameters', this, [flags]);
  }

  /** Since 7.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMessages */
  getMessages(flags = 0): string[] {
    return invoke('virDomainGetMessages', this, [flags]);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetMetadata */
  getMetadata(type: number, uri: string | null, flags = 0): string {
    return invoke('virDomainGetMetadata', this, [type, uri, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetName */
  getName(): string {
    return invoke('virDomainGetName', this, []);
  }

  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetNumaParameters */
  getNumaParameters(flags = 0): TypedParams {
    return invoke('virDomainGetNumaParameters', this, [flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetOSType */
  getOSType(): string {
    return invoke('virDomainGetOSType', this, []);
  }

  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetPerfEvents */
  getPerfEvents(flags = 0): TypedParams {
    return invoke('virDomainGetPerfEvents', this, [flags]);
  }

  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerType */
  getSchedulerType(): { type: string; nparams: number } {
    return invoke('virDomainGetSchedulerType', this, []);
  }

  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSecurityLabel */
  getSecurityLabel(): SecurityLabel {
    return invoke('virDomainGetSecurityLabel', this, []);
  }

  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSecurityLabelList */
  getSecurityLabelList(): SecurityLabel[] {
    return invoke('virDomainGetSecurityLabelList', this, []);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetState */
  getState(flags = 0): { state: number; reason: number } {
    return invoke('virDomainGetState', this, [flags]);
  }

  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetTime */
  getTime(flags = 0): { seconds: number; nseconds: number } {
    return invoke('virDomainGetTime', this, [flags]);
  }

  /** Since 0.0.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetUUID */
  getUUID(): Uint8Array {
    return invoke('virDomainGetUUID', this, []);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetUUIDString */
  getUUIDString(): string {
    return invoke('virDomainGetUUIDString', this, []);
  }

  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetVcpusFlags */
  getVcpusFlags(flags = 0): number {
    return invoke('virDomainGetVcpusFlags', this, [flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virDomainGetXMLDesc', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainHasCurrentSnapshot */
  hasCurrentSnapshot(flags = 0): boolean {
    return invoke('virDomainHasCurrentSnapshot', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainHasManagedSaveImage */
  hasManagedSaveImage(flags = 0): boolean {
    return invoke('virDomainHasManagedSaveImage', this, [flags]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInjectNMI */
  injectNMI(flags = 0): void {
    invoke('virDomainInjectNMI', this, [flags]);
  }

  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceAddresses */
  interfaceAddresses(source: number, flags = 0): DomainInterface[] {
    return invoke('virDomainInterfaceAddresses', this, [source, flags]);
  }

  /** Since 0.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceStats */
  interfaceStats(device: string): DomainInterfaceStats {
    return invoke('virDomainInterfaceStats', this, [device]);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsActive */
  isActive(): boolean {
    return invoke('virDomainIsActive', this, []);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsPersistent */
  isPersistent(): boolean {
    return invoke('virDomainIsPersistent', this, []);
  }

  /** Since 0.8.6. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIsUpdated */
  isUpdated(): boolean {
    return invoke('virDomainIsUpdated', this, []);
  }

  /** Since 5.6.0. https://libvirt.org/html/libvirt-libvirt-domain-checkpoint.html#virDomainListAllCheckpoints */
  listAllCheckpoints(flags = 0): DomainCheckpoint[] {
    return invoke('virDomainListAllCheckpoints', this, [flags]);
  }

  /** Since 0.9.13. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainListAllSnapshots */
  listAllSnapshots(flags = 0): DomainSnapshot[] {
    return invoke('virDomainListAllSnapshots', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSave */
  managedSave(flags = 0): void {
    invoke('virDomainManagedSave', this, [flags]);
  }

  /** Since 3.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveDefineXML */
  managedSaveDefineXML(dxml: string, flags = 0): void {
    invoke('virDomainManagedSaveDefineXML', this, [dxml, flags]);
  }

  /** Since 3.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveGetXMLDesc */
  managedSaveGetXMLDesc(flags = 0): string {
    return invoke('virDomainManagedSaveGetXMLDesc', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainManagedSaveRemove */
  managedSaveRemove(flags = 0): void {
    invoke('virDomainManagedSaveRemove', this, [flags]);
  }

  /** Since 0.4.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryPeek */
  memoryPeek(start: number | bigint, size: number | bigint, flags = 0): Uint8Array {
    return invoke('virDomainMemoryPeek', this, [start, size, flags]);
  }

  /** Since 0.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate */
  migrate(dconn: Connect, flags: number | bigint, dname: string | null, uri: string | null, bandwidth: number | bigint): Domain {
    return invoke('virDomainMigrate', this, [dconn, flags, dname, uri, bandwidth]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate2 */
  migrate2(dconn: Connect, dxml: string | null, flags: number | bigint, dname: string | null, uri: string | null, bandwidth: number | bigint): Domain {
    return invoke('virDomainMigrate2', this, [dconn, dxml, flags, dname, uri, bandwidth]);
  }

  /** Since 1.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrate3 */
  migrate3(dconn: Connect, params: TypedParamsInput | null, flags = 0): Domain {
    return invoke('virDomainMigrate3', this, [dconn, params, flags]);
  }

  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetCompressionCache */
  migrateGetCompressionCache(flags = 0): number {
    return invoke('virDomainMigrateGetCompressionCache', this, [flags]);
  }

  /** Since 3.7.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetMaxDowntime */
  migrateGetMaxDowntime(flags = 0): number {
    return invoke('virDomainMigrateGetMaxDowntime', this, [flags]);
  }

  /** Since 0.9.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateGetMaxSpeed */
  migrateGetMaxSpeed(flags = 0): number {
    return invoke('virDomainMigrateGetMaxSpeed', this, [flags]);
  }

  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetCompressionCache */
  migrateSetCompressionCache(cacheSize: number | bigint, flags = 0): void {
    invoke('virDomainMigrateSetCompressionCache', this, [cacheSize, flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxDowntime */
  migrateSetMaxDowntime(downtime: number | bigint, flags = 0): void {
    invoke('virDomainMigrateSetMaxDowntime', this, [downtime, flags]);
  }

  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateSetMaxSpeed */
  migrateSetMaxSpeed(bandwidth: number | bigint, flags = 0): void {
    invoke('virDomainMigrateSetMaxSpeed', this, [bandwidth, flags]);
  }

  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateStartPostCopy */
  migrateStartPostCopy(flags = 0): void {
    invoke('virDomainMigrateStartPostCopy', this, [flags]);
  }

  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI */
  migrateToURI(duri: string, flags: number | bigint, dname: string | null, bandwidth: number | bigint): void {
    invoke('virDomainMigrateToURI', this, [duri, flags, dname, bandwidth]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI2 */
  migrateToURI2(dconnuri: string | null, miguri: string | null, dxml: string | null, flags: number | bigint, dname: string | null, bandwidth: number | bigint): void {
    invoke('virDomainMigrateToURI2', this, [dconnuri, miguri, dxml, flags, dname, bandwidth]);
  }

  /** Since 1.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateToURI3 */
  migrateToURI3(dconnuri: string | null, params: TypedParamsInput | null, flags = 0): void {
    invoke('virDomainMigrateToURI3', this, [dconnuri, params, flags]);
  }

  /** Since 1.0.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenChannel */
  openChannel(name: string | null, st: Stream, flags = 0): void {
    invoke('virDomainOpenChannel', this, [name, st, flags]);
  }

  /** Since 0.8.6. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenConsole */
  openConsole(devName: string | null, st: Stream, flags = 0): void {
    invoke('virDomainOpenConsole', this, [devName, st, flags]);
  }

  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphics */
  openGraphics(idx: number, fd: number, flags = 0): void {
    invoke('virDomainOpenGraphics', this, [idx, fd, flags]);
  }

  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphicsFD */
  openGraphicsFD(idx: number, flags = 0): number {
    return invoke('virDomainOpenGraphicsFD', this, [idx, flags]);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMSuspendForDuration */
  pmSuspendForDuration(target: number, duration: number | bigint, flags = 0): void {
    invoke('virDomainPMSuspendForDuration', this, [target, duration, flags]);
  }

  /** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMWakeup */
  pmWakeup(flags = 0): void {
    invoke('virDomainPMWakeup', this, [flags]);
  }

  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinEmulator */
  pinEmulator(cpumap: Uint8Array, flags = 0): void {
    invoke('virDomainPinEmulator', this, [cpumap, flags]);
  }

  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinIOThread */
  pinIOThread(iothreadId: number, cpumap: Uint8Array, flags = 0): void {
    invoke('virDomainPinIOThread', this, [iothreadId, cpumap, flags]);
  }

  /** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinVcpu */
  pinVcpu(vcpu: number, cpumap: Uint8Array): void {
    invoke('virDomainPinVcpu', this, [vcpu, cpumap]);
  }

  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPinVcpuFlags */
  pinVcpuFlags(vcpu: number, cpumap: Uint8Array, flags = 0): void {
    invoke('virDomainPinVcpuFlags', this, [vcpu, cpumap, flags]);
  }

  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuAgentCommand */
  qemuAgentCommand(cmd: string, timeout: number, flags = 0): string {
    return invoke('virDomainQemuAgentCommand', this, [cmd, timeout, flags]);
  }

  /** Since 0.8.3. https://libvirt.org/html/libvirt-libvirt-qemu.html#virDomainQemuMonitorCommand */
  qemuMonitorCommand(cmd: string, flags = 0): string | null {
    return invoke('virDomainQemuMonitorCommand', this, [cmd, flags]);
  }

  /** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainReboot */
  reboot(flags = 0): void {
    invoke('virDomainReboot', this, [flags]);
  }

  /** Since 1.2.19. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRename */
  rename(newName: string, flags = 0): void {
    invoke('virDomainRename', this, [newName, flags]);
  }

  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainReset */
  reset(flags = 0): void {
    invoke('virDomainReset', this, [flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainResume */
  resume(): void {
    invoke('virDomainResume', this, []);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSave */
  save(to: string): void {
    invoke('virDomainSave', this, [to]);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveFlags */
  saveFlags(to: string, dxml: string | null, flags = 0): void {
    invoke('virDomainSaveFlags', this, [to, dxml, flags]);
  }

  /** Since 8.4.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveParams */
  saveParams(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSaveParams', this, [params, flags]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainScreenshot */
  screenshot(stream: Stream, screen: number, flags = 0): string {
    return invoke('virDomainScreenshot', this, [stream, screen, flags]);
  }

  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSendKey */
  sendKey(codeset: number, holdtime: number, keycodes: readonly number[], flags = 0): void {
    invoke('virDomainSendKey', this, [codeset, holdtime, keycodes, flags]);
  }

  /** Since 1.0.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSendProcessSignal */
  sendProcessSignal(pidValue: number | bigint, signum: number, flags = 0): void {
    invoke('virDomainSendProcessSignal', this, [pidValue, signum, flags]);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetAutostart */
  setAutostart(autostart: boolean): void {
    invoke('virDomainSetAutostart', this, [autostart]);
  }

  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlkioParameters */
  setBlkioParameters(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetBlkioParameters', this, [params, flags]);
  }

  /** Since 0.9.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlockIoTune */
  setBlockIoTune(disk: string, params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetBlockIoTune', this, [disk, params, flags]);
  }

  /** Since 3.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetBlockThreshold */
  setBlockThreshold(dev: string, threshold: number | bigint, flags = 0): void {
    invoke('virDomainSetBlockThreshold', this, [dev, threshold, flags]);
  }

  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetGuestVcpus */
  setGuestVcpus(cpumap: string, state: boolean, flags = 0): void {
    invoke('virDomainSetGuestVcpus', this, [cpumap, state, flags]);
  }

  /** Since 4.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetIOThreadParams */
  setIOThreadParams(iothreadId: number, params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetIOThreadParams', this, [iothreadId, params, flags]);
  }

  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetInterfaceParameters */
  setInterfaceParameters(device: string, params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetInterfaceParameters', this, [device, params, flags]);
  }

  /** Since 8.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetLaunchSecurityState */
  setLaunchSecurityState(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetLaunchSecurityState', this, [params, flags]);
  }

  /** Since 3.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetLifecycleAction */
  setLifecycleAction(type: number, action: number, flags = 0): void {
    invoke('virDomainSetLifecycleAction', this, [type, action, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMaxMemory */
  setMaxMemory(memory: number | bigint): void {
    invoke('virDomainSetMaxMemory', this, [memory]);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemory */
  setMemory(memory: number | bigint): void {
    invoke('virDomainSetMemory', this, [memory]);
  }

  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryFlags */
  setMemoryFlags(memory: number | bigint, flags = 0): void {
    invoke('virDomainSetMemoryFlags', this, [memory, flags]);
  }

  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryParameters */
  setMemoryParameters(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetMemoryParameters', this, [params, flags]);
  }

  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMemoryStatsPeriod */
  setMemoryStatsPeriod(period: number, flags = 0): void {
    invoke('virDomainSetMemoryStatsPeriod', this, [period, flags]);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetMetadata */
  setMetadata(type: number, metadata: string | null, key: string | null, uri: string | null, flags = 0): void {
    invoke('virDomainSetMetadata', this, [type, metadata, key, uri, flags]);
  }

  /** Since 0.9.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetNumaParameters */
  setNumaParameters(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetNumaParameters', this, [params, flags]);
  }

  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetPerfEvents */
  setPerfEvents(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetPerfEvents', this, [params, flags]);
  }

  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetSchedulerParameters */
  setSchedulerParameters(params: TypedParamsInput): void {
    invoke('virDomainSetSchedulerParameters', this, [params]);
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetSchedulerParametersFlags */
  setSchedulerParametersFlags(params: TypedParamsInput, flags = 0): void {
    invoke('virDomainSetSchedulerParametersFlags', this, [params, flags]);
  }

  /** Since 1.2.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetTime */
  setTime(seconds: number | bigint, nseconds: number, flags = 0): void {
    invoke('virDomainSetTime', this, [seconds, nseconds, flags]);
  }

  /** Since 1.2.16. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetUserPassword */
  setUserPassword(user: string, password: string, flags = 0): void {
    invoke('virDomainSetUserPassword', this, [user, password, flags]);
  }

  /** Since 3.1.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpu */
  setVcpu(vcpumap: string, state: boolean, flags = 0): void {
    invoke('virDomainSetVcpu', this, [vcpumap, state, flags]);
  }

  /** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpus */
  setVcpus(nvcpus: number): void {
    invoke('virDomainSetVcpus', this, [nvcpus]);
  }

  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetVcpusFlags */
  setVcpusFlags(nvcpus: number, flags = 0): void {
    invoke('virDomainSetVcpusFlags', this, [nvcpus, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdown */
  shutdown(): void {
    invoke('virDomainShutdown', this, []);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdownFlags */
  shutdownFlags(flags = 0): void {
    invoke('virDomainShutdownFlags', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCreateXML */
  snapshotCreateXML(xmlDesc: string, flags = 0): DomainSnapshot {
    return invoke('virDomainSnapshotCreateXML', this, [xmlDesc, flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCurrent */
  snapshotCurrent(flags = 0): DomainSnapshot {
    return invoke('virDomainSnapshotCurrent', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListNames */
  snapshotListNames(nameslen: number, flags = 0): string[] {
    return invoke('virDomainSnapshotListNames', this, [nameslen, flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotLookupByName */
  snapshotLookupByName(name: string, flags = 0): DomainSnapshot {
    return invoke('virDomainSnapshotLookupByName', this, [name, flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotNum */
  snapshotNum(flags = 0): number {
    return invoke('virDomainSnapshotNum', this, [flags]);
  }

  /** Since 7.2.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainStartDirtyRateCalc */
  startDirtyRateCalc(seconds: number, flags = 0): void {
    invoke('virDomainStartDirtyRateCalc', this, [seconds, flags]);
  }

  /** Since 0.0.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSuspend */
  suspend(): void {
    invoke('virDomainSuspend', this, []);
  }

  /** Since 0.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUndefine */
  undefine(): void {
    invoke('virDomainUndefine', this, []);
  }

  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUndefineFlags */
  undefineFlags(flags = 0): void {
    invoke('virDomainUndefineFlags', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUpdateDeviceFlags */
  updateDeviceFlags(xml: string, flags = 0): void {
    invoke('virDomainUpdateDeviceFlags', this, [xml, flags]);
  }

}
