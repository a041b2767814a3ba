import { native } from '../binding/native.ts';
import { isPointer, type Pointer } from '../binding/pointers.ts';
import type { HandleKind } from '../generated/layouts.ts';

/** Which domain an event is about. */
export interface DomainIdentity {
  name: string;
  uuid: string;
  /** null while it is off. */
  id: number | null;
}

/** Which pool or network an event is about. */
export interface NamedIdentity {
  name: string;
  uuid: string;
}

/** Which secret an event is about. */
export interface SecretIdentity {
  uuid: string;
  /** `virSecretUsageType`. */
  usageType: number;
  usageID: string;
}

/** (unsigned int) -1: a domain that is off has no number. */
const noID = 0xffff_ffff;

/** The number of a running domain; null while it is off. */
export function domainID(domain: Pointer<'virDomain'>): number | null {
  const id = native.virDomainGetID(domain);
  return id === noID ? null : id;
}

function uuidOf(read: (buffer: Uint8Array) => number): string {
  const buffer = Buffer.alloc(37);
  return read(buffer) < 0 ? '' : buffer.toString('latin1', 0, 36);
}

/** Reads an identity from an object that libvirt lends; none of this leaves the process. */
function lent<K extends HandleKind, T>(kind: K, read: (object: Pointer<K>) => T) {
  return (address: bigint | null): T => {
    if (address === null || !isPointer(address, kind)) throw new Error(`an event came without its ${kind}`);
    return read(address);
  };
}

export const domainIdentity = lent(
  'virDomain',
  (domain): DomainIdentity => ({
    name: native.virDomainGetName(domain) ?? '',
    uuid: uuidOf((buffer) => native.virDomainGetUUIDString(domain, buffer)),
    id: domainID(domain),
  }),
);

export const networkIdentity = lent(
  'virNetwork',
  (network): NamedIdentity => ({
    name: native.virNetworkGetName(network) ?? '',
    uuid: uuidOf((buffer) => native.virNetworkGetUUIDString(network, buffer)),
  }),
);

export const poolIdentity = lent(
  'virStoragePool',
  (pool): NamedIdentity => ({
    name: native.virStoragePoolGetName(pool) ?? '',
    uuid: uuidOf((buffer) => native.virStoragePoolGetUUIDString(pool, buffer)),
  }),
);

export const nodeDeviceIdentity = lent('virNodeDevice', (device) => ({
  name: native.virNodeDeviceGetName(device) ?? '',
}));

export const secretIdentity = lent(
  'virSecret',
  (secret): SecretIdentity => ({
    uuid: uuidOf((buffer) => native.virSecretGetUUIDString(secret, buffer)),
    usageType: native.virSecretGetUsageType(secret),
    usageID: native.virSecretGetUsageID(secret) ?? '',
  }),
);
