// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { TypedParams } from '../binding/params.ts';
import type { DomainEventGraphicsAddress, DomainEventGraphicsSubject } from './structs.ts';

/** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventAgentLifecycleCallback */
export interface DomainEventAgentLifecycle {
  state: number;
  reason: number;
}

/** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBalloonChangeCallback */
export interface DomainEventBalloonChange {
  actual: number;
}

/** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockJobCallback */
export interface DomainEventBlockJob {
  disk: string | null;
  type: number;
  status: number;
}

/** Since 3.2.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockThresholdCallback */
export interface DomainEventBlockThreshold {
  dev: string | null;
  path: string | null;
  threshold: number;
  excess: number;
}

/** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventCallback */
export interface DomainEvent {
  event: number;
  detail: number;
}

/** Since 1.2.15. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceAddedCallback */
export interface DomainEventDeviceAdded {
  devAlias: string | null;
}

/** Since 1.3.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceRemovalFailedCallback */
export interface DomainEventDeviceRemovalFailed {
  devAlias: string | null;
}

/** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceRemovedCallback */
export interface DomainEventDeviceRemoved {
  devAlias: string | null;
}

/** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDiskChangeCallback */
export interface DomainEventDiskChange {
  oldSrcPath: string | null;
  newSrcPath: string | null;
  devAlias: string | null;
  reason: number;
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGenericCallback */
export interface DomainEventGeneric {
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGraphicsCallback */
export interface DomainEventGraphics {
  phase: number;
  local: DomainEventGraphicsAddress | null;
  remote: DomainEventGraphicsAddress | null;
  authScheme: string | null;
  subject: DomainEventGraphicsSubject | null;
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventIOErrorCallback */
export interface DomainEventIOError {
  srcPath: string | null;
  devAlias: string | null;
  action: number;
}

/** Since 0.8.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventIOErrorReasonCallback */
export interface DomainEventIOErrorReason {
  srcPath: string | null;
  devAlias: string | null;
  action: number;
  reason: string | null;
}

/** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventJobCompletedCallback */
export interface DomainEventJobCompleted {
  params: TypedParams;
}

/** Since 7.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMemoryDeviceSizeChangeCallback */
export interface DomainEventMemoryDeviceSizeChange {
  alias: string | null;
  size: number;
}

/** Since 6.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMemoryFailureCallback */
export interface DomainEventMemoryFailure {
  recipient: number;
  action: number;
  flags: number;
}

/** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMetadataChangeCallback */
export interface DomainEventMetadataChange {
  type: number;
  nsuri: string | null;
}

/** Since 1.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMigrationIterationCallback */
export interface DomainEventMigrationIteration {
  iteration: number;
}

/** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMSuspendCallback */
export interface DomainEventPMSuspend {
  reason: number;
}

/** Since 1.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMSuspendDiskCallback */
export interface DomainEventPMSuspendDisk {
  reason: number;
}

/** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMWakeupCallback */
export interface DomainEventPMWakeup {
  reason: number;
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventRTCChangeCallback */
export interface DomainEventRTCChange {
  utcoffset: number;
}

/** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventTrayChangeCallback */
export interface DomainEventTrayChange {
  devAlias: string | null;
  reason: number;
}

/** Since 1.2.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventTunableCallback */
export interface DomainEventTunable {
  params: TypedParams;
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventWatchdogCallback */
export interface DomainEventWatchdog {
  action: number;
}

/** Since 1.2.3. https://libvirt.org/html/libvirt-libvirt-qemu.html#virConnectDomainQemuMonitorEventCallback */
export interface DomainQemuMonitorEvent {
  event: string | null;
  seconds: number;
  micros: number;
  details: string | null;
}

/** Since 1.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventGenericCallback */
export interface NetworkEventGeneric {
}

/** Since 1.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventLifecycleCallback */
export interface NetworkEventLifecycle {
  event: number;
  detail: number;
}

/** Since 2.2.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventGenericCallback */
export interface NodeDeviceEventGeneric {
}

/** Since 2.2.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventLifecycleCallback */
export interface NodeDeviceEventLifecycle {
  event: number;
  detail: number;
}

/** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventGenericCallback */
export interface SecretEventGeneric {
}

/** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventLifecycleCallback */
export interface SecretEventLifecycle {
  event: number;
  detail: number;
}

/** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventGenericCallback */
export interface StoragePoolEventGeneric {
}

/** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventLifecycleCallback */
export interface StoragePoolEventLifecycle {
  event: number;
  detail: number;
}

/** What each callback tells, by its C name. */
export interface EventPayloads {
  virConnectDomainEventAgentLifecycleCallback: DomainEventAgentLifecycle;
  virConnectDomainEventBalloonChangeCallback: DomainEventBalloonChange;
  virConnectDomainEventBlockJobCallback: DomainEventBlockJob;
  virConnectDomainEventBlockThresholdCallback: DomainEventBlockThreshold;
  virConnectDomainEventCallback: DomainEvent;
  virConnectDomainEventDeviceAddedCallback: DomainEventDeviceAdded;
  virConnectDomainEventDeviceRemovalFailedCallback: DomainEventDeviceRemovalFailed;
  virConnectDomainEventDeviceRemovedCallback: DomainEventDeviceRemoved;
  virConnectDomainEventDiskChangeCallback: DomainEventDiskChange;
  virConnectDomainEventGenericCallback: DomainEventGeneric;
  virConnectDomainEventGraphicsCallback: DomainEventGraphics;
  virConnectDomainEventIOErrorCallback: DomainEventIOError;
  virConnectDomainEventIOErrorReasonCallback: DomainEventIOErrorReason;
  virConnectDomainEventJobCompletedCallback: DomainEventJobCompleted;
  virConnectDomainEventMemoryDeviceSizeChangeCallback: DomainEventMemoryDeviceSizeChange;
  virConnectDomainEventMemoryFailureCallback: DomainEventMemoryFailure;
  virConnectDomainEventMetadataChangeCallback: DomainEventMetadataChange;
  virConnectDomainEventMigrationIterationCallback: DomainEventMigrationIteration;
  virConnectDomainEventPMSuspendCallback: DomainEventPMSuspend;
  virConnectDomainEventPMSuspendDiskCallback: DomainEventPMSuspendDisk;
  virConnectDomainEventPMWakeupCallback: DomainEventPMWakeup;
  virConnectDomainEventRTCChangeCallback: DomainEventRTCChange;
  virConnectDomainEventTrayChangeCallback: DomainEventTrayChange;
  virConnectDomainEventTunableCallback: DomainEventTunable;
  virConnectDomainEventWatchdogCallback: DomainEventWatchdog;
  virConnectDomainQemuMonitorEventCallback: DomainQemuMonitorEvent;
  virConnectNetworkEventGenericCallback: NetworkEventGeneric;
  virConnectNetworkEventLifecycleCallback: NetworkEventLifecycle;
  virConnectNodeDeviceEventGenericCallback: NodeDeviceEventGeneric;
  virConnectNodeDeviceEventLifecycleCallback: NodeDeviceEventLifecycle;
  virConnectSecretEventGenericCallback: SecretEventGeneric;
  virConnectSecretEventLifecycleCallback: SecretEventLifecycle;
  virConnectStoragePoolEventGenericCallback: StoragePoolEventGeneric;
  virConnectStoragePoolEventLifecycleCallback: StoragePoolEventLifecycle;
}
