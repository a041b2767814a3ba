// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotCreateFlags */
export const virDomainSnapshotCreateFlags = {
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT: 2,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA: 4,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_CREATE_HALT: 8,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY: 16,
  /** Since 0.9.10. */
  VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT: 32,
  /** Since 0.9.10. */
  VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE: 64,
  /** Since 0.9.11. */
  VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC: 128,
  /** Since 1.0.1. */
  VIR_DOMAIN_SNAPSHOT_CREATE_LIVE: 256,
  /** Since 5.6.0. */
  VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE: 512,
} as const;
export type virDomainSnapshotCreateFlags = (typeof virDomainSnapshotCreateFlags)[keyof typeof virDomainSnapshotCreateFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotDeleteFlags */
export const virDomainSnapshotDeleteFlags = {
  /** Since 0.8.0. */
  VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY: 2,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY: 4,
} as const;
export type virDomainSnapshotDeleteFlags = (typeof virDomainSnapshotDeleteFlags)[keyof typeof virDomainSnapshotDeleteFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotListFlags */
export const virDomainSnapshotListFlags = {
  /** Since 0.9.7. */
  VIR_DOMAIN_SNAPSHOT_LIST_DESCENDANTS: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_LIST_ROOTS: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_LIST_METADATA: 2,
  /** Since 0.9.7. */
  VIR_DOMAIN_SNAPSHOT_LIST_LEAVES: 4,
  /** Since 0.9.13. */
  VIR_DOMAIN_SNAPSHOT_LIST_NO_LEAVES: 8,
  /** Since 0.9.13. */
  VIR_DOMAIN_SNAPSHOT_LIST_NO_METADATA: 16,
  /** Since 1.0.1. */
  VIR_DOMAIN_SNAPSHOT_LIST_INACTIVE: 32,
  /** Since 1.0.1. */
  VIR_DOMAIN_SNAPSHOT_LIST_ACTIVE: 64,
  /** Since 1.0.1. */
  VIR_DOMAIN_SNAPSHOT_LIST_DISK_ONLY: 128,
  /** Since 1.0.1. */
  VIR_DOMAIN_SNAPSHOT_LIST_INTERNAL: 256,
  /** Since 1.0.1. */
  VIR_DOMAIN_SNAPSHOT_LIST_EXTERNAL: 512,
  /** Since 5.2.0. */
  VIR_DOMAIN_SNAPSHOT_LIST_TOPOLOGICAL: 1024,
} as const;
export type virDomainSnapshotListFlags = (typeof virDomainSnapshotListFlags)[keyof typeof virDomainSnapshotListFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotRevertFlags */
export const virDomainSnapshotRevertFlags = {
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING: 1,
  /** Since 0.9.5. */
  VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED: 2,
  /** Since 0.9.7. */
  VIR_DOMAIN_SNAPSHOT_REVERT_FORCE: 4,
  /** Since 8.1.0. */
  VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM: 8,
} as const;
export type virDomainSnapshotRevertFlags = (typeof virDomainSnapshotRevertFlags)[keyof typeof virDomainSnapshotRevertFlags];

/** https://libvirt.org/html/libvirt-libvirt-domain-snapshot.html#virDomainSnapshotXMLFlags */
export const virDomainSnapshotXMLFlags = {
  /** Since 5.1.0. */
  VIR_DOMAIN_SNAPSHOT_XML_SECURE: 1,
} as const;
export type virDomainSnapshotXMLFlags = (typeof virDomainSnapshotXMLFlags)[keyof typeof virDomainSnapshotXMLFlags];
