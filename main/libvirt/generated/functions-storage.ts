// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Int64, Memory, Pointer } from '../binding/pointers.ts';

export interface StorageFunctions {
  /** Since 0.4.5. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectFindStoragePoolSources */
  virConnectFindStoragePoolSources(conn: Pointer<'virConnect'> | null, type: string | null, srcSpec: string | null, flags: number): string | null;
  /** Since 5.2.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectGetStoragePoolCapabilities */
  virConnectGetStoragePoolCapabilities(conn: Pointer<'virConnect'> | null, flags: number): string | null;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListAllStoragePools */
  virConnectListAllStoragePools(conn: Pointer<'virConnect'> | null, pools: Memory | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListDefinedStoragePools */
  virConnectListDefinedStoragePools(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectListStoragePools */
  virConnectListStoragePools(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectNumOfDefinedStoragePools */
  virConnectNumOfDefinedStoragePools(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectNumOfStoragePools */
  virConnectNumOfStoragePools(conn: Pointer<'virConnect'> | null): number;
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventDeregisterAny */
  virConnectStoragePoolEventDeregisterAny(conn: Pointer<'virConnect'> | null, callbackID: number): number;
  /** Since 2.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virConnectStoragePoolEventRegisterAny */
  virConnectStoragePoolEventRegisterAny(conn: Pointer<'virConnect'> | null, pool: Pointer<'virStoragePool'> | null, eventID: number, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolBuild */
  virStoragePoolBuild(pool: Pointer<'virStoragePool'> | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreate */
  virStoragePoolCreate(pool: Pointer<'virStoragePool'> | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreateXML */
  virStoragePoolCreateXML(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virStoragePool'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDefineXML */
  virStoragePoolDefineXML(conn: Pointer<'virConnect'> | null, xml: string | null, flags: number): Pointer<'virStoragePool'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDelete */
  virStoragePoolDelete(pool: Pointer<'virStoragePool'> | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDestroy */
  virStoragePoolDestroy(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolFree */
  virStoragePoolFree(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetAutostart */
  virStoragePoolGetAutostart(pool: Pointer<'virStoragePool'> | null, autostart: Memory | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetConnect */
  virStoragePoolGetConnect(pool: Pointer<'virStoragePool'> | null): Pointer<'virConnect'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetInfo */
  virStoragePoolGetInfo(pool: Pointer<'virStoragePool'> | null, info: Memory | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetName */
  virStoragePoolGetName(pool: Pointer<'virStoragePool'> | null): string | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetUUID */
  virStoragePoolGetUUID(pool: Pointer<'virStoragePool'> | null, uuid: Memory | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetUUIDString */
  virStoragePoolGetUUIDString(pool: Pointer<'virStoragePool'> | null, buf: Memory | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetXMLDesc */
  virStoragePoolGetXMLDesc(pool: Pointer<'virStoragePool'> | null, flags: number): string | null;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolIsActive */
  virStoragePoolIsActive(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolIsPersistent */
  virStoragePoolIsPersistent(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolListAllVolumes */
  virStoragePoolListAllVolumes(pool: Pointer<'virStoragePool'> | null, vols: Memory | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolListVolumes */
  virStoragePoolListVolumes(pool: Pointer<'virStoragePool'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByName */
  virStoragePoolLookupByName(conn: Pointer<'virConnect'> | null, name: string | null): Pointer<'virStoragePool'> | null;
  /** Since 4.1.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByTargetPath */
  virStoragePoolLookupByTargetPath(conn: Pointer<'virConnect'> | null, path: string | null): Pointer<'virStoragePool'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByUUID */
  virStoragePoolLookupByUUID(conn: Pointer<'virConnect'> | null, uuid: Memory | null): Pointer<'virStoragePool'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByUUIDString */
  virStoragePoolLookupByUUIDString(conn: Pointer<'virConnect'> | null, uuidstr: string | null): Pointer<'virStoragePool'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByVolume */
  virStoragePoolLookupByVolume(vol: Pointer<'virStorageVol'> | null): Pointer<'virStoragePool'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolNumOfVolumes */
  virStoragePoolNumOfVolumes(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.6.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolRef */
  virStoragePoolRef(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolRefresh */
  virStoragePoolRefresh(pool: Pointer<'virStoragePool'> | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolSetAutostart */
  virStoragePoolSetAutostart(pool: Pointer<'virStoragePool'> | null, autostart: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolUndefine */
  virStoragePoolUndefine(pool: Pointer<'virStoragePool'> | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateXML */
  virStorageVolCreateXML(pool: Pointer<'virStoragePool'> | null, xmlDesc: string | null, flags: number): Pointer<'virStorageVol'> | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateXMLFrom */
  virStorageVolCreateXMLFrom(pool: Pointer<'virStoragePool'> | null, xmlDesc: string | null, clonevol: Pointer<'virStorageVol'> | null, flags: number): Pointer<'virStorageVol'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDelete */
  virStorageVolDelete(vol: Pointer<'virStorageVol'> | null, flags: number): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownload */
  virStorageVolDownload(vol: Pointer<'virStorageVol'> | null, stream: Pointer<'virStream'> | null, offset: Int64, length: Int64, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolFree */
  virStorageVolFree(vol: Pointer<'virStorageVol'> | null): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetConnect */
  virStorageVolGetConnect(vol: Pointer<'virStorageVol'> | null): Pointer<'virConnect'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetInfo */
  virStorageVolGetInfo(vol: Pointer<'virStorageVol'> | null, info: Memory | null): number;
  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetInfoFlags */
  virStorageVolGetInfoFlags(vol: Pointer<'virStorageVol'> | null, info: Memory | null, flags: number): number;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetKey */
  virStorageVolGetKey(vol: Pointer<'virStorageVol'> | null): string | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetName */
  virStorageVolGetName(vol: Pointer<'virStorageVol'> | null): string | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetPath */
  virStorageVolGetPath(vol: Pointer<'virStorageVol'> | null): string | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetXMLDesc */
  virStorageVolGetXMLDesc(vol: Pointer<'virStorageVol'> | null, flags: number): string | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByKey */
  virStorageVolLookupByKey(conn: Pointer<'virConnect'> | null, key: string | null): Pointer<'virStorageVol'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByName */
  virStorageVolLookupByName(pool: Pointer<'virStoragePool'> | null, name: string | null): Pointer<'virStorageVol'> | null;
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByPath */
  virStorageVolLookupByPath(conn: Pointer<'virConnect'> | null, path: string | null): Pointer<'virStorageVol'> | null;
  /** Since 0.6.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolRef */
  virStorageVolRef(vol: Pointer<'virStorageVol'> | null): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolResize */
  virStorageVolResize(vol: Pointer<'virStorageVol'> | null, capacity: Int64, flags: number): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUpload */
  virStorageVolUpload(vol: Pointer<'virStorageVol'> | null, stream: Pointer<'virStream'> | null, offset: Int64, length: Int64, flags: number): number;
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipe */
  virStorageVolWipe(vol: Pointer<'virStorageVol'> | null, flags: number): number;
  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipePattern */
  virStorageVolWipePattern(vol: Pointer<'virStorageVol'> | null, algorithm: number, flags: number): number;
}

export const storageFunctions = {
  virConnectFindStoragePoolSources: { since: '0.4.5', returns: 'char *', args: [['conn', 'virConnectPtr'], ['type', 'const char *'], ['srcSpec', 'const char *'], ['flags', 'unsigned int']] },
  virConnectGetStoragePoolCapabilities: { since: '5.2.0', returns: 'char *', args: [['conn', 'virConnectPtr'], ['flags', 'unsigned int']] },
  virConnectListAllStoragePools: { since: '0.10.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['pools', 'virStoragePoolPtr **'], ['flags', 'unsigned int']] },
  virConnectListDefinedStoragePools: { since: '0.4.1', returns: 'int', args: [['conn', 'virConnectPtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virConnectListStoragePools: { since: '0.4.1', returns: 'int', args: [['conn', 'virConnectPtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virConnectNumOfDefinedStoragePools: { since: '0.4.1', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectNumOfStoragePools: { since: '0.4.1', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectStoragePoolEventDeregisterAny: { since: '2.0.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['callbackID', 'int']] },
  virConnectStoragePoolEventRegisterAny: { since: '2.0.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['pool', 'virStoragePoolPtr'], ['eventID', 'int'], ['cb', 'virConnectStoragePoolEventGenericCallback'], ['opaque', 'void *'], ['freecb', 'virFreeCallback']] },
  virStoragePoolBuild: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['flags', 'unsigned int']] },
  virStoragePoolCreate: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['flags', 'unsigned int']] },
  virStoragePoolCreateXML: { since: '0.4.1', returns: 'virStoragePoolPtr', args: [['conn', 'virConnectPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virStoragePoolDefineXML: { since: '0.4.1', returns: 'virStoragePoolPtr', args: [['conn', 'virConnectPtr'], ['xml', 'const char *'], ['flags', 'unsigned int']] },
  virStoragePoolDelete: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['flags', 'unsigned int']] },
  virStoragePoolDestroy: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolFree: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolGetAutostart: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['autostart', 'int *']] },
  virStoragePoolGetConnect: { since: '0.4.1', returns: 'virConnectPtr', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolGetInfo: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['info', 'virStoragePoolInfoPtr']] },
  virStoragePoolGetName: { since: '0.4.1', returns: 'const char *', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolGetUUID: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['uuid', 'unsigned char *']] },
  virStoragePoolGetUUIDString: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['buf', 'char *']] },
  virStoragePoolGetXMLDesc: { since: '0.4.1', returns: 'char *', args: [['pool', 'virStoragePoolPtr'], ['flags', 'unsigned int']] },
  virStoragePoolIsActive: { since: '0.7.3', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolIsPersistent: { since: '0.7.3', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolListAllVolumes: { since: '0.10.2', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['vols', 'virStorageVolPtr **'], ['flags', 'unsigned int']] },
  virStoragePoolListVolumes: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virStoragePoolLookupByName: { since: '0.4.1', returns: 'virStoragePoolPtr', args: [['conn', 'virConnectPtr'], ['name', 'const char *']] },
  virStoragePoolLookupByTargetPath: { since: '4.1.0', returns: 'virStoragePoolPtr', args: [['conn', 'virConnectPtr'], ['path', 'const char *']] },
  virStoragePoolLookupByUUID: { since: '0.4.1', returns: 'virStoragePoolPtr', args: [['conn', 'virConnectPtr'], ['uuid', 'const unsigned char *']] },
  virStoragePoolLookupByUUIDString: { since: '0.4.1', returns: 'virStoragePoolPtr', args: [['conn', 'virConnectPtr'], ['uuidstr', 'const char *']] },
  virStoragePoolLookupByVolume: { since: '0.4.1', returns: 'virStoragePoolPtr', args: [['vol', 'virStorageVolPtr']] },
  virStoragePoolNumOfVolumes: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolRef: { since: '0.6.0', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStoragePoolRefresh: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['flags', 'unsigned int']] },
  virStoragePoolSetAutostart: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr'], ['autostart', 'int']] },
  virStoragePoolUndefine: { since: '0.4.1', returns: 'int', args: [['pool', 'virStoragePoolPtr']] },
  virStorageVolCreateXML: { since: '0.4.1', returns: 'virStorageVolPtr', args: [['pool', 'virStoragePoolPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virStorageVolCreateXMLFrom: { since: '0.6.4', returns: 'virStorageVolPtr', args: [['pool', 'virStoragePoolPtr'], ['xmlDesc', 'const char *'], ['clonevol', 'virStorageVolPtr'], ['flags', 'unsigned int']] },
  virStorageVolDelete: { since: '0.4.1', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['flags', 'unsigned int']] },
  virStorageVolDownload: { since: '0.9.0', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['stream', 'virStreamPtr'], ['offset', 'unsigned long long'], ['length', 'unsigned long long'], ['flags', 'unsigned int']] },
  virStorageVolFree: { since: '0.4.1', returns: 'int', args: [['vol', 'virStorageVolPtr']] },
  virStorageVolGetConnect: { since: '0.4.1', returns: 'virConnectPtr', args: [['vol', 'virStorageVolPtr']] },
  virStorageVolGetInfo: { since: '0.4.1', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['info', 'virStorageVolInfoPtr']] },
  virStorageVolGetInfoFlags: { since: '3.0.0', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['info', 'virStorageVolInfoPtr'], ['flags', 'unsigned int']] },
  virStorageVolGetKey: { since: '0.4.1', returns: 'const char *', args: [['vol', 'virStorageVolPtr']] },
  virStorageVolGetName: { since: '0.4.1', returns: 'const char *', args: [['vol', 'virStorageVolPtr']] },
  virStorageVolGetPath: { since: '0.4.1', returns: 'char *', args: [['vol', 'virStorageVolPtr']] },
  virStorageVolGetXMLDesc: { since: '0.4.1', returns: 'char *', args: [['vol', 'virStorageVolPtr'], ['flags', 'unsigned int']] },
  virStorageVolLookupByKey: { since: '0.4.1', returns: 'virStorageVolPtr', args: [['conn', 'virConnectPtr'], ['key', 'const char *']] },
  virStorageVolLookupByName: { since: '0.4.1', returns: 'virStorageVolPtr', args: [['pool', 'virStoragePoolPtr'], ['name', 'const char *']] },
  virStorageVolLookupByPath: { since: '0.4.1', returns: 'virStorageVolPtr', args: [['conn', 'virConnectPtr'], ['path', 'const char *']] },
  virStorageVolRef: { since: '0.6.0', returns: 'int', args: [['vol', 'virStorageVolPtr']] },
  virStorageVolResize: { since: '0.9.10', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['capacity', 'unsigned long long'], ['flags', 'unsigned int']] },
  virStorageVolUpload: { since: '0.9.0', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['stream', 'virStreamPtr'], ['offset', 'unsigned long long'], ['length', 'unsigned long long'], ['flags', 'unsigned int']] },
  virStorageVolWipe: { since: '0.8.0', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['flags', 'unsigned int']] },
  virStorageVolWipePattern: { since: '0.9.10', returns: 'int', args: [['vol', 'virStorageVolPtr'], ['algorithm', 'unsigned int'], ['flags', 'unsigned int']] },
} as const;
