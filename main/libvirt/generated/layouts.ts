// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
export const structs = {
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virBlkioParameter */
  virBlkioParameter: [
    ['field', 'char[80]'],
    ['type', 'int'],
    ['value', 'union', [['i', 'int'], ['ui', 'unsigned int'], ['l', 'long long'], ['ul', 'unsigned long long'], ['d', 'double'], ['b', 'char'], ['s', 'char *']]],
  ],
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectAuth */
  virConnectAuth: [
    ['credtype', 'void *'],
    ['ncredtype', 'unsigned int'],
    ['cb', 'void *'],
    ['cbdata', 'void *'],
  ],
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-host.html#virConnectCredential */
  virConnectCredential: [
    ['type', 'int'],
    ['prompt', 'char *'],
    ['challenge', 'char *'],
    ['defresult', 'char *'],
    ['result', 'char *'],
    ['resultlen', 'unsigned int'],
  ],
  /** Since 0.8.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockInfo */
  virDomainBlockInfo: [
    ['capacity', 'unsigned long long'],
    ['allocation', 'unsigned long long'],
    ['physical', 'unsigned long long'],
  ],
  /** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobInfo */
  virDomainBlockJobInfo: [
    ['type', 'int'],
    ['bandwidth', 'unsigned long'],
    ['cur', 'unsigned long long'],
    ['end', 'unsigned long long'],
  ],
  /** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStatsStruct */
  virDomainBlockStatsStruct: [
    ['rd_req', 'long long'],
    ['rd_bytes', 'long long'],
    ['wr_req', 'long long'],
    ['wr_bytes', 'long long'],
    ['errs', 'long long'],
  ],
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainControlInfo */
  virDomainControlInfo: [
    ['state', 'unsigned int'],
    ['details', 'unsigned int'],
    ['stateTime', 'unsigned long long'],
  ],
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainDiskError */
  virDomainDiskError: [
    ['disk', 'char *'],
    ['error', 'int'],
  ],
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsAddress */
  virDomainEventGraphicsAddress: [
    ['family', 'int'],
    ['node', 'char *'],
    ['service', 'char *'],
  ],
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsSubject */
  virDomainEventGraphicsSubject: [
    ['nidentity', 'int'],
    ['identities', 'void *'],
  ],
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsSubjectIdentity */
  virDomainEventGraphicsSubjectIdentity: [
    ['type', 'char *'],
    ['name', 'char *'],
  ],
  /** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSInfo */
  virDomainFSInfo: [
    ['mountpoint', 'char *'],
    ['name', 'char *'],
    ['fstype', 'char *'],
    ['ndevAlias', 'size_t'],
    ['devAlias', 'void *'],
  ],
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIOThreadInfo */
  virDomainIOThreadInfo: [
    ['iothread_id', 'unsigned int'],
    ['cpumap', 'void *'],
    ['cpumaplen', 'int'],
  ],
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIPAddress */
  virDomainIPAddress: [
    ['type', 'int'],
    ['addr', 'char *'],
    ['prefix', 'unsigned int'],
  ],
  /** Since 0.0.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInfo */
  virDomainInfo: [
    ['state', 'unsigned char'],
    ['maxMem', 'unsigned long'],
    ['memory', 'unsigned long'],
    ['nrVirtCpu', 'unsigned short'],
    ['cpuTime', 'unsigned long long'],
  ],
  /** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterface */
  virDomainInterface: [
    ['name', 'char *'],
    ['hwaddr', 'char *'],
    ['naddrs', 'unsigned int'],
    ['addrs', 'void *'],
  ],
  /** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceStatsStruct */
  virDomainInterfaceStatsStruct: [
    ['rx_bytes', 'long long'],
    ['rx_packets', 'long long'],
    ['rx_errs', 'long long'],
    ['rx_drop', 'long long'],
    ['tx_bytes', 'long long'],
    ['tx_packets', 'long long'],
    ['tx_errs', 'long long'],
    ['tx_drop', 'long long'],
  ],
  /** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainJobInfo */
  virDomainJobInfo: [
    ['type', 'int'],
    ['timeElapsed', 'unsigned long long'],
    ['timeRemaining', 'unsigned long long'],
    ['dataTotal', 'unsigned long long'],
    ['dataProcessed', 'unsigned long long'],
    ['dataRemaining', 'unsigned long long'],
    ['memTotal', 'unsigned long long'],
    ['memProcessed', 'unsigned long long'],
    ['memRemaining', 'unsigned long long'],
    ['fileTotal', 'unsigned long long'],
    ['fileProcessed', 'unsigned long long'],
    ['fileRemaining', 'unsigned long long'],
  ],
  /** Since 0.7.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryStatStruct */
  virDomainMemoryStatStruct: [
    ['tag', 'int'],
    ['val', 'unsigned long long'],
  ],
  /** Since 1.2.8. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainStatsRecord */
  virDomainStatsRecord: [
    ['dom', 'void *'],
    ['params', 'void *'],
    ['nparams', 'int'],
  ],
  /** Since 0.1.0. https://libvirt.org/html/libvirt-virterror.html#virError */
  virError: [
    ['code', 'int'],
    ['domain', 'int'],
    ['message', 'char *'],
    ['level', 'int'],
    ['conn', 'void *'],
    ['dom', 'void *'],
    ['str1', 'char *'],
    ['str2', 'char *'],
    ['str3', 'char *'],
    ['int1', 'int'],
    ['int2', 'int'],
    ['net', 'void *'],
  ],
  /** Since 0.8.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virMemoryParameter */
  virMemoryParameter: [
    ['field', 'char[80]'],
    ['type', 'int'],
    ['value', 'union', [['i', 'int'], ['ui', 'unsigned int'], ['l', 'long long'], ['ul', 'unsigned long long'], ['d', 'double'], ['b', 'char'], ['s', 'char *']]],
  ],
  /** Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDHCPLease */
  virNetworkDHCPLease: [
    ['iface', 'char *'],
    ['expirytime', 'long long'],
    ['type', 'int'],
    ['mac', 'char *'],
    ['iaid', 'char *'],
    ['ipaddr', 'char *'],
    ['prefix', 'unsigned int'],
    ['hostname', 'char *'],
    ['clientid', 'char *'],
  ],
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeCPUStats */
  virNodeCPUStats: [
    ['field', 'char[80]'],
    ['value', 'unsigned long long'],
  ],
  /** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeInfo */
  virNodeInfo: [
    ['model', 'char[32]'],
    ['memory', 'unsigned long'],
    ['cpus', 'unsigned int'],
    ['mhz', 'unsigned int'],
    ['nodes', 'unsigned int'],
    ['sockets', 'unsigned int'],
    ['cores', 'unsigned int'],
    ['threads', 'unsigned int'],
  ],
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeMemoryStats */
  virNodeMemoryStats: [
    ['field', 'char[80]'],
    ['value', 'unsigned long long'],
  ],
  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virSchedParameter */
  virSchedParameter: [
    ['field', 'char[80]'],
    ['type', 'int'],
    ['value', 'union', [['i', 'int'], ['ui', 'unsigned int'], ['l', 'long long'], ['ul', 'unsigned long long'], ['d', 'double'], ['b', 'char'], ['s', 'char *']]],
  ],
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-host.html#virSecurityLabel */
  virSecurityLabel: [
    ['label', 'char[4097]'],
    ['enforcing', 'int'],
  ],
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-host.html#virSecurityModel */
  virSecurityModel: [
    ['model', 'char[257]'],
    ['doi', 'char[257]'],
  ],
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolInfo */
  virStoragePoolInfo: [
    ['state', 'int'],
    ['capacity', 'unsigned long long'],
    ['allocation', 'unsigned long long'],
    ['available', 'unsigned long long'],
  ],
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolInfo */
  virStorageVolInfo: [
    ['type', 'int'],
    ['capacity', 'unsigned long long'],
    ['allocation', 'unsigned long long'],
  ],
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParameter */
  virTypedParameter: [
    ['field', 'char[80]'],
    ['type', 'int'],
    ['value', 'union', [['i', 'int'], ['ui', 'unsigned int'], ['l', 'long long'], ['ul', 'unsigned long long'], ['d', 'double'], ['b', 'char'], ['s', 'char *']]],
  ],
  /** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virVcpuInfo */
  virVcpuInfo: [
    ['number', 'unsigned int'],
    ['state', 'int'],
    ['cpuTime', 'unsigned long long'],
    ['cpu', 'int'],
  ],
} as const;

