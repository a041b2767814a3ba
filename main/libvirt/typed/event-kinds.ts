import { virDomainEventID } from '../generated/enums-domain.ts';
import { virNetworkEventID } from '../generated/enums-network.ts';
import { virNodeDeviceEventID } from '../generated/enums-nodedev.ts';
import { virSecretEventID } from '../generated/enums-secret.ts';
import { virStoragePoolEventID } from '../generated/enums-storage.ts';
import type { EventPayloads } from '../generated/events.ts';
import type { DomainIdentity, NamedIdentity, SecretIdentity } from './identities.ts';

interface Kind {
  /** libvirt's number for the event. */
  id: number;
  /** The C type of its callback. */
  callback: keyof EventPayloads;
}

const kind = <C extends keyof EventPayloads>(id: number, callback: C) => ({ id, callback });

const domain = virDomainEventID;

/** Every event of domains: which callback belongs to which number stands only in the reference. */
export const domainEvents = {
  lifecycle: kind(domain.VIR_DOMAIN_EVENT_ID_LIFECYCLE, 'virConnectDomainEventCallback'),
  reboot: kind(domain.VIR_DOMAIN_EVENT_ID_REBOOT, 'virConnectDomainEventGenericCallback'),
  rtcChange: kind(domain.VIR_DOMAIN_EVENT_ID_RTC_CHANGE, 'virConnectDomainEventRTCChangeCallback'),
  watchdog: kind(domain.VIR_DOMAIN_EVENT_ID_WATCHDOG, 'virConnectDomainEventWatchdogCallback'),
  ioError: kind(domain.VIR_DOMAIN_EVENT_ID_IO_ERROR, 'virConnectDomainEventIOErrorCallback'),
  graphics: kind(domain.VIR_DOMAIN_EVENT_ID_GRAPHICS, 'virConnectDomainEventGraphicsCallback'),
  ioErrorReason: kind(
    domain.VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON,
    'virConnectDomainEventIOErrorReasonCallback',
  ),
  controlError: kind(domain.VIR_DOMAIN_EVENT_ID_CONTROL_ERROR, 'virConnectDomainEventGenericCallback'),
  blockJob: kind(domain.VIR_DOMAIN_EVENT_ID_BLOCK_JOB, 'virConnectDomainEventBlockJobCallback'),
  diskChange: kind(domain.VIR_DOMAIN_EVENT_ID_DISK_CHANGE, 'virConnectDomainEventDiskChangeCallback'),
  trayChange: kind(domain.VIR_DOMAIN_EVENT_ID_TRAY_CHANGE, 'virConnectDomainEventTrayChangeCallback'),
  pmWakeup: kind(domain.VIR_DOMAIN_EVENT_ID_PMWAKEUP, 'virConnectDomainEventPMWakeupCallback'),
  pmSuspend: kind(domain.VIR_DOMAIN_EVENT_ID_PMSUSPEND, 'virConnectDomainEventPMSuspendCallback'),
  balloonChange: kind(
    domain.VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE,
    'virConnectDomainEventBalloonChangeCallback',
  ),
  pmSuspendDisk: kind(
    domain.VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK,
    'virConnectDomainEventPMSuspendDiskCallback',
  ),
  deviceRemoved: kind(
    domain.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED,
    'virConnectDomainEventDeviceRemovedCallback',
  ),
  /** As blockJob, with the target of the disk (`vda`) in place of its path. */
  blockJob2: kind(domain.VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2, 'virConnectDomainEventBlockJobCallback'),
  tunable: kind(domain.VIR_DOMAIN_EVENT_ID_TUNABLE, 'virConnectDomainEventTunableCallback'),
  agentLifecycle: kind(
    domain.VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE,
    'virConnectDomainEventAgentLifecycleCallback',
  ),
  deviceAdded: kind(domain.VIR_DOMAIN_EVENT_ID_DEVICE_ADDED, 'virConnectDomainEventDeviceAddedCallback'),
  migrationIteration: kind(
    domain.VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION,
    'virConnectDomainEventMigrationIterationCallback',
  ),
  jobCompleted: kind(domain.VIR_DOMAIN_EVENT_ID_JOB_COMPLETED, 'virConnectDomainEventJobCompletedCallback'),
  deviceRemovalFailed: kind(
    domain.VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED,
    'virConnectDomainEventDeviceRemovalFailedCallback',
  ),
  metadataChange: kind(
    domain.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE,
    'virConnectDomainEventMetadataChangeCallback',
  ),
  blockThreshold: kind(
    domain.VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD,
    'virConnectDomainEventBlockThresholdCallback',
  ),
  memoryFailure: kind(
    domain.VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE,
    'virConnectDomainEventMemoryFailureCallback',
  ),
  memoryDeviceSizeChange: kind(
    domain.VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE,
    'virConnectDomainEventMemoryDeviceSizeChangeCallback',
  ),
} as const satisfies Record<string, Kind>;

export const networkEvents = {
  lifecycle: kind(
    virNetworkEventID.VIR_NETWORK_EVENT_ID_LIFECYCLE,
    'virConnectNetworkEventLifecycleCallback',
  ),
} as const satisfies Record<string, Kind>;

export const storagePoolEvents = {
  lifecycle: kind(
    virStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE,
    'virConnectStoragePoolEventLifecycleCallback',
  ),
  refresh: kind(
    virStoragePoolEventID.VIR_STORAGE_POOL_EVENT_ID_REFRESH,
    'virConnectStoragePoolEventGenericCallback',
  ),
} as const satisfies Record<string, Kind>;

export const nodeDeviceEvents = {
  lifecycle: kind(
    virNodeDeviceEventID.VIR_NODE_DEVICE_EVENT_ID_LIFECYCLE,
    'virConnectNodeDeviceEventLifecycleCallback',
  ),
  update: kind(
    virNodeDeviceEventID.VIR_NODE_DEVICE_EVENT_ID_UPDATE,
    'virConnectNodeDeviceEventGenericCallback',
  ),
} as const satisfies Record<string, Kind>;

export const secretEvents = {
  lifecycle: kind(virSecretEventID.VIR_SECRET_EVENT_ID_LIFECYCLE, 'virConnectSecretEventLifecycleCallback'),
  valueChanged: kind(
    virSecretEventID.VIR_SECRET_EVENT_ID_VALUE_CHANGED,
    'virConnectSecretEventGenericCallback',
  ),
} as const satisfies Record<string, Kind>;

type Payload<T extends Record<string, Kind>, E extends keyof T> = EventPayloads[T[E]['callback']];

export type DomainEventName = keyof typeof domainEvents;
export type NetworkEventName = keyof typeof networkEvents;
export type StoragePoolEventName = keyof typeof storagePoolEvents;
export type NodeDeviceEventName = keyof typeof nodeDeviceEvents;
export type SecretEventName = keyof typeof secretEvents;

export type DomainEvent<E extends DomainEventName> = Payload<typeof domainEvents, E> & {
  domain: DomainIdentity;
};
export type NetworkEvent<E extends NetworkEventName> = Payload<typeof networkEvents, E> & {
  network: NamedIdentity;
};
export type StoragePoolEvent<E extends StoragePoolEventName> = Payload<typeof storagePoolEvents, E> & {
  pool: NamedIdentity;
};
export type NodeDeviceEvent<E extends NodeDeviceEventName> = Payload<typeof nodeDeviceEvents, E> & {
  device: { name: string };
};
export type SecretEvent<E extends SecretEventName> = Payload<typeof secretEvents, E> & {
  secret: SecretIdentity;
};
