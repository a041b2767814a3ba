// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-domain.html#virBlkioParameterType */
export const virBlkioParameterType = {
  /** Since 0.9.0. */
  VIR_DOMAIN_BLKIO_PARAM_INT: 1,
  /** Since 0.9.0. */
  VIR_DOMAIN_BLKIO_PARAM_UINT: 2,
  /** Since 0.9.0. */
  VIR_DOMAIN_BLKIO_PARAM_LLONG: 3,
  /** Since 0.9.0. */
  VIR_DOMAIN_BLKIO_PARAM_ULLONG: 4,
  /** Since 0.9.0. */
  VIR_DOMAIN_BLKIO_PARAM_DOUBLE: 5,
  /** Since 0.9.0. */
  VIR_DOMAIN_BLKIO_PARAM_BOOLEAN: 6,
} as const;
export type virBlkioParameterType = (typeof virBlkioParameterType)[keyof typeof virBlkioParameterType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventAgentLifecycleReason */
export const virConnectDomainEventAgentLifecycleReason = {
  /** Since 1.2.11. */
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_UNKNOWN: 0,
  /** Since 1.2.11. */
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_DOMAIN_STARTED: 1,
  /** Since 1.2.11. */
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_REASON_CHANNEL: 2,
} as const;
export type virConnectDomainEventAgentLifecycleReason = (typeof virConnectDomainEventAgentLifecycleReason)[keyof typeof virConnectDomainEventAgentLifecycleReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventAgentLifecycleState */
export const virConnectDomainEventAgentLifecycleState = {
  /** Since 1.2.11. */
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_CONNECTED: 1,
  /** Since 1.2.11. */
  VIR_CONNECT_DOMAIN_EVENT_AGENT_LIFECYCLE_STATE_DISCONNECTED: 2,
} as const;
export type virConnectDomainEventAgentLifecycleState = (typeof virConnectDomainEventAgentLifecycleState)[keyof typeof virConnectDomainEventAgentLifecycleState];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventBlockJobStatus */
export const virConnectDomainEventBlockJobStatus = {
  /** Since 0.9.4. */
  VIR_DOMAIN_BLOCK_JOB_COMPLETED: 0,
  /** Since 0.9.4. */
  VIR_DOMAIN_BLOCK_JOB_FAILED: 1,
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_JOB_CANCELED: 2,
  /** Since 1.0.0. */
  VIR_DOMAIN_BLOCK_JOB_READY: 3,
} as const;
export type virConnectDomainEventBlockJobStatus = (typeof virConnectDomainEventBlockJobStatus)[keyof typeof virConnectDomainEventBlockJobStatus];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectDomainEventDiskChangeReason */
export const virConnectDomainEventDiskChangeReason = {
  /** Since 0.9.7. */
  VIR_DOMAIN_EVENT_DISK_CHANGE_MISSING_ON_START: 0,
  /** Since 1.1.2. */
  VIR_DOMAIN_EVENT_DISK_DROP_MISSING_ON_START: 1,
} as const;
export type virConnectDomainEventDiskChangeReason = (typeof virConnectDomainEventDiskChangeReason)[keyof typeof virConnectDomainEventDiskChangeReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectGetAllDomainStatsFlags */
export const virConnectGetAllDomainStatsFlags = {
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE: 1,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_INACTIVE: 2,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_PERSISTENT: 4,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_TRANSIENT: 8,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_RUNNING: 16,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_PAUSED: 32,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_SHUTOFF: 64,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_OTHER: 128,
  /** Since 4.5.0. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT: 536870912,
  /** Since 1.2.12. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_BACKING: 1073741824,
  /** Since 1.2.8. */
  VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS: 2147483648,
} as const;
export type virConnectGetAllDomainStatsFlags = (typeof virConnectGetAllDomainStatsFlags)[keyof typeof virConnectGetAllDomainStatsFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virConnectListAllDomainsFlags */
export const virConnectListAllDomainsFlags = {
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_ACTIVE: 1,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_INACTIVE: 2,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_PERSISTENT: 4,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_TRANSIENT: 8,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_RUNNING: 16,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_PAUSED: 32,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_SHUTOFF: 64,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_OTHER: 128,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE: 256,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE: 512,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_AUTOSTART: 1024,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART: 2048,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT: 4096,
  /** Since 0.9.13. */
  VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT: 8192,
  /** Since 5.6.0. */
  VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT: 16384,
  /** Since 5.6.0. */
  VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT: 32768,
} as const;
export type virConnectListAllDomainsFlags = (typeof virConnectListAllDomainsFlags)[keyof typeof virConnectListAllDomainsFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAbortJobFlagsValues */
export const virDomainAbortJobFlagsValues = {
  /** Since 8.5.0. */
  VIR_DOMAIN_ABORT_JOB_POSTCOPY: 1,
} as const;
export type virDomainAbortJobFlagsValues = (typeof virDomainAbortJobFlagsValues)[keyof typeof virDomainAbortJobFlagsValues];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAgentResponseTimeoutValues */
export const virDomainAgentResponseTimeoutValues = {
  /** Since 5.10.0. */
  VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK: -2,
  /** Since 5.10.0. */
  VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT: -1,
  /** Since 5.10.0. */
  VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT: 0,
} as const;
export type virDomainAgentResponseTimeoutValues = (typeof virDomainAgentResponseTimeoutValues)[keyof typeof virDomainAgentResponseTimeoutValues];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainAuthorizedSSHKeysSetFlags */
export const virDomainAuthorizedSSHKeysSetFlags = {
  /** Since 6.10.0. */
  VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_APPEND: 1,
  /** Since 6.10.0. */
  VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_REMOVE: 2,
} as const;
export type virDomainAuthorizedSSHKeysSetFlags = (typeof virDomainAuthorizedSSHKeysSetFlags)[keyof typeof virDomainAuthorizedSSHKeysSetFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBackupBeginFlags */
export const virDomainBackupBeginFlags = {
  /** Since 6.0.0. */
  VIR_DOMAIN_BACKUP_BEGIN_REUSE_EXTERNAL: 1,
} as const;
export type virDomainBackupBeginFlags = (typeof virDomainBackupBeginFlags)[keyof typeof virDomainBackupBeginFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCommitFlags */
export const virDomainBlockCommitFlags = {
  /** Since 0.10.2. */
  VIR_DOMAIN_BLOCK_COMMIT_SHALLOW: 1,
  /** Since 0.10.2. */
  VIR_DOMAIN_BLOCK_COMMIT_DELETE: 2,
  /** Since 1.2.6. */
  VIR_DOMAIN_BLOCK_COMMIT_ACTIVE: 4,
  /** Since 1.2.7. */
  VIR_DOMAIN_BLOCK_COMMIT_RELATIVE: 8,
  /** Since 1.2.9. */
  VIR_DOMAIN_BLOCK_COMMIT_BANDWIDTH_BYTES: 16,
} as const;
export type virDomainBlockCommitFlags = (typeof virDomainBlockCommitFlags)[keyof typeof virDomainBlockCommitFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockCopyFlags */
export const virDomainBlockCopyFlags = {
  /** Since 1.2.8. */
  VIR_DOMAIN_BLOCK_COPY_SHALLOW: 1,
  /** Since 1.2.8. */
  VIR_DOMAIN_BLOCK_COPY_REUSE_EXT: 2,
  /** Since 3.5.0. */
  VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB: 4,
  /** Since 8.0.0. */
  VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES: 8,
} as const;
export type virDomainBlockCopyFlags = (typeof virDomainBlockCopyFlags)[keyof typeof virDomainBlockCopyFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobAbortFlags */
export const virDomainBlockJobAbortFlags = {
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_JOB_ABORT_ASYNC: 1,
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_JOB_ABORT_PIVOT: 2,
} as const;
export type virDomainBlockJobAbortFlags = (typeof virDomainBlockJobAbortFlags)[keyof typeof virDomainBlockJobAbortFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobInfoFlags */
export const virDomainBlockJobInfoFlags = {
  /** Since 1.2.9. */
  VIR_DOMAIN_BLOCK_JOB_INFO_BANDWIDTH_BYTES: 1,
} as const;
export type virDomainBlockJobInfoFlags = (typeof virDomainBlockJobInfoFlags)[keyof typeof virDomainBlockJobInfoFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobSetSpeedFlags */
export const virDomainBlockJobSetSpeedFlags = {
  /** Since 1.2.9. */
  VIR_DOMAIN_BLOCK_JOB_SPEED_BANDWIDTH_BYTES: 1,
} as const;
export type virDomainBlockJobSetSpeedFlags = (typeof virDomainBlockJobSetSpeedFlags)[keyof typeof virDomainBlockJobSetSpeedFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobType */
export const virDomainBlockJobType = {
  /** Since 0.9.4. */
  VIR_DOMAIN_BLOCK_JOB_TYPE_UNKNOWN: 0,
  /** Since 0.9.4. */
  VIR_DOMAIN_BLOCK_JOB_TYPE_PULL: 1,
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_JOB_TYPE_COPY: 2,
  /** Since 0.10.2. */
  VIR_DOMAIN_BLOCK_JOB_TYPE_COMMIT: 3,
  /** Since 1.2.6. */
  VIR_DOMAIN_BLOCK_JOB_TYPE_ACTIVE_COMMIT: 4,
  /** Since 6.0.0. */
  VIR_DOMAIN_BLOCK_JOB_TYPE_BACKUP: 5,
} as const;
export type virDomainBlockJobType = (typeof virDomainBlockJobType)[keyof typeof virDomainBlockJobType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockPullFlags */
export const virDomainBlockPullFlags = {
  /** Since 1.2.9. */
  VIR_DOMAIN_BLOCK_PULL_BANDWIDTH_BYTES: 64,
} as const;
export type virDomainBlockPullFlags = (typeof virDomainBlockPullFlags)[keyof typeof virDomainBlockPullFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockRebaseFlags */
export const virDomainBlockRebaseFlags = {
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_REBASE_SHALLOW: 1,
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_REBASE_REUSE_EXT: 2,
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_REBASE_COPY_RAW: 4,
  /** Since 0.9.12. */
  VIR_DOMAIN_BLOCK_REBASE_COPY: 8,
  /** Since 1.2.7. */
  VIR_DOMAIN_BLOCK_REBASE_RELATIVE: 16,
  /** Since 1.2.9. */
  VIR_DOMAIN_BLOCK_REBASE_COPY_DEV: 32,
  /** Since 1.2.9. */
  VIR_DOMAIN_BLOCK_REBASE_BANDWIDTH_BYTES: 64,
} as const;
export type virDomainBlockRebaseFlags = (typeof virDomainBlockRebaseFlags)[keyof typeof virDomainBlockRebaseFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockResizeFlags */
export const virDomainBlockResizeFlags = {
  /** Since 0.9.11. */
  VIR_DOMAIN_BLOCK_RESIZE_BYTES: 1,
} as const;
export type virDomainBlockResizeFlags = (typeof virDomainBlockResizeFlags)[keyof typeof virDomainBlockResizeFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockedReason */
export const virDomainBlockedReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_BLOCKED_UNKNOWN: 0,
} as const;
export type virDomainBlockedReason = (typeof virDomainBlockedReason)[keyof typeof virDomainBlockedReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainChannelFlags */
export const virDomainChannelFlags = {
  /** Since 1.0.2. */
  VIR_DOMAIN_CHANNEL_FORCE: 1,
} as const;
export type virDomainChannelFlags = (typeof virDomainChannelFlags)[keyof typeof virDomainChannelFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainConsoleFlags */
export const virDomainConsoleFlags = {
  /** Since 0.9.11. */
  VIR_DOMAIN_CONSOLE_FORCE: 1,
  /** Since 0.9.11. */
  VIR_DOMAIN_CONSOLE_SAFE: 2,
} as const;
export type virDomainConsoleFlags = (typeof virDomainConsoleFlags)[keyof typeof virDomainConsoleFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainControlErrorReason */
export const virDomainControlErrorReason = {
  /** Since 1.2.14. */
  VIR_DOMAIN_CONTROL_ERROR_REASON_NONE: 0,
  /** Since 1.2.14. */
  VIR_DOMAIN_CONTROL_ERROR_REASON_UNKNOWN: 1,
  /** Since 1.2.14. */
  VIR_DOMAIN_CONTROL_ERROR_REASON_MONITOR: 2,
  /** Since 1.2.14. */
  VIR_DOMAIN_CONTROL_ERROR_REASON_INTERNAL: 3,
} as const;
export type virDomainControlErrorReason = (typeof virDomainControlErrorReason)[keyof typeof virDomainControlErrorReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainControlState */
export const virDomainControlState = {
  /** Since 0.9.3. */
  VIR_DOMAIN_CONTROL_OK: 0,
  /** Since 0.9.3. */
  VIR_DOMAIN_CONTROL_JOB: 1,
  /** Since 0.9.3. */
  VIR_DOMAIN_CONTROL_OCCUPIED: 2,
  /** Since 0.9.3. */
  VIR_DOMAIN_CONTROL_ERROR: 3,
} as const;
export type virDomainControlState = (typeof virDomainControlState)[keyof typeof virDomainControlState];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDumpFlags */
export const virDomainCoreDumpFlags = {
  /** Since 0.7.5. */
  VIR_DUMP_CRASH: 1,
  /** Since 0.7.5. */
  VIR_DUMP_LIVE: 2,
  /** Since 0.9.4. */
  VIR_DUMP_BYPASS_CACHE: 4,
  /** Since 0.9.7. */
  VIR_DUMP_RESET: 8,
  /** Since 0.9.13. */
  VIR_DUMP_MEMORY_ONLY: 16,
} as const;
export type virDomainCoreDumpFlags = (typeof virDomainCoreDumpFlags)[keyof typeof virDomainCoreDumpFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCoreDumpFormat */
export const virDomainCoreDumpFormat = {
  /** Since 1.2.3. */
  VIR_DOMAIN_CORE_DUMP_FORMAT_RAW: 0,
  /** Since 1.2.3. */
  VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB: 1,
  /** Since 1.2.3. */
  VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO: 2,
  /** Since 1.2.3. */
  VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY: 3,
  /** Since 7.4.0. */
  VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP: 4,
} as const;
export type virDomainCoreDumpFormat = (typeof virDomainCoreDumpFormat)[keyof typeof virDomainCoreDumpFormat];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCrashedReason */
export const virDomainCrashedReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_CRASHED_UNKNOWN: 0,
  /** Since 1.1.1. */
  VIR_DOMAIN_CRASHED_PANICKED: 1,
} as const;
export type virDomainCrashedReason = (typeof virDomainCrashedReason)[keyof typeof virDomainCrashedReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainCreateFlags */
export const virDomainCreateFlags = {
  /** Since 0.0.1. */
  VIR_DOMAIN_NONE: 0,
  /** Since 0.8.2. */
  VIR_DOMAIN_START_PAUSED: 1,
  /** Since 0.9.3. */
  VIR_DOMAIN_START_AUTODESTROY: 2,
  /** Since 0.9.4. */
  VIR_DOMAIN_START_BYPASS_CACHE: 4,
  /** Since 0.9.5. */
  VIR_DOMAIN_START_FORCE_BOOT: 8,
  /** Since 1.2.12. */
  VIR_DOMAIN_START_VALIDATE: 16,
  /** Since 8.1.0. */
  VIR_DOMAIN_START_RESET_NVRAM: 32,
} as const;
export type virDomainCreateFlags = (typeof virDomainCreateFlags)[keyof typeof virDomainCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDefineFlags */
export const virDomainDefineFlags = {
  /** Since 1.2.12. */
  VIR_DOMAIN_DEFINE_VALIDATE: 1,
} as const;
export type virDomainDefineFlags = (typeof virDomainDefineFlags)[keyof typeof virDomainDefineFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDestroyFlagsValues */
export const virDomainDestroyFlagsValues = {
  /** Since 0.9.10. */
  VIR_DOMAIN_DESTROY_DEFAULT: 0,
  /** Since 0.9.10. */
  VIR_DOMAIN_DESTROY_GRACEFUL: 1,
  /** Since 8.3.0. */
  VIR_DOMAIN_DESTROY_REMOVE_LOGS: 2,
} as const;
export type virDomainDestroyFlagsValues = (typeof virDomainDestroyFlagsValues)[keyof typeof virDomainDestroyFlagsValues];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDeviceModifyFlags */
export const virDomainDeviceModifyFlags = {
  /** Since 0.7.7. */
  VIR_DOMAIN_DEVICE_MODIFY_CURRENT: 0,
  /** Since 0.7.7. */
  VIR_DOMAIN_DEVICE_MODIFY_LIVE: 1,
  /** Since 0.7.7. */
  VIR_DOMAIN_DEVICE_MODIFY_CONFIG: 2,
  /** Since 0.8.6. */
  VIR_DOMAIN_DEVICE_MODIFY_FORCE: 4,
} as const;
export type virDomainDeviceModifyFlags = (typeof virDomainDeviceModifyFlags)[keyof typeof virDomainDeviceModifyFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDirtyRateCalcFlags */
export const virDomainDirtyRateCalcFlags = {
  /** Since 8.1.0. */
  VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING: 0,
  /** Since 8.1.0. */
  VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP: 1,
  /** Since 8.1.0. */
  VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING: 2,
} as const;
export type virDomainDirtyRateCalcFlags = (typeof virDomainDirtyRateCalcFlags)[keyof typeof virDomainDirtyRateCalcFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDirtyRateStatus */
export const virDomainDirtyRateStatus = {
  /** Since 7.2.0. */
  VIR_DOMAIN_DIRTYRATE_UNSTARTED: 0,
  /** Since 7.2.0. */
  VIR_DOMAIN_DIRTYRATE_MEASURING: 1,
  /** Since 7.2.0. */
  VIR_DOMAIN_DIRTYRATE_MEASURED: 2,
} as const;
export type virDomainDirtyRateStatus = (typeof virDomainDirtyRateStatus)[keyof typeof virDomainDirtyRateStatus];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDiskErrorCode */
export const virDomainDiskErrorCode = {
  /** Since 0.9.10. */
  VIR_DOMAIN_DISK_ERROR_NONE: 0,
  /** Since 0.9.10. */
  VIR_DOMAIN_DISK_ERROR_UNSPEC: 1,
  /** Since 0.9.10. */
  VIR_DOMAIN_DISK_ERROR_NO_SPACE: 2,
} as const;
export type virDomainDiskErrorCode = (typeof virDomainDiskErrorCode)[keyof typeof virDomainDiskErrorCode];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventCrashedDetailType */
export const virDomainEventCrashedDetailType = {
  /** Since 1.1.1. */
  VIR_DOMAIN_EVENT_CRASHED_PANICKED: 0,
  /** Since 6.1.0. */
  VIR_DOMAIN_EVENT_CRASHED_CRASHLOADED: 1,
} as const;
export type virDomainEventCrashedDetailType = (typeof virDomainEventCrashedDetailType)[keyof typeof virDomainEventCrashedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventDefinedDetailType */
export const virDomainEventDefinedDetailType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_DEFINED_ADDED: 0,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_DEFINED_UPDATED: 1,
  /** Since 1.2.19. */
  VIR_DOMAIN_EVENT_DEFINED_RENAMED: 2,
  /** Since 1.3.3. */
  VIR_DOMAIN_EVENT_DEFINED_FROM_SNAPSHOT: 3,
} as const;
export type virDomainEventDefinedDetailType = (typeof virDomainEventDefinedDetailType)[keyof typeof virDomainEventDefinedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsAddressType */
export const virDomainEventGraphicsAddressType = {
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV4: 0,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_IPV6: 1,
  /** Since 0.9.7. */
  VIR_DOMAIN_EVENT_GRAPHICS_ADDRESS_UNIX: 2,
} as const;
export type virDomainEventGraphicsAddressType = (typeof virDomainEventGraphicsAddressType)[keyof typeof virDomainEventGraphicsAddressType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsPhase */
export const virDomainEventGraphicsPhase = {
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_GRAPHICS_CONNECT: 0,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_GRAPHICS_INITIALIZE: 1,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_GRAPHICS_DISCONNECT: 2,
} as const;
export type virDomainEventGraphicsPhase = (typeof virDomainEventGraphicsPhase)[keyof typeof virDomainEventGraphicsPhase];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventID */
export const virDomainEventID = {
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_ID_LIFECYCLE: 0,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_ID_REBOOT: 1,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_ID_RTC_CHANGE: 2,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_ID_WATCHDOG: 3,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_ID_IO_ERROR: 4,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_ID_GRAPHICS: 5,
  /** Since 0.8.1. */
  VIR_DOMAIN_EVENT_ID_IO_ERROR_REASON: 6,
  /** Since 0.9.2. */
  VIR_DOMAIN_EVENT_ID_CONTROL_ERROR: 7,
  /** Since 0.9.4. */
  VIR_DOMAIN_EVENT_ID_BLOCK_JOB: 8,
  /** Since 0.9.7. */
  VIR_DOMAIN_EVENT_ID_DISK_CHANGE: 9,
  /** Since 0.9.11. */
  VIR_DOMAIN_EVENT_ID_TRAY_CHANGE: 10,
  /** Since 0.9.11. */
  VIR_DOMAIN_EVENT_ID_PMWAKEUP: 11,
  /** Since 0.9.11. */
  VIR_DOMAIN_EVENT_ID_PMSUSPEND: 12,
  /** Since 0.10.0. */
  VIR_DOMAIN_EVENT_ID_BALLOON_CHANGE: 13,
  /** Since 1.0.0. */
  VIR_DOMAIN_EVENT_ID_PMSUSPEND_DISK: 14,
  /** Since 1.1.1. */
  VIR_DOMAIN_EVENT_ID_DEVICE_REMOVED: 15,
  /** Since 1.2.6. */
  VIR_DOMAIN_EVENT_ID_BLOCK_JOB_2: 16,
  /** Since 1.2.9. */
  VIR_DOMAIN_EVENT_ID_TUNABLE: 17,
  /** Since 1.2.11. */
  VIR_DOMAIN_EVENT_ID_AGENT_LIFECYCLE: 18,
  /** Since 1.2.15. */
  VIR_DOMAIN_EVENT_ID_DEVICE_ADDED: 19,
  /** Since 1.3.2. */
  VIR_DOMAIN_EVENT_ID_MIGRATION_ITERATION: 20,
  /** Since 1.3.3. */
  VIR_DOMAIN_EVENT_ID_JOB_COMPLETED: 21,
  /** Since 1.3.4. */
  VIR_DOMAIN_EVENT_ID_DEVICE_REMOVAL_FAILED: 22,
  /** Since 3.0.0. */
  VIR_DOMAIN_EVENT_ID_METADATA_CHANGE: 23,
  /** Since 3.2.0. */
  VIR_DOMAIN_EVENT_ID_BLOCK_THRESHOLD: 24,
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_ID_MEMORY_FAILURE: 25,
  /** Since 7.9.0. */
  VIR_DOMAIN_EVENT_ID_MEMORY_DEVICE_SIZE_CHANGE: 26,
} as const;
export type virDomainEventID = (typeof virDomainEventID)[keyof typeof virDomainEventID];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventIOErrorAction */
export const virDomainEventIOErrorAction = {
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_IO_ERROR_NONE: 0,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_IO_ERROR_PAUSE: 1,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_IO_ERROR_REPORT: 2,
} as const;
export type virDomainEventIOErrorAction = (typeof virDomainEventIOErrorAction)[keyof typeof virDomainEventIOErrorAction];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventPMSuspendedDetailType */
export const virDomainEventPMSuspendedDetailType = {
  /** Since 0.10.2. */
  VIR_DOMAIN_EVENT_PMSUSPENDED_MEMORY: 0,
  /** Since 1.0.0. */
  VIR_DOMAIN_EVENT_PMSUSPENDED_DISK: 1,
} as const;
export type virDomainEventPMSuspendedDetailType = (typeof virDomainEventPMSuspendedDetailType)[keyof typeof virDomainEventPMSuspendedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventResumedDetailType */
export const virDomainEventResumedDetailType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_RESUMED_UNPAUSED: 0,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_RESUMED_MIGRATED: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_EVENT_RESUMED_FROM_SNAPSHOT: 2,
  /** Since 1.3.3. */
  VIR_DOMAIN_EVENT_RESUMED_POSTCOPY: 3,
  /** Since 8.5.0. */
  VIR_DOMAIN_EVENT_RESUMED_POSTCOPY_FAILED: 4,
} as const;
export type virDomainEventResumedDetailType = (typeof virDomainEventResumedDetailType)[keyof typeof virDomainEventResumedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventShutdownDetailType */
export const virDomainEventShutdownDetailType = {
  /** Since 0.9.8. */
  VIR_DOMAIN_EVENT_SHUTDOWN_FINISHED: 0,
  /** Since 3.4.0. */
  VIR_DOMAIN_EVENT_SHUTDOWN_GUEST: 1,
  /** Since 3.4.0. */
  VIR_DOMAIN_EVENT_SHUTDOWN_HOST: 2,
} as const;
export type virDomainEventShutdownDetailType = (typeof virDomainEventShutdownDetailType)[keyof typeof virDomainEventShutdownDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventStartedDetailType */
export const virDomainEventStartedDetailType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STARTED_BOOTED: 0,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STARTED_MIGRATED: 1,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STARTED_RESTORED: 2,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_STARTED_FROM_SNAPSHOT: 3,
  /** Since 0.9.11. */
  VIR_DOMAIN_EVENT_STARTED_WAKEUP: 4,
} as const;
export type virDomainEventStartedDetailType = (typeof virDomainEventStartedDetailType)[keyof typeof virDomainEventStartedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventStoppedDetailType */
export const virDomainEventStoppedDetailType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED_SHUTDOWN: 0,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED_DESTROYED: 1,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED_CRASHED: 2,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED_MIGRATED: 3,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED_SAVED: 4,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED_FAILED: 5,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT: 6,
} as const;
export type virDomainEventStoppedDetailType = (typeof virDomainEventStoppedDetailType)[keyof typeof virDomainEventStoppedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventSuspendedDetailType */
export const virDomainEventSuspendedDetailType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_SUSPENDED_PAUSED: 0,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_SUSPENDED_MIGRATED: 1,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_SUSPENDED_IOERROR: 2,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_SUSPENDED_WATCHDOG: 3,
  /** Since 0.9.5. */
  VIR_DOMAIN_EVENT_SUSPENDED_RESTORED: 4,
  /** Since 0.9.5. */
  VIR_DOMAIN_EVENT_SUSPENDED_FROM_SNAPSHOT: 5,
  /** Since 1.0.1. */
  VIR_DOMAIN_EVENT_SUSPENDED_API_ERROR: 6,
  /** Since 1.3.3. */
  VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY: 7,
  /** Since 1.3.3. */
  VIR_DOMAIN_EVENT_SUSPENDED_POSTCOPY_FAILED: 8,
} as const;
export type virDomainEventSuspendedDetailType = (typeof virDomainEventSuspendedDetailType)[keyof typeof virDomainEventSuspendedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventTrayChangeReason */
export const virDomainEventTrayChangeReason = {
  /** Since 0.9.11. */
  VIR_DOMAIN_EVENT_TRAY_CHANGE_OPEN: 0,
  /** Since 0.9.11. */
  VIR_DOMAIN_EVENT_TRAY_CHANGE_CLOSE: 1,
} as const;
export type virDomainEventTrayChangeReason = (typeof virDomainEventTrayChangeReason)[keyof typeof virDomainEventTrayChangeReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventType */
export const virDomainEventType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_DEFINED: 0,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_UNDEFINED: 1,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STARTED: 2,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_SUSPENDED: 3,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_RESUMED: 4,
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_STOPPED: 5,
  /** Since 0.9.8. */
  VIR_DOMAIN_EVENT_SHUTDOWN: 6,
  /** Since 0.10.2. */
  VIR_DOMAIN_EVENT_PMSUSPENDED: 7,
  /** Since 1.1.1. */
  VIR_DOMAIN_EVENT_CRASHED: 8,
} as const;
export type virDomainEventType = (typeof virDomainEventType)[keyof typeof virDomainEventType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventUndefinedDetailType */
export const virDomainEventUndefinedDetailType = {
  /** Since 0.5.0. */
  VIR_DOMAIN_EVENT_UNDEFINED_REMOVED: 0,
  /** Since 1.2.19. */
  VIR_DOMAIN_EVENT_UNDEFINED_RENAMED: 1,
} as const;
export type virDomainEventUndefinedDetailType = (typeof virDomainEventUndefinedDetailType)[keyof typeof virDomainEventUndefinedDetailType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventWatchdogAction */
export const virDomainEventWatchdogAction = {
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_WATCHDOG_NONE: 0,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_WATCHDOG_PAUSE: 1,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_WATCHDOG_RESET: 2,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_WATCHDOG_POWEROFF: 3,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_WATCHDOG_SHUTDOWN: 4,
  /** Since 0.8.0. */
  VIR_DOMAIN_EVENT_WATCHDOG_DEBUG: 5,
  /** Since 1.2.17. */
  VIR_DOMAIN_EVENT_WATCHDOG_INJECTNMI: 6,
} as const;
export type virDomainEventWatchdogAction = (typeof virDomainEventWatchdogAction)[keyof typeof virDomainEventWatchdogAction];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFDAssociateFlags */
export const virDomainFDAssociateFlags = {
  /** Since 9.0.0. */
  VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE: 1,
  /** Since 9.0.0. */
  VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE: 2,
} as const;
export type virDomainFDAssociateFlags = (typeof virDomainFDAssociateFlags)[keyof typeof virDomainFDAssociateFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetHostnameFlags */
export const virDomainGetHostnameFlags = {
  /** Since 6.1.0. */
  VIR_DOMAIN_GET_HOSTNAME_LEASE: 1,
  /** Since 6.1.0. */
  VIR_DOMAIN_GET_HOSTNAME_AGENT: 2,
} as const;
export type virDomainGetHostnameFlags = (typeof virDomainGetHostnameFlags)[keyof typeof virDomainGetHostnameFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetJobStatsFlags */
export const virDomainGetJobStatsFlags = {
  /** Since 1.2.9. */
  VIR_DOMAIN_JOB_STATS_COMPLETED: 1,
  /** Since 6.0.0. */
  VIR_DOMAIN_JOB_STATS_KEEP_COMPLETED: 2,
} as const;
export type virDomainGetJobStatsFlags = (typeof virDomainGetJobStatsFlags)[keyof typeof virDomainGetJobStatsFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGuestInfoTypes */
export const virDomainGuestInfoTypes = {
  /** Since 5.7.0. */
  VIR_DOMAIN_GUEST_INFO_USERS: 1,
  /** Since 5.7.0. */
  VIR_DOMAIN_GUEST_INFO_OS: 2,
  /** Since 5.7.0. */
  VIR_DOMAIN_GUEST_INFO_TIMEZONE: 4,
  /** Since 5.7.0. */
  VIR_DOMAIN_GUEST_INFO_HOSTNAME: 8,
  /** Since 5.7.0. */
  VIR_DOMAIN_GUEST_INFO_FILESYSTEM: 16,
  /** Since 7.0.0. */
  VIR_DOMAIN_GUEST_INFO_DISKS: 32,
  /** Since 7.10.0. */
  VIR_DOMAIN_GUEST_INFO_INTERFACES: 64,
} as const;
export type virDomainGuestInfoTypes = (typeof virDomainGuestInfoTypes)[keyof typeof virDomainGuestInfoTypes];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceAddressesSource */
export const virDomainInterfaceAddressesSource = {
  /** Since 1.2.14. */
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE: 0,
  /** Since 1.2.14. */
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT: 1,
  /** Since 4.2.0. */
  VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP: 2,
} as const;
export type virDomainInterfaceAddressesSource = (typeof virDomainInterfaceAddressesSource)[keyof typeof virDomainInterfaceAddressesSource];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainJobOperation */
export const virDomainJobOperation = {
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_UNKNOWN: 0,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_START: 1,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_SAVE: 2,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_RESTORE: 3,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_MIGRATION_IN: 4,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_MIGRATION_OUT: 5,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_SNAPSHOT: 6,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_REVERT: 7,
  /** Since 3.3.0. */
  VIR_DOMAIN_JOB_OPERATION_DUMP: 8,
  /** Since 6.0.0. */
  VIR_DOMAIN_JOB_OPERATION_BACKUP: 9,
  /** Since 9.0.0. */
  VIR_DOMAIN_JOB_OPERATION_SNAPSHOT_DELETE: 10,
} as const;
export type virDomainJobOperation = (typeof virDomainJobOperation)[keyof typeof virDomainJobOperation];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainJobType */
export const virDomainJobType = {
  /** Since 0.7.7. */
  VIR_DOMAIN_JOB_NONE: 0,
  /** Since 0.7.7. */
  VIR_DOMAIN_JOB_BOUNDED: 1,
  /** Since 0.7.7. */
  VIR_DOMAIN_JOB_UNBOUNDED: 2,
  /** Since 0.7.7. */
  VIR_DOMAIN_JOB_COMPLETED: 3,
  /** Since 0.7.7. */
  VIR_DOMAIN_JOB_FAILED: 4,
  /** Since 0.7.7. */
  VIR_DOMAIN_JOB_CANCELLED: 5,
} as const;
export type virDomainJobType = (typeof virDomainJobType)[keyof typeof virDomainJobType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLifecycle */
export const virDomainLifecycle = {
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_POWEROFF: 0,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_REBOOT: 1,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_CRASH: 2,
} as const;
export type virDomainLifecycle = (typeof virDomainLifecycle)[keyof typeof virDomainLifecycle];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainLifecycleAction */
export const virDomainLifecycleAction = {
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_ACTION_DESTROY: 0,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_ACTION_RESTART: 1,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_ACTION_RESTART_RENAME: 2,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_ACTION_PRESERVE: 3,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_DESTROY: 4,
  /** Since 3.9.0. */
  VIR_DOMAIN_LIFECYCLE_ACTION_COREDUMP_RESTART: 5,
} as const;
export type virDomainLifecycleAction = (typeof virDomainLifecycleAction)[keyof typeof virDomainLifecycleAction];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryFailureActionType */
export const virDomainMemoryFailureActionType = {
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_IGNORE: 0,
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_INJECT: 1,
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_FATAL: 2,
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_ACTION_RESET: 3,
} as const;
export type virDomainMemoryFailureActionType = (typeof virDomainMemoryFailureActionType)[keyof typeof virDomainMemoryFailureActionType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryFailureFlags */
export const virDomainMemoryFailureFlags = {
  /** Since 6.9.0. */
  VIR_DOMAIN_MEMORY_FAILURE_ACTION_REQUIRED: 1,
  /** Since 6.9.0. */
  VIR_DOMAIN_MEMORY_FAILURE_RECURSIVE: 2,
} as const;
export type virDomainMemoryFailureFlags = (typeof virDomainMemoryFailureFlags)[keyof typeof virDomainMemoryFailureFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryFailureRecipientType */
export const virDomainMemoryFailureRecipientType = {
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_HYPERVISOR: 0,
  /** Since 6.9.0. */
  VIR_DOMAIN_EVENT_MEMORY_FAILURE_RECIPIENT_GUEST: 1,
} as const;
export type virDomainMemoryFailureRecipientType = (typeof virDomainMemoryFailureRecipientType)[keyof typeof virDomainMemoryFailureRecipientType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryFlags */
export const virDomainMemoryFlags = {
  /** Since 0.4.4. */
  VIR_MEMORY_VIRTUAL: 1,
  /** Since 0.7.0. */
  VIR_MEMORY_PHYSICAL: 2,
} as const;
export type virDomainMemoryFlags = (typeof virDomainMemoryFlags)[keyof typeof virDomainMemoryFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryModFlags */
export const virDomainMemoryModFlags = {
  /** Since 0.9.1. */
  VIR_DOMAIN_MEM_CURRENT: 0,
  /** Since 0.9.0. */
  VIR_DOMAIN_MEM_LIVE: 1,
  /** Since 0.9.0. */
  VIR_DOMAIN_MEM_CONFIG: 2,
  /** Since 0.9.1. */
  VIR_DOMAIN_MEM_MAXIMUM: 4,
} as const;
export type virDomainMemoryModFlags = (typeof virDomainMemoryModFlags)[keyof typeof virDomainMemoryModFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryStatTags */
export const virDomainMemoryStatTags = {
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_SWAP_IN: 0,
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_SWAP_OUT: 1,
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_MAJOR_FAULT: 2,
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_MINOR_FAULT: 3,
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_UNUSED: 4,
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_AVAILABLE: 5,
  /** Since 0.9.3. */
  VIR_DOMAIN_MEMORY_STAT_ACTUAL_BALLOON: 6,
  /** Since 0.9.10. */
  VIR_DOMAIN_MEMORY_STAT_RSS: 7,
  /** Since 2.1.0. */
  VIR_DOMAIN_MEMORY_STAT_USABLE: 8,
  /** Since 2.1.0. */
  VIR_DOMAIN_MEMORY_STAT_LAST_UPDATE: 9,
  /** Since 4.6.0. */
  VIR_DOMAIN_MEMORY_STAT_DISK_CACHES: 10,
  /** Since 5.4.0. */
  VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGALLOC: 11,
  /** Since 5.4.0. */
  VIR_DOMAIN_MEMORY_STAT_HUGETLB_PGFAIL: 12,
  /** Since 0.7.5. */
  VIR_DOMAIN_MEMORY_STAT_NR: 13,
} as const;
export type virDomainMemoryStatTags = (typeof virDomainMemoryStatTags)[keyof typeof virDomainMemoryStatTags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMessageType */
export const virDomainMessageType = {
  /** Since 7.1.0. */
  VIR_DOMAIN_MESSAGE_DEPRECATION: 1,
  /** Since 7.1.0. */
  VIR_DOMAIN_MESSAGE_TAINTING: 2,
} as const;
export type virDomainMessageType = (typeof virDomainMessageType)[keyof typeof virDomainMessageType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMetadataType */
export const virDomainMetadataType = {
  /** Since 0.9.10. */
  VIR_DOMAIN_METADATA_DESCRIPTION: 0,
  /** Since 0.9.10. */
  VIR_DOMAIN_METADATA_TITLE: 1,
  /** Since 0.9.10. */
  VIR_DOMAIN_METADATA_ELEMENT: 2,
} as const;
export type virDomainMetadataType = (typeof virDomainMetadataType)[keyof typeof virDomainMetadataType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateFlags */
export const virDomainMigrateFlags = {
  /** Since 0.3.2. */
  VIR_MIGRATE_LIVE: 1,
  /** Since 0.7.2. */
  VIR_MIGRATE_PEER2PEER: 2,
  /** Since 0.7.2. */
  VIR_MIGRATE_TUNNELLED: 4,
  /** Since 0.7.3. */
  VIR_MIGRATE_PERSIST_DEST: 8,
  /** Since 0.7.3. */
  VIR_MIGRATE_UNDEFINE_SOURCE: 16,
  /** Since 0.7.5. */
  VIR_MIGRATE_PAUSED: 32,
  /** Since 0.8.2. */
  VIR_MIGRATE_NON_SHARED_DISK: 64,
  /** Since 0.8.2. */
  VIR_MIGRATE_NON_SHARED_INC: 128,
  /** Since 0.9.4. */
  VIR_MIGRATE_CHANGE_PROTECTION: 256,
  /** Since 0.9.11. */
  VIR_MIGRATE_UNSAFE: 512,
  /** Since 1.0.1. */
  VIR_MIGRATE_OFFLINE: 1024,
  /** Since 1.0.3. */
  VIR_MIGRATE_COMPRESSED: 2048,
  /** Since 1.1.0. */
  VIR_MIGRATE_ABORT_ON_ERROR: 4096,
  /** Since 1.2.3. */
  VIR_MIGRATE_AUTO_CONVERGE: 8192,
  /** Since 1.2.9. */
  VIR_MIGRATE_RDMA_PIN_ALL: 16384,
  /** Since 1.3.3. */
  VIR_MIGRATE_POSTCOPY: 32768,
  /** Since 3.2.0. */
  VIR_MIGRATE_TLS: 65536,
  /** Since 5.2.0. */
  VIR_MIGRATE_PARALLEL: 131072,
  /** Since 8.0.0. */
  VIR_MIGRATE_NON_SHARED_SYNCHRONOUS_WRITES: 262144,
  /** Since 8.5.0. */
  VIR_MIGRATE_POSTCOPY_RESUME: 524288,
  /** Since 8.5.0. */
  VIR_MIGRATE_ZEROCOPY: 1048576,
} as const;
export type virDomainMigrateFlags = (typeof virDomainMigrateFlags)[keyof typeof virDomainMigrateFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMigrateMaxSpeedFlags */
export const virDomainMigrateMaxSpeedFlags = {
  /** Since 5.1.0. */
  VIR_DOMAIN_MIGRATE_MAX_SPEED_POSTCOPY: 1,
} as const;
export type virDomainMigrateMaxSpeedFlags = (typeof virDomainMigrateMaxSpeedFlags)[keyof typeof virDomainMigrateMaxSpeedFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainModificationImpact */
export const virDomainModificationImpact = {
  /** Since 0.9.2. */
  VIR_DOMAIN_AFFECT_CURRENT: 0,
  /** Since 0.9.2. */
  VIR_DOMAIN_AFFECT_LIVE: 1,
  /** Since 0.9.2. */
  VIR_DOMAIN_AFFECT_CONFIG: 2,
} as const;
export type virDomainModificationImpact = (typeof virDomainModificationImpact)[keyof typeof virDomainModificationImpact];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainNostateReason */
export const virDomainNostateReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_NOSTATE_UNKNOWN: 0,
} as const;
export type virDomainNostateReason = (typeof virDomainNostateReason)[keyof typeof virDomainNostateReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainNumatuneMemMode */
export const virDomainNumatuneMemMode = {
  /** Since 0.9.9. */
  VIR_DOMAIN_NUMATUNE_MEM_STRICT: 0,
  /** Since 0.9.9. */
  VIR_DOMAIN_NUMATUNE_MEM_PREFERRED: 1,
  /** Since 0.9.9. */
  VIR_DOMAIN_NUMATUNE_MEM_INTERLEAVE: 2,
  /** Since 7.3.0. */
  VIR_DOMAIN_NUMATUNE_MEM_RESTRICTIVE: 3,
} as const;
export type virDomainNumatuneMemMode = (typeof virDomainNumatuneMemMode)[keyof typeof virDomainNumatuneMemMode];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainOpenGraphicsFlags */
export const virDomainOpenGraphicsFlags = {
  /** Since 0.9.7. */
  VIR_DOMAIN_OPEN_GRAPHICS_SKIPAUTH: 1,
} as const;
export type virDomainOpenGraphicsFlags = (typeof virDomainOpenGraphicsFlags)[keyof typeof virDomainOpenGraphicsFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMSuspendedDiskReason */
export const virDomainPMSuspendedDiskReason = {
  /** Since 1.0.0. */
  VIR_DOMAIN_PMSUSPENDED_DISK_UNKNOWN: 0,
} as const;
export type virDomainPMSuspendedDiskReason = (typeof virDomainPMSuspendedDiskReason)[keyof typeof virDomainPMSuspendedDiskReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPMSuspendedReason */
export const virDomainPMSuspendedReason = {
  /** Since 0.9.11. */
  VIR_DOMAIN_PMSUSPENDED_UNKNOWN: 0,
} as const;
export type virDomainPMSuspendedReason = (typeof virDomainPMSuspendedReason)[keyof typeof virDomainPMSuspendedReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainPausedReason */
export const virDomainPausedReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_UNKNOWN: 0,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_USER: 1,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_MIGRATION: 2,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_SAVE: 3,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_DUMP: 4,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_IOERROR: 5,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_WATCHDOG: 6,
  /** Since 0.9.2. */
  VIR_DOMAIN_PAUSED_FROM_SNAPSHOT: 7,
  /** Since 0.9.5. */
  VIR_DOMAIN_PAUSED_SHUTTING_DOWN: 8,
  /** Since 1.0.1. */
  VIR_DOMAIN_PAUSED_SNAPSHOT: 9,
  /** Since 1.1.1. */
  VIR_DOMAIN_PAUSED_CRASHED: 10,
  /** Since 1.2.14. */
  VIR_DOMAIN_PAUSED_STARTING_UP: 11,
  /** Since 1.3.3. */
  VIR_DOMAIN_PAUSED_POSTCOPY: 12,
  /** Since 1.3.3. */
  VIR_DOMAIN_PAUSED_POSTCOPY_FAILED: 13,
} as const;
export type virDomainPausedReason = (typeof virDomainPausedReason)[keyof typeof virDomainPausedReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainProcessSignal */
export const virDomainProcessSignal = {
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_NOP: 0,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_HUP: 1,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_INT: 2,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_QUIT: 3,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_ILL: 4,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_TRAP: 5,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_ABRT: 6,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_BUS: 7,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_FPE: 8,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_KILL: 9,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_USR1: 10,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_SEGV: 11,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_USR2: 12,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_PIPE: 13,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_ALRM: 14,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_TERM: 15,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_STKFLT: 16,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_CHLD: 17,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_CONT: 18,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_STOP: 19,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_TSTP: 20,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_TTIN: 21,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_TTOU: 22,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_URG: 23,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_XCPU: 24,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_XFSZ: 25,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_VTALRM: 26,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_PROF: 27,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_WINCH: 28,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_POLL: 29,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_PWR: 30,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_SYS: 31,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT0: 32,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT1: 33,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT2: 34,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT3: 35,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT4: 36,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT5: 37,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT6: 38,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT7: 39,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT8: 40,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT9: 41,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT10: 42,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT11: 43,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT12: 44,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT13: 45,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT14: 46,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT15: 47,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT16: 48,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT17: 49,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT18: 50,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT19: 51,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT20: 52,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT21: 53,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT22: 54,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT23: 55,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT24: 56,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT25: 57,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT26: 58,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT27: 59,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT28: 60,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT29: 61,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT30: 62,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT31: 63,
  /** Since 1.0.1. */
  VIR_DOMAIN_PROCESS_SIGNAL_RT32: 64,
} as const;
export type virDomainProcessSignal = (typeof virDomainProcessSignal)[keyof typeof virDomainProcessSignal];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRebootFlagValues */
export const virDomainRebootFlagValues = {
  /** Since 0.9.10. */
  VIR_DOMAIN_REBOOT_DEFAULT: 0,
  /** Since 0.9.10. */
  VIR_DOMAIN_REBOOT_ACPI_POWER_BTN: 1,
  /** Since 0.9.10. */
  VIR_DOMAIN_REBOOT_GUEST_AGENT: 2,
  /** Since 1.0.1. */
  VIR_DOMAIN_REBOOT_INITCTL: 4,
  /** Since 1.0.1. */
  VIR_DOMAIN_REBOOT_SIGNAL: 8,
  /** Since 1.2.5. */
  VIR_DOMAIN_REBOOT_PARAVIRT: 16,
} as const;
export type virDomainRebootFlagValues = (typeof virDomainRebootFlagValues)[keyof typeof virDomainRebootFlagValues];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainRunningReason */
export const virDomainRunningReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_UNKNOWN: 0,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_BOOTED: 1,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_MIGRATED: 2,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_RESTORED: 3,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_FROM_SNAPSHOT: 4,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_UNPAUSED: 5,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_MIGRATION_CANCELED: 6,
  /** Since 0.9.2. */
  VIR_DOMAIN_RUNNING_SAVE_CANCELED: 7,
  /** Since 0.9.11. */
  VIR_DOMAIN_RUNNING_WAKEUP: 8,
  /** Since 1.1.1. */
  VIR_DOMAIN_RUNNING_CRASHED: 9,
  /** Since 1.3.3. */
  VIR_DOMAIN_RUNNING_POSTCOPY: 10,
  /** Since 8.5.0. */
  VIR_DOMAIN_RUNNING_POSTCOPY_FAILED: 11,
} as const;
export type virDomainRunningReason = (typeof virDomainRunningReason)[keyof typeof virDomainRunningReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveImageXMLFlags */
export const virDomainSaveImageXMLFlags = {
  /** Since 5.1.0. */
  VIR_DOMAIN_SAVE_IMAGE_XML_SECURE: 1,
} as const;
export type virDomainSaveImageXMLFlags = (typeof virDomainSaveImageXMLFlags)[keyof typeof virDomainSaveImageXMLFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSaveRestoreFlags */
export const virDomainSaveRestoreFlags = {
  /** Since 0.9.4. */
  VIR_DOMAIN_SAVE_BYPASS_CACHE: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_SAVE_RUNNING: 2,
  /** Since 0.9.5. */
  VIR_DOMAIN_SAVE_PAUSED: 4,
  /** Since 8.1.0. */
  VIR_DOMAIN_SAVE_RESET_NVRAM: 8,
} as const;
export type virDomainSaveRestoreFlags = (typeof virDomainSaveRestoreFlags)[keyof typeof virDomainSaveRestoreFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetTimeFlags */
export const virDomainSetTimeFlags = {
  /** Since 1.2.5. */
  VIR_DOMAIN_TIME_SYNC: 1,
} as const;
export type virDomainSetTimeFlags = (typeof virDomainSetTimeFlags)[keyof typeof virDomainSetTimeFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainSetUserPasswordFlags */
export const virDomainSetUserPasswordFlags = {
  /** Since 1.2.16. */
  VIR_DOMAIN_PASSWORD_ENCRYPTED: 1,
} as const;
export type virDomainSetUserPasswordFlags = (typeof virDomainSetUserPasswordFlags)[keyof typeof virDomainSetUserPasswordFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdownFlagValues */
export const virDomainShutdownFlagValues = {
  /** Since 0.9.10. */
  VIR_DOMAIN_SHUTDOWN_DEFAULT: 0,
  /** Since 0.9.10. */
  VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN: 1,
  /** Since 0.9.10. */
  VIR_DOMAIN_SHUTDOWN_GUEST_AGENT: 2,
  /** Since 1.0.1. */
  VIR_DOMAIN_SHUTDOWN_INITCTL: 4,
  /** Since 1.0.1. */
  VIR_DOMAIN_SHUTDOWN_SIGNAL: 8,
  /** Since 1.2.5. */
  VIR_DOMAIN_SHUTDOWN_PARAVIRT: 16,
} as const;
export type virDomainShutdownFlagValues = (typeof virDomainShutdownFlagValues)[keyof typeof virDomainShutdownFlagValues];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutdownReason */
export const virDomainShutdownReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTDOWN_UNKNOWN: 0,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTDOWN_USER: 1,
} as const;
export type virDomainShutdownReason = (typeof virDomainShutdownReason)[keyof typeof virDomainShutdownReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainShutoffReason */
export const virDomainShutoffReason = {
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_UNKNOWN: 0,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_SHUTDOWN: 1,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_DESTROYED: 2,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_CRASHED: 3,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_MIGRATED: 4,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_SAVED: 5,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_FAILED: 6,
  /** Since 0.9.2. */
  VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT: 7,
  /** Since 4.10.0. */
  VIR_DOMAIN_SHUTOFF_DAEMON: 8,
} as const;
export type virDomainShutoffReason = (typeof virDomainShutoffReason)[keyof typeof virDomainShutoffReason];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainState */
export const virDomainState = {
  /** Since 0.0.1. */
  VIR_DOMAIN_NOSTATE: 0,
  /** Since 0.0.1. */
  VIR_DOMAIN_RUNNING: 1,
  /** Since 0.0.1. */
  VIR_DOMAIN_BLOCKED: 2,
  /** Since 0.0.1. */
  VIR_DOMAIN_PAUSED: 3,
  /** Since 0.0.1. */
  VIR_DOMAIN_SHUTDOWN: 4,
  /** Since 0.0.1. */
  VIR_DOMAIN_SHUTOFF: 5,
  /** Since 0.0.2. */
  VIR_DOMAIN_CRASHED: 6,
  /** Since 0.9.11. */
  VIR_DOMAIN_PMSUSPENDED: 7,
} as const;
export type virDomainState = (typeof virDomainState)[keyof typeof virDomainState];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainStatsTypes */
export const virDomainStatsTypes = {
  /** Since 1.2.8. */
  VIR_DOMAIN_STATS_STATE: 1,
  /** Since 1.2.9. */
  VIR_DOMAIN_STATS_CPU_TOTAL: 2,
  /** Since 1.2.9. */
  VIR_DOMAIN_STATS_BALLOON: 4,
  /** Since 1.2.9. */
  VIR_DOMAIN_STATS_VCPU: 8,
  /** Since 1.2.9. */
  VIR_DOMAIN_STATS_INTERFACE: 16,
  /** Since 1.2.9. */
  VIR_DOMAIN_STATS_BLOCK: 32,
  /** Since 1.3.3. */
  VIR_DOMAIN_STATS_PERF: 64,
  /** Since 4.10.0. */
  VIR_DOMAIN_STATS_IOTHREAD: 128,
  /** Since 6.0.0. */
  VIR_DOMAIN_STATS_MEMORY: 256,
  /** Since 7.2.0. */
  VIR_DOMAIN_STATS_DIRTYRATE: 512,
  /** Since 8.9.0. */
  VIR_DOMAIN_STATS_VM: 1024,
} as const;
export type virDomainStatsTypes = (typeof virDomainStatsTypes)[keyof typeof virDomainStatsTypes];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainUndefineFlagsValues */
export const virDomainUndefineFlagsValues = {
  /** Since 0.9.4. */
  VIR_DOMAIN_UNDEFINE_MANAGED_SAVE: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA: 2,
  /** Since 1.2.9. */
  VIR_DOMAIN_UNDEFINE_NVRAM: 4,
  /** Since 2.3.0. */
  VIR_DOMAIN_UNDEFINE_KEEP_NVRAM: 8,
  /** Since 5.6.0. */
  VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA: 16,
  /** Since 8.9.0. */
  VIR_DOMAIN_UNDEFINE_TPM: 32,
  /** Since 8.9.0. */
  VIR_DOMAIN_UNDEFINE_KEEP_TPM: 64,
} as const;
export type virDomainUndefineFlagsValues = (typeof virDomainUndefineFlagsValues)[keyof typeof virDomainUndefineFlagsValues];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainVcpuFlags */
export const virDomainVcpuFlags = {
  /** Since 0.9.4. */
  VIR_DOMAIN_VCPU_CURRENT: 0,
  /** Since 0.8.5. */
  VIR_DOMAIN_VCPU_LIVE: 1,
  /** Since 0.8.5. */
  VIR_DOMAIN_VCPU_CONFIG: 2,
  /** Since 0.8.5. */
  VIR_DOMAIN_VCPU_MAXIMUM: 4,
  /** Since 1.1.0. */
  VIR_DOMAIN_VCPU_GUEST: 8,
  /** Since 2.4.0. */
  VIR_DOMAIN_VCPU_HOTPLUGGABLE: 16,
} as const;
export type virDomainVcpuFlags = (typeof virDomainVcpuFlags)[keyof typeof virDomainVcpuFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainXMLFlags */
export const virDomainXMLFlags = {
  /** Since 0.3.3. */
  VIR_DOMAIN_XML_SECURE: 1,
  /** Since 0.3.3. */
  VIR_DOMAIN_XML_INACTIVE: 2,
  /** Since 0.8.0. */
  VIR_DOMAIN_XML_UPDATE_CPU: 4,
  /** Since 1.0.0. */
  VIR_DOMAIN_XML_MIGRATABLE: 8,
} as const;
export type virDomainXMLFlags = (typeof virDomainXMLFlags)[keyof typeof virDomainXMLFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virKeycodeSet */
export const virKeycodeSet = {
  /** Since 0.9.3. */
  VIR_KEYCODE_SET_LINUX: 0,
  /** Since 0.9.3. */
  VIR_KEYCODE_SET_XT: 1,
  /** Since 0.9.3. */
  VIR_KEYCODE_SET_ATSET1: 2,
  /** Since 0.9.3. */
  VIR_KEYCODE_SET_ATSET2: 3,
  /** Since 0.9.3. */
  VIR_KEYCODE_SET_ATSET3: 4,
  /** Since 0.9.4. */
  VIR_KEYCODE_SET_OSX: 5,
  /** Since 0.9.4. */
  VIR_KEYCODE_SET_XT_KBD: 6,
  /** Since 0.9.4. */
  VIR_KEYCODE_SET_USB: 7,
  /** Since 0.9.4. */
  VIR_KEYCODE_SET_WIN32: 8,
  /** Since 4.2.0. */
  VIR_KEYCODE_SET_QNUM: 9,
} as const;
export type virKeycodeSet = (typeof virKeycodeSet)[keyof typeof virKeycodeSet];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virMemoryParameterType */
export const virMemoryParameterType = {
  /** Since 0.8.5. */
  VIR_DOMAIN_MEMORY_PARAM_INT: 1,
  /** Since 0.8.5. */
  VIR_DOMAIN_MEMORY_PARAM_UINT: 2,
  /** Since 0.8.5. */
  VIR_DOMAIN_MEMORY_PARAM_LLONG: 3,
  /** Since 0.8.5. */
  VIR_DOMAIN_MEMORY_PARAM_ULLONG: 4,
  /** Since 0.8.5. */
  VIR_DOMAIN_MEMORY_PARAM_DOUBLE: 5,
  /** Since 0.8.5. */
  VIR_DOMAIN_MEMORY_PARAM_BOOLEAN: 6,
} as const;
export type virMemoryParameterType = (typeof virMemoryParameterType)[keyof typeof virMemoryParameterType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virSchedParameterType */
export const virSchedParameterType = {
  /** Since 0.2.3. */
  VIR_DOMAIN_SCHED_FIELD_INT: 1,
  /** Since 0.2.3. */
  VIR_DOMAIN_SCHED_FIELD_UINT: 2,
  /** Since 0.2.3. */
  VIR_DOMAIN_SCHED_FIELD_LLONG: 3,
  /** Since 0.2.3. */
  VIR_DOMAIN_SCHED_FIELD_ULLONG: 4,
  /** Since 0.2.3. */
  VIR_DOMAIN_SCHED_FIELD_DOUBLE: 5,
  /** Since 0.2.3. */
  VIR_DOMAIN_SCHED_FIELD_BOOLEAN: 6,
} as const;
export type virSchedParameterType = (typeof virSchedParameterType)[keyof typeof virSchedParameterType];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virVcpuHostCpuState */
export const virVcpuHostCpuState = {
  /** Since 6.10.0. */
  VIR_VCPU_INFO_CPU_UNAVAILABLE: -2,
  /** Since 6.10.0. */
  VIR_VCPU_INFO_CPU_OFFLINE: -1,
} as const;
export type virVcpuHostCpuState = (typeof virVcpuHostCpuState)[keyof typeof virVcpuHostCpuState];

/** https://libvirt.org/html/libvirt-libvirt-domain.html#virVcpuState */
export const virVcpuState = {
  /** Since 0.1.4. */
  VIR_VCPU_OFFLINE: 0,
  /** Since 0.1.4. */
  VIR_VCPU_RUNNING: 1,
  /** Since 0.1.4. */
  VIR_VCPU_BLOCKED: 2,
} as const;
export type virVcpuState = (typeof virVcpuState)[keyof typeof virVcpuState];