export type StructName = keyof typeof structs;

/** Structs that libvirt never shows: only their address is passed around. */
export const handleKinds = ['virConnect', 'virDomain', 'virDomainCheckpoint', 'virDomainSnapshot', 'virInterface', 'virNWFilter', 'virNWFilterBinding', 'virNetwork', 'virNetworkPort', 'virNodeDevice', 'virSecret', 'virStoragePool', 'virStorageVol', 'virStream'] as const;

export type HandleKind = (typeof handleKinds)[number];

/** What the pointer types point to. */
export const pointees = {
  virBlkioParameterPtr: 'virBlkioParameter',
  virConnectAuthPtr: 'virConnectAuth',
  virConnectCredentialPtr: 'virConnectCredential',
  virConnectPtr: 'virConnect',
  virDomainBlockInfoPtr: 'virDomainBlockInfo',
  virDomainBlockJobInfoPtr: 'virDomainBlockJobInfo',
  virDomainBlockStatsPtr: 'virDomainBlockStatsStruct',
  virDomainCheckpointPtr: 'virDomainCheckpoint',
  virDomainControlInfoPtr: 'virDomainControlInfo',
  virDomainDiskErrorPtr: 'virDomainDiskError',
  virDomainEventGraphicsAddressPtr: 'virDomainEventGraphicsAddress',
  virDomainEventGraphicsSubjectIdentityPtr: 'virDomainEventGraphicsSubjectIdentity',
  virDomainEventGraphicsSubjectPtr: 'virDomainEventGraphicsSubject',
  virDomainFSInfoPtr: 'virDomainFSInfo',
  virDomainIOThreadInfoPtr: 'virDomainIOThreadInfo',
  virDomainIPAddressPtr: 'virDomainIPAddress',
  virDomainInfoPtr: 'virDomainInfo',
  virDomainInterfacePtr: 'virDomainInterface',
  virDomainInterfaceStatsPtr: 'virDomainInterfaceStatsStruct',
  virDomainJobInfoPtr: 'virDomainJobInfo',
  virDomainMemoryStatPtr: 'virDomainMemoryStatStruct',
  virDomainPtr: 'virDomain',
  virDomainSnapshotPtr: 'virDomainSnapshot',
  virDomainStatsRecordPtr: 'virDomainStatsRecord',
  virErrorPtr: 'virError',
  virInterfacePtr: 'virInterface',
  virMemoryParameterPtr: 'virMemoryParameter',
  virNWFilterBindingPtr: 'virNWFilterBinding',
  virNWFilterPtr: 'virNWFilter',
  virNetworkDHCPLeasePtr: 'virNetworkDHCPLease',
  virNetworkPortPtr: 'virNetworkPort',
  virNetworkPtr: 'virNetwork',
  virNodeCPUStatsPtr: 'virNodeCPUStats',
  virNodeDevicePtr: 'virNodeDevice',
  virNodeInfoPtr: 'virNodeInfo',
  virNodeMemoryStatsPtr: 'virNodeMemoryStats',
  virSchedParameterPtr: 'virSchedParameter',
  virSecretPtr: 'virSecret',
  virSecurityLabelPtr: 'virSecurityLabel',
  virSecurityModelPtr: 'virSecurityModel',
  virStoragePoolInfoPtr: 'virStoragePoolInfo',
  virStoragePoolPtr: 'virStoragePool',
  virStorageVolInfoPtr: 'virStorageVolInfo',
  virStorageVolPtr: 'virStorageVol',
  virStreamPtr: 'virStream',
  virTypedParameterPtr: 'virTypedParameter',
  virVcpuInfoPtr: 'virVcpuInfo',
} as const;
