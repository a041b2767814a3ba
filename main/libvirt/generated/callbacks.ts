// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
export const callbacks = {
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectAuthCallbackPtr */
  virConnectAuthCallbackPtr: { returns: 'int', args: [['cred', 'virConnectCredentialPtr'], ['ncred', 'unsigned int'], ['cbdata', 'void *']] },
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCloseFunc */
  virConnectCloseFunc: { returns: 'void', args: [['conn', 'virConnectPtr'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventAgentLifecycleCallback */
  virConnectDomainEventAgentLifecycleCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['state', 'int'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 0.10.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBalloonChangeCallback */
  virConnectDomainEventBalloonChangeCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['actual', 'unsigned long long'], ['opaque', 'void *']] },
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockJobCallback */
  virConnectDomainEventBlockJobCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['disk', 'const char *'], ['type', 'int'], ['status', 'int'], ['opaque', 'void *']] },
  /** Since 3.2.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockThresholdCallback */
  virConnectDomainEventBlockThresholdCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['dev', 'const char *'], ['path', 'const char *'], ['threshold', 'unsigned long long'], ['excess', 'unsigned long long'], ['opaque', 'void *']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventCallback */
  virConnectDomainEventCallback: { returns: 'int', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['event', 'int'], ['detail', 'int'], ['opaque', 'void *']] },
  /** Since 1.2.15. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceAddedCallback */
  virConnectDomainEventDeviceAddedCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['devAlias', 'const char *'], ['opaque', 'void *']] },
  /** Since 1.3.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceRemovalFailedCallback */
  virConnectDomainEventDeviceRemovalFailedCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['devAlias', 'const char *'], ['opaque', 'void *']] },
  /** Since 1.1.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDeviceRemovedCallback */
  virConnectDomainEventDeviceRemovedCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['devAlias', 'const char *'], ['opaque', 'void *']] },
  /** Since 0.9.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDiskChangeCallback */
  virConnectDomainEventDiskChangeCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['oldSrcPath', 'const char *'], ['newSrcPath', 'const char *'], ['devAlias', 'const char *'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGenericCallback */
  virConnectDomainEventGenericCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['opaque', 'void *']] },
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventGraphicsCallback */
  virConnectDomainEventGraphicsCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['phase', 'int'], ['local', 'const virDomainEventGraphicsAddress *'], ['remote', 'const virDomainEventGraphicsAddress *'], ['authScheme', 'const char *'], ['subject', 'const virDomainEventGraphicsSubject *'], ['opaque', 'void *']] },
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventIOErrorCallback */
  virConnectDomainEventIOErrorCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['srcPath', 'const char *'], ['devAlias', 'const char *'], ['action', 'int'], ['opaque', 'void *']] },
  /** Since 0.8.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventIOErrorReasonCallback */
  virConnectDomainEventIOErrorReasonCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['srcPath', 'const char *'], ['devAlias', 'const char *'], ['action', 'int'], ['reason', 'const char *'], ['opaque', 'void *']] },
  /** Since 1.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventJobCompletedCallback */
  virConnectDomainEventJobCompletedCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['opaque', 'void *']] },
  /** Since 7.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMemoryDeviceSizeChangeCallback */
  virConnectDomainEventMemoryDeviceSizeChangeCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['alias', 'const char *'], ['size', 'unsigned long long'], ['opaque', 'void *']] },
  /** Since 6.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMemoryFailureCallback */
  virConnectDomainEventMemoryFailureCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['recipient', 'int'], ['action', 'int'], ['flags', 'unsigned int'], ['opaque', 'void *']] },
  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMetadataChangeCallback */
  virConnectDomainEventMetadataChangeCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['type', 'int'], ['nsuri', 'const char *'], ['opaque', 'void *']] },
  /** Since 1.3.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventMigrationIterationCallback */
  virConnectDomainEventMigrationIterationCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['iteration', 'int'], ['opaque', 'void *']] },
  /** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMSuspendCallback */
  virConnectDomainEventPMSuspendCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 1.0.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMSuspendDiskCallback */
  virConnectDomainEventPMSuspendDiskCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventPMWakeupCallback */
  virConnectDomainEventPMWakeupCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventRTCChangeCallback */
  virConnectDomainEventRTCChangeCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['utcoffset', 'long long'], ['opaque', 'void *']] },
  /** Since 0.9.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventTrayChangeCallback */
  virConnectDomainEventTrayChangeCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['devAlias', 'const char *'], ['reason', 'int'], ['opaque', 'void *']] },
  /** Since 1.2.9. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventTunableCallback */
  virConnectDomainEventTunableCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['params', 'virTypedParameterPtr'], ['nparams', 'int'], ['opaque', 'void *']] },
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventWatchdogCallback */
  virConnectDomainEventWatchdogCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['action', 'int'], ['opaque', 'void *']] },
  /** Since 1.2.3. https://libvirt.org/html/libvirt-libvirt-qemu.html#virConnectDomainQemuMonitorEventCallback */
  virConnectDomainQemuMonitorEventCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dom', 'virDomainPtr'], ['event', 'const char *'], ['seconds', 'long long'], ['micros', 'unsigned int'], ['details', 'const char *'], ['opaque', 'void *']] },
  /** Since 1.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventGenericCallback */
  virConnectNetworkEventGenericCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['net', 'virNetworkPtr'], ['opaque', 'void *']] },
  /** Since 1.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventLifecycleCallback */
  virConnectNetworkEventLifecycleCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['net', 'virNetworkPtr'], ['event', 'int'], ['detail', 'int'], ['opaque', 'void *']] },
  /** Since 2.2.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventGenericCallback */
  virConnectNodeDeviceEventGenericCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dev', 'virNodeDevicePtr'], ['opaque', 'void *']] },
  /** Since 2.2.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventLifecycleCallback */
  virConnectNodeDeviceEventLifecycleCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['dev', 'virNodeDevicePtr'], ['event', 'int'], ['detail', 'int'], ['opaque', 'void *']] },
  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventGenericCallback */
  virConnectSecretEventGenericCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['secret', 'virSecretPtr'], ['opaque', 'void *']] },
  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-secret.html#virConnectSecretEventLifecycleCallback */
  virConnectSecretEventLifecycleCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['secret', 'virSecretPtr'], ['event', 'int'], ['detail', 'int'], ['opaque', 'void *']] },
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventGenericCallback */
  virConnectStoragePoolEventGenericCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['pool', 'virStoragePoolPtr'], ['opaque', 'void *']] },
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventLifecycleCallback */
  virConnectStoragePoolEventLifecycleCallback: { returns: 'void', args: [['conn', 'virConnectPtr'], ['pool', 'virStoragePoolPtr'], ['event', 'int'], ['detail', 'int'], ['opaque', 'void *']] },
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virErrorFunc */
  virErrorFunc: { returns: 'void', args: [['userData', 'void *'], ['error', 'virErrorPtr']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventAddHandleFunc */
  virEventAddHandleFunc: { returns: 'int', args: [['fd', 'int'], ['event', 'int'], ['cb', 'virEventHandleCallback'], ['opaque', 'void *'], ['ff', 'virFreeCallback']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventAddTimeoutFunc */
  virEventAddTimeoutFunc: { returns: 'int', args: [['timeout', 'int'], ['cb', 'virEventTimeoutCallback'], ['opaque', 'void *'], ['ff', 'virFreeCallback']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventHandleCallback */
  virEventHandleCallback: { returns: 'void', args: [['watch', 'int'], ['fd', 'int'], ['events', 'int'], ['opaque', 'void *']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRemoveHandleFunc */
  virEventRemoveHandleFunc: { returns: 'int', args: [['watch', 'int']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRemoveTimeoutFunc */
  virEventRemoveTimeoutFunc: { returns: 'int', args: [['timer', 'int']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventTimeoutCallback */
  virEventTimeoutCallback: { returns: 'void', args: [['timer', 'int'], ['opaque', 'void *']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventUpdateHandleFunc */
  virEventUpdateHandleFunc: { returns: 'void', args: [['watch', 'int'], ['event', 'int']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventUpdateTimeoutFunc */
  virEventUpdateTimeoutFunc: { returns: 'void', args: [['timer', 'int'], ['timeout', 'int']] },
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-common.html#virFreeCallback */
  virFreeCallback: { returns: 'void', args: [['opaque', 'void *']] },
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamEventCallback */
  virStreamEventCallback: { returns: 'void', args: [['stream', 'virStreamPtr'], ['events', 'int'], ['opaque', 'void *']] },
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSinkFunc */
  virStreamSinkFunc: { returns: 'int', args: [['st', 'virStreamPtr'], ['data', 'const char *'], ['nbytes', 'size_t'], ['opaque', 'void *']] },
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSinkHoleFunc */
  virStreamSinkHoleFunc: { returns: 'int', args: [['st', 'virStreamPtr'], ['length', 'long long'], ['opaque', 'void *']] },
  /** Since 0.7.2. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSourceFunc */
  virStreamSourceFunc: { returns: 'int', args: [['st', 'virStreamPtr'], ['data', 'char *'], ['nbytes', 'size_t'], ['opaque', 'void *']] },
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSourceHoleFunc */
  virStreamSourceHoleFunc: { returns: 'int', args: [['st', 'virStreamPtr'], ['inData', 'int *'], ['length', 'long long *'], ['opaque', 'void *']] },
  /** Since 3.4.0. https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamSourceSkipFunc */
  virStreamSourceSkipFunc: { returns: 'int', args: [['st', 'virStreamPtr'], ['length', 'long long'], ['opaque', 'void *']] },
} as const;

export type CallbackName = keyof typeof callbacks;
