// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-host.html#virCPUCompareResult */
export const virCPUCompareResult = {
  /** Since 0.7.5. */
  VIR_CPU_COMPARE_ERROR: -1,
  /** Since 0.7.5. */
  VIR_CPU_COMPARE_INCOMPATIBLE: 0,
  /** Since 0.7.5. */
  VIR_CPU_COMPARE_IDENTICAL: 1,
  /** Since 0.7.5. */
  VIR_CPU_COMPARE_SUPERSET: 2,
} as const;
export type virCPUCompareResult = (typeof virCPUCompareResult)[keyof typeof virCPUCompareResult];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virConnectBaselineCPUFlags */
export const virConnectBaselineCPUFlags = {
  /** Since 1.1.2. */
  VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES: 1,
  /** Since 1.2.14. */
  VIR_CONNECT_BASELINE_CPU_MIGRATABLE: 2,
} as const;
export type virConnectBaselineCPUFlags = (typeof virConnectBaselineCPUFlags)[keyof typeof virConnectBaselineCPUFlags];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCompareCPUFlags */
export const virConnectCompareCPUFlags = {
  /** Since 1.2.6. */
  VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE: 1,
  /** Since 6.9.0. */
  VIR_CONNECT_COMPARE_CPU_VALIDATE_XML: 2,
} as const;
export type virConnectCompareCPUFlags = (typeof virConnectCompareCPUFlags)[keyof typeof virConnectCompareCPUFlags];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCredentialType */
export const virConnectCredentialType = {
  /** Since 0.4.1. */
  VIR_CRED_USERNAME: 1,
  /** Since 0.4.1. */
  VIR_CRED_AUTHNAME: 2,
  /** Since 0.4.1. */
  VIR_CRED_LANGUAGE: 3,
  /** Since 0.4.1. */
  VIR_CRED_CNONCE: 4,
  /** Since 0.4.1. */
  VIR_CRED_PASSPHRASE: 5,
  /** Since 0.4.1. */
  VIR_CRED_ECHOPROMPT: 6,
  /** Since 0.4.1. */
  VIR_CRED_NOECHOPROMPT: 7,
  /** Since 0.4.1. */
  VIR_CRED_REALM: 8,
  /** Since 0.4.1. */
  VIR_CRED_EXTERNAL: 9,
} as const;
export type virConnectCredentialType = (typeof virConnectCredentialType)[keyof typeof virConnectCredentialType];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virConnectFlags */
export const virConnectFlags = {
  /** Since 0.4.1. */
  VIR_CONNECT_RO: 1,
  /** Since 0.9.7. */
  VIR_CONNECT_NO_ALIASES: 2,
} as const;
export type virConnectFlags = (typeof virConnectFlags)[keyof typeof virConnectFlags];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virNodeAllocPagesFlags */
export const virNodeAllocPagesFlags = {
  /** Since 1.2.9. */
  VIR_NODE_ALLOC_PAGES_ADD: 0,
  /** Since 1.2.9. */
  VIR_NODE_ALLOC_PAGES_SET: 1,
} as const;
export type virNodeAllocPagesFlags = (typeof virNodeAllocPagesFlags)[keyof typeof virNodeAllocPagesFlags];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUStatsAllCPUs */
export const virNodeGetCPUStatsAllCPUs = {
  /** Since 0.9.3. */
  VIR_NODE_CPU_STATS_ALL_CPUS: -1,
} as const;
export type virNodeGetCPUStatsAllCPUs = (typeof virNodeGetCPUStatsAllCPUs)[keyof typeof virNodeGetCPUStatsAllCPUs];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetMemoryStatsAllCells */
export const virNodeGetMemoryStatsAllCells = {
  /** Since 0.9.3. */
  VIR_NODE_MEMORY_STATS_ALL_CELLS: -1,
} as const;
export type virNodeGetMemoryStatsAllCells = (typeof virNodeGetMemoryStatsAllCells)[keyof typeof virNodeGetMemoryStatsAllCells];

/** https://libvirt.org/html/libvirt-libvirt-host.html#virNodeSuspendTarget */
export const virNodeSuspendTarget = {
  /** Since 0.9.8. */
  VIR_NODE_SUSPEND_TARGET_MEM: 0,
  /** Since 0.9.8. */
  VIR_NODE_SUSPEND_TARGET_DISK: 1,
  /** Since 0.9.8. */
  VIR_NODE_SUSPEND_TARGET_HYBRID: 2,
} as const;
export type virNodeSuspendTarget = (typeof virNodeSuspendTarget)[keyof typeof virNodeSuspendTarget];
