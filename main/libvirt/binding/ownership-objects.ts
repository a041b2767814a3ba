import type { OwnershipEntry } from './ownership.ts';

const value = { result: 'value' } as const;
const bool = { result: 'bool' } as const;
const borrowed = { result: 'borrowed' } as const;
const uuid = { roles: { uuid: 'uuid' } } as const;
const uuidIn = { roles: { uuid: 'bytes' } } as const;
const uuidText = { roles: { buf: 'uuid-text' } } as const;
const getAutostart = { roles: { autostart: 'out-bool' } } as const;
const setAutostart = { roles: { autostart: 'bool' } } as const;
const info = { roles: { info: 'out' } } as const;

/** Networks, storage, node devices, interfaces, secrets, filters, streams. */
export const objectOwnership: Readonly<Record<string, OwnershipEntry>> = {
  virInterfaceGetConnect: borrowed,
  virInterfaceIsActive: bool,

  virNWFilterGetUUID: uuid,
  virNWFilterGetUUIDString: uuidText,
  virNWFilterLookupByUUID: uuidIn,

  virNetworkDHCPLeaseFree: 'raw',
  virNetworkGetAutostart: getAutostart,
  virNetworkGetConnect: borrowed,
  virNetworkGetDHCPLeases: { roles: { leases: 'structs' }, nullable: ['mac'] },
  virNetworkGetUUID: uuid,
  virNetworkGetUUIDString: uuidText,
  virNetworkIsActive: bool,
  virNetworkIsPersistent: bool,
  virNetworkListAllPorts: { roles: { ports: 'list' } },
  virNetworkLookupByUUID: uuidIn,
  virNetworkPortGetNetwork: borrowed,
  virNetworkPortGetParameters: { roles: { params: 'params-out', nparams: 'count params' } },
  virNetworkPortGetUUID: uuid,
  virNetworkPortGetUUIDString: uuidText,
  virNetworkPortLookupByUUID: uuidIn,
  virNetworkSetAutostart: setAutostart,

  virNodeDeviceDetachFlags: { nullable: ['driverName'] },
  virNodeDeviceGetAutostart: getAutostart,
  // The root of the tree has no parent.
  virNodeDeviceGetParent: { result: 'nullable' },
  virNodeDeviceIsActive: bool,
  virNodeDeviceIsPersistent: bool,
  virNodeDeviceListCaps: { roles: { names: 'names', maxnames: 'capacity names' } },
  virNodeDeviceNumOfCaps: value,
  virNodeDeviceSetAutostart: setAutostart,

  virSecretGetConnect: borrowed,
  virSecretGetUUID: uuid,
  virSecretGetUUIDString: uuidText,
  virSecretGetUsageType: value,
  virSecretGetValue: 'manual',
  virSecretLookupByUUID: uuidIn,
  virSecretSetValue: { roles: { value: 'bytes', value_size: 'length value' } },

  virStoragePoolGetAutostart: getAutostart,
  virStoragePoolGetConnect: borrowed,
  virStoragePoolGetInfo: info,
  virStoragePoolGetUUID: uuid,
  virStoragePoolGetUUIDString: uuidText,
  virStoragePoolIsActive: bool,
  virStoragePoolIsPersistent: bool,
  virStoragePoolListAllVolumes: { roles: { vols: 'list' } },
  virStoragePoolListVolumes: { roles: { names: 'names', maxnames: 'capacity names' } },
  virStoragePoolLookupByUUID: uuidIn,
  virStoragePoolNumOfVolumes: value,
  virStoragePoolSetAutostart: setAutostart,
  virStorageVolGetConnect: borrowed,
  virStorageVolGetInfo: info,
  virStorageVolGetInfoFlags: info,

  virStreamEventAddCallback: 'manual',
  virStreamEventRemoveCallback: 'manual',
  virStreamRecv: 'manual',
  virStreamRecvAll: 'manual',
  virStreamRecvFlags: 'manual',
  virStreamRecvHole: { roles: { length: 'out' } },
  // Described as a string, yet it carries bytes.
  virStreamSend: 'manual',
  virStreamSendAll: 'manual',
  virStreamSparseRecvAll: 'manual',
  virStreamSparseSendAll: 'manual',
};
