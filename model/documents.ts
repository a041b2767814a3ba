import { DomainCapabilities } from './capabilities/domain.ts';
import { Capabilities } from './capabilities/host.ts';
import { StoragePoolCapabilities } from './capabilities/pool.ts';
import { Cpu } from './domain/cpu.ts';
import { Domain } from './domain/domain.ts';
import { Sysinfo } from './domain/sysinfo.ts';
import type { NodeClass } from './field/field.ts';
import { NodeInterface } from './host/interface.ts';
import { NodeDevice } from './host/node-device.ts';
import { Secret } from './host/secret.ts';
import { Network, NetworkPort } from './network/network.ts';
import { NWFilter, NWFilterBinding } from './network/nwfilter.ts';
import { DomainBackup, DomainCheckpoint, DomainSnapshot } from './snapshot/snapshot.ts';
import { StoragePool } from './storage/pool.ts';
import { StorageVolume } from './storage/volume.ts';

/** The class of each kind of libvirt's documents, by the name of its root element. */
export const DOCUMENT_CLASSES = {
  domain: Domain,
  network: Network,
  networkport: NetworkPort,
  pool: StoragePool,
  volume: StorageVolume,
  interface: NodeInterface,
  device: NodeDevice,
  secret: Secret,
  filter: NWFilter,
  filterbinding: NWFilterBinding,
  domainsnapshot: DomainSnapshot,
  domaincheckpoint: DomainCheckpoint,
  domainbackup: DomainBackup,
  capabilities: Capabilities,
  domainCapabilities: DomainCapabilities,
  storagepoolCapabilities: StoragePoolCapabilities,
  cpu: Cpu,
  sysinfo: Sysinfo,
} as const satisfies Readonly<Record<string, NodeClass>>;

export type DocumentKind = keyof typeof DOCUMENT_CLASSES;

export function isDocumentKind(name: string): name is DocumentKind {
  return Object.hasOwn(DOCUMENT_CLASSES, name);
}
