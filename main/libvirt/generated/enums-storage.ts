// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListAllStoragePoolsFlags */
export const virConnectListAllStoragePoolsFlags = {
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_INACTIVE: 1,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_ACTIVE: 2,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_PERSISTENT: 4,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_TRANSIENT: 8,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_AUTOSTART: 16,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_NO_AUTOSTART: 32,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_DIR: 64,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_FS: 128,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_NETFS: 256,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_LOGICAL: 512,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_DISK: 1024,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI: 2048,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_SCSI: 4096,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_MPATH: 8192,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_RBD: 16384,
  /** Since 0.10.2. */
  VIR_CONNECT_LIST_STORAGE_POOLS_SHEEPDOG: 32768,
  /** Since 1.2.1. */
  VIR_CONNECT_LIST_STORAGE_POOLS_GLUSTER: 65536,
  /** Since 1.2.8. */
  VIR_CONNECT_LIST_STORAGE_POOLS_ZFS: 131072,
  /** Since 3.1.0. */
  VIR_CONNECT_LIST_STORAGE_POOLS_VSTORAGE: 262144,
  /** Since 5.6.0. */
  VIR_CONNECT_LIST_STORAGE_POOLS_ISCSI_DIRECT: 524288,
} as const;
export type virConnectListAllStoragePoolsFlags = (typeof virConnectListAllStoragePoolsFlags)[keyof typeof virConnectListAllStoragePoolsFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolBuildFlags */
export const virStoragePoolBuildFlags = {
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_BUILD_NEW: 0,
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_BUILD_REPAIR: 1,
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_BUILD_RESIZE: 2,
  /** Since 0.9.5. */
  VIR_STORAGE_POOL_BUILD_NO_OVERWRITE: 4,
  /** Since 0.9.5. */
  VIR_STORAGE_POOL_BUILD_OVERWRITE: 8,
} as const;
export type virStoragePoolBuildFlags = (typeof virStoragePoolBuildFlags)[keyof typeof virStoragePoolBuildFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreateFlags */
export const virStoragePoolCreateFlags = {
  /** Since 1.3.1. */
  VIR_STORAGE_POOL_CREATE_NORMAL: 0,
  /** Since 1.3.1. */
  VIR_STORAGE_POOL_CREATE_WITH_BUILD: 1,
  /** Since 1.3.1. */
  VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE: 2,
  /** Since 1.3.1. */
  VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE: 4,
} as const;
export type virStoragePoolCreateFlags = (typeof virStoragePoolCreateFlags)[keyof typeof virStoragePoolCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDefineFlags */
export const virStoragePoolDefineFlags = {
  /** Since 7.7.0. */
  VIR_STORAGE_POOL_DEFINE_VALIDATE: 1,
} as const;
export type virStoragePoolDefineFlags = (typeof virStoragePoolDefineFlags)[keyof typeof virStoragePoolDefineFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDeleteFlags */
export const virStoragePoolDeleteFlags = {
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_DELETE_NORMAL: 0,
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_DELETE_ZEROED: 1,
} as const;
export type virStoragePoolDeleteFlags = (typeof virStoragePoolDeleteFlags)[keyof typeof virStoragePoolDeleteFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolEventID */
export const virStoragePoolEventID = {
  /** Since 2.0.0. */
  VIR_STORAGE_POOL_EVENT_ID_LIFECYCLE: 0,
  /** Since 2.0.0. */
  VIR_STORAGE_POOL_EVENT_ID_REFRESH: 1,
} as const;
export type virStoragePoolEventID = (typeof virStoragePoolEventID)[keyof typeof virStoragePoolEventID];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolEventLifecycleType */
export const virStoragePoolEventLifecycleType = {
  /** Since 2.0.0. */
  VIR_STORAGE_POOL_EVENT_DEFINED: 0,
  /** Since 2.0.0. */
  VIR_STORAGE_POOL_EVENT_UNDEFINED: 1,
  /** Since 2.0.0. */
  VIR_STORAGE_POOL_EVENT_STARTED: 2,
  /** Since 2.0.0. */
  VIR_STORAGE_POOL_EVENT_STOPPED: 3,
  /** Since 3.8.0. */
  VIR_STORAGE_POOL_EVENT_CREATED: 4,
  /** Since 3.8.0. */
  VIR_STORAGE_POOL_EVENT_DELETED: 5,
} as const;
export type virStoragePoolEventLifecycleType = (typeof virStoragePoolEventLifecycleType)[keyof typeof virStoragePoolEventLifecycleType];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolState */
export const virStoragePoolState = {
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_INACTIVE: 0,
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_BUILDING: 1,
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_RUNNING: 2,
  /** Since 0.4.1. */
  VIR_STORAGE_POOL_DEGRADED: 3,
  /** Since 0.8.2. */
  VIR_STORAGE_POOL_INACCESSIBLE: 4,
} as const;
export type virStoragePoolState = (typeof virStoragePoolState)[keyof typeof virStoragePoolState];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateFlags */
export const virStorageVolCreateFlags = {
  /** Since 1.0.1. */
  VIR_STORAGE_VOL_CREATE_PREALLOC_METADATA: 1,
  /** Since 1.2.13. */
  VIR_STORAGE_VOL_CREATE_REFLINK: 2,
  /** Since 8.10.0. */
  VIR_STORAGE_VOL_CREATE_VALIDATE: 4,
} as const;
export type virStorageVolCreateFlags = (typeof virStorageVolCreateFlags)[keyof typeof virStorageVolCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDeleteFlags */
export const virStorageVolDeleteFlags = {
  /** Since 0.4.1. */
  VIR_STORAGE_VOL_DELETE_NORMAL: 0,
  /** Since 0.4.1. */
  VIR_STORAGE_VOL_DELETE_ZEROED: 1,
  /** Since 1.2.21. */
  VIR_STORAGE_VOL_DELETE_WITH_SNAPSHOTS: 2,
} as const;
export type virStorageVolDeleteFlags = (typeof virStorageVolDeleteFlags)[keyof typeof virStorageVolDeleteFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownloadFlags */
export const virStorageVolDownloadFlags = {
  /** Since 3.4.0. */
  VIR_STORAGE_VOL_DOWNLOAD_SPARSE_STREAM: 1,
} as const;
export type virStorageVolDownloadFlags = (typeof virStorageVolDownloadFlags)[keyof typeof virStorageVolDownloadFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolInfoFlags */
export const virStorageVolInfoFlags = {
  /** Since 3.0.0. */
  VIR_STORAGE_VOL_USE_ALLOCATION: 0,
  /** Since 3.0.0. */
  VIR_STORAGE_VOL_GET_PHYSICAL: 1,
} as const;
export type virStorageVolInfoFlags = (typeof virStorageVolInfoFlags)[keyof typeof virStorageVolInfoFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolResizeFlags */
export const virStorageVolResizeFlags = {
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_RESIZE_ALLOCATE: 1,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_RESIZE_DELTA: 2,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_RESIZE_SHRINK: 4,
} as const;
export type virStorageVolResizeFlags = (typeof virStorageVolResizeFlags)[keyof typeof virStorageVolResizeFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolType */
export const virStorageVolType = {
  /** Since 0.4.1. */
  VIR_STORAGE_VOL_FILE: 0,
  /** Since 0.4.1. */
  VIR_STORAGE_VOL_BLOCK: 1,
  /** Since 0.9.5. */
  VIR_STORAGE_VOL_DIR: 2,
  /** Since 0.9.13. */
  VIR_STORAGE_VOL_NETWORK: 3,
  /** Since 1.2.0. */
  VIR_STORAGE_VOL_NETDIR: 4,
  /** Since 1.3.4. */
  VIR_STORAGE_VOL_PLOOP: 5,
} as const;
export type virStorageVolType = (typeof virStorageVolType)[keyof typeof virStorageVolType];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUploadFlags */
export const virStorageVolUploadFlags = {
  /** Since 3.4.0. */
  VIR_STORAGE_VOL_UPLOAD_SPARSE_STREAM: 1,
} as const;
export type virStorageVolUploadFlags = (typeof virStorageVolUploadFlags)[keyof typeof virStorageVolUploadFlags];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipeAlgorithm */
export const virStorageVolWipeAlgorithm = {
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_ZERO: 0,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_NNSA: 1,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_DOD: 2,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_BSI: 3,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_GUTMANN: 4,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_SCHNEIER: 5,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_PFITZNER7: 6,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_PFITZNER33: 7,
  /** Since 0.9.10. */
  VIR_STORAGE_VOL_WIPE_ALG_RANDOM: 8,
  /** Since 1.3.2. */
  VIR_STORAGE_VOL_WIPE_ALG_TRIM: 9,
} as const;
export type virStorageVolWipeAlgorithm = (typeof virStorageVolWipeAlgorithm)[keyof typeof virStorageVolWipeAlgorithm];

/** https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageXMLFlags */
export const virStorageXMLFlags = {
  /** Since 0.9.13. */
  VIR_STORAGE_XML_INACTIVE: 1,
} as const;
export type virStorageXMLFlags = (typeof virStorageXMLFlags)[keyof typeof virStorageXMLFlags];
