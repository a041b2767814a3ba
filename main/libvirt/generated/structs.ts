// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** Since 0.8.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockInfo */
export interface DomainBlockInfo {
  capacity: number;
  allocation: number;
  physical: number;
}

/** Since 0.9.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockJobInfo */
export interface DomainBlockJobInfo {
  type: number;
  bandwidth: number;
  cur: number;
  end: number;
}

/** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainBlockStatsStruct */
export interface DomainBlockStats {
  rd_req: number;
  rd_bytes: number;
  wr_req: number;
  wr_bytes: number;
  errs: number;
}

/** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainControlInfo */
export interface DomainControlInfo {
  state: number;
  details: number;
  stateTime: number;
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsAddress */
export interface DomainEventGraphicsAddress {
  family: number;
  node: string | null;
  service: string | null;
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsSubject */
export interface DomainEventGraphicsSubject {
  identities: DomainEventGraphicsSubjectIdentity[];
}

/** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainEventGraphicsSubjectIdentity */
export interface DomainEventGraphicsSubjectIdentity {
  type: string | null;
  name: string | null;
}

/** Since 1.2.11. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainFSInfo */
export interface DomainFSInfo {
  mountpoint: string | null;
  name: string | null;
  fstype: string | null;
  devAlias: string[];
}

/** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIOThreadInfo */
export interface DomainIOThreadInfo {
  iothread_id: number;
  cpumap: Uint8Array;
}

/** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainIPAddress */
export interface DomainIPAddress {
  type: number;
  addr: string | null;
  prefix: number;
}

/** Since 0.0.1. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInfo */
export interface DomainInfo {
  state: number;
  maxMem: number;
  memory: number;
  nrVirtCpu: number;
  cpuTime: number;
}

/** Since 1.2.14. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterface */
export interface DomainInterface {
  name: string | null;
  hwaddr: string | null;
  addrs: DomainIPAddress[];
}

/** Since 0.3.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainInterfaceStatsStruct */
export interface DomainInterfaceStats {
  rx_bytes: number;
  rx_packets: number;
  rx_errs: number;
  rx_drop: number;
  tx_bytes: number;
  tx_packets: number;
  tx_errs: number;
  tx_drop: number;
}

/** Since 0.7.7. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainJobInfo */
export interface DomainJobInfo {
  type: number;
  timeElapsed: number;
  timeRemaining: number;
  dataTotal: number;
  dataProcessed: number;
  dataRemaining: number;
  memTotal: number;
  memProcessed: number;
  memRemaining: number;
  fileTotal: number;
  fileProcessed: number;
  fileRemaining: number;
}

/** Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDHCPLease */
export interface NetworkDHCPLease {
  iface: string | null;
  expirytime: number;
  type: number;
  mac: string | null;
  iaid: string | null;
  ipaddr: string | null;
  prefix: number;
  hostname: string | null;
  clientid: string | null;
}

/** Since 0.1.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeInfo */
export interface NodeInfo {
  model: string;
  memory: number;
  cpus: number;
  mhz: number;
  nodes: number;
  sockets: number;
  cores: number;
  threads: number;
}

/** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-host.html#virSecurityLabel */
export interface SecurityLabel {
  label: string;
  enforcing: number;
}

/** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-host.html#virSecurityModel */
export interface SecurityModel {
  model: string;
  doi: string;
}

/** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolInfo */
export interface StoragePoolInfo {
  state: number;
  capacity: number;
  allocation: number;
  available: number;
}

/** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolInfo */
export interface StorageVolInfo {
  type: number;
  capacity: number;
  allocation: number;
}

/** Since 0.1.4. https://libvirt.org/html/libvirt-libvirt-domain.html#virVcpuInfo */
export interface VcpuInfo {
  number: number;
  state: number;
  cpuTime: number;
  cpu: number;
}
