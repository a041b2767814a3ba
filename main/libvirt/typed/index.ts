/** The classes that stand for libvirt's objects. Importing this file registers all of them. */
export { LibvirtError, type LibvirtErrorFields } from '../binding/errors.ts';
export { liveHandles } from '../binding/handle.ts';
export { LibraryMissing } from '../binding/library.ts';
export { installedVersion, NeedsLibvirt, versionText } from '../binding/needs.ts';
export { type CallObserver, isLocal, onCall } from '../binding/observer.ts';
export type { TypedNumber, TypedParams, TypedParamsInput, TypedValue } from '../binding/params.ts';
export * from '../generated/constants.ts';
export * from '../generated/enums.ts';
export type * from '../generated/structs.ts';
export { Connect } from './connect.ts';
export type { QemuMonitorEvent } from './connect-events.ts';
export type { FreePages, NodeCPUMap } from './connect-node.ts';
export { type CredentialAnswers, type CredentialPrompt, credentialTypes } from './credentials.ts';
export { Domain } from './domain.ts';
export { DomainCheckpoint } from './domain-checkpoint.ts';
export type { DiskError } from './domain-memory.ts';
export type { VcpuState } from './domain-processors.ts';
export { DomainSnapshot } from './domain-snapshot.ts';
export {
  type DomainStats,
  DomainStatsReader,
  type StatsFrame,
  type StatsShape,
} from './domain-stats.ts';
export * from './event-kinds.ts';
export * as eventLoop from './event-loop.ts';
export type { DomainIdentity, NamedIdentity, SecretIdentity } from './identities.ts';
export { Interface } from './interface.ts';
export { initialize } from './library.ts';
export { Network } from './network.ts';
export { NetworkPort } from './network-port.ts';
export { NodeDevice } from './node-device.ts';
export { NWFilter } from './nwfilter.ts';
export { NWFilterBinding } from './nwfilter-binding.ts';
export { Secret } from './secret.ts';
export { StoragePool } from './storage-pool.ts';
export { StorageVol } from './storage-vol.ts';
export { type SparseSource, Stream, type StreamSink, type StreamSource } from './stream.ts';
export type { Subscription } from './subscriptions.ts';
