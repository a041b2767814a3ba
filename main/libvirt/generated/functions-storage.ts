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

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const storageFunctions = `
virConnectFindStoragePoolSources|0.4.5|char *|conn:virConnectPtr,type:const char *,srcSpec:const char *,flags:unsigned int
virConnectGetStoragePoolCapabilities|5.2.0|char *|conn:virConnectPtr,flags:unsigned int
virConnectListAllStoragePools|0.10.2|int|conn:virConnectPtr,pools:virStoragePoolPtr **,flags:unsigned int
virConnectListDefinedStoragePools|0.4.1|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectListStoragePools|0.4.1|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectNumOfDefinedStoragePools|0.4.1|int|conn:virConnectPtr
virConnectNumOfStoragePools|0.4.1|int|conn:virConnectPtr
virConnectStoragePoolEventDeregisterAny|2.0.0|int|conn:virConnectPtr,callbackID:int
virConnectStoragePoolEventRegisterAny|2.0.0|int|conn:virConnectPtr,pool:virStoragePoolPtr,eventID:int,cb:virConnectStoragePoolEventGenericCallback,opaque:void *,freecb:virFreeCallback
virStoragePoolBuild|0.4.1|int|pool:virStoragePoolPtr,flags:unsigned int
virStoragePoolCreate|0.4.1|int|pool:virStoragePoolPtr,flags:unsigned int
virStoragePoolCreateXML|0.4.1|virStoragePoolPtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virStoragePoolDefineXML|0.4.1|virStoragePoolPtr|conn:virConnectPtr,xml:const char *,flags:unsigned int
virStoragePoolDelete|0.4.1|int|pool:virStoragePoolPtr,flags:unsigned int
virStoragePoolDestroy|0.4.1|int|pool:virStoragePoolPtr
virStoragePoolFree|0.4.1|int|pool:virStoragePoolPtr
virStoragePoolGetAutostart|0.4.1|int|pool:virStoragePoolPtr,autostart:int *
virStoragePoolGetConnect|0.4.1|virConnectPtr|pool:virStoragePoolPtr
virStoragePoolGetInfo|0.4.1|int|pool:virStoragePoolPtr,info:virStoragePoolInfoPtr
virStoragePoolGetName|0.4.1|const char *|pool:virStoragePoolPtr
virStoragePoolGetUUID|0.4.1|int|pool:virStoragePoolPtr,uuid:unsigned char *
virStoragePoolGetUUIDString|0.4.1|int|pool:virStoragePoolPtr,buf:char *
virStoragePoolGetXMLDesc|0.4.1|char *|pool:virStoragePoolPtr,flags:unsigned int
virStoragePoolIsActive|0.7.3|int|pool:virStoragePoolPtr
virStoragePoolIsPersistent|0.7.3|int|pool:virStoragePoolPtr
virStoragePoolListAllVolumes|0.10.2|int|pool:virStoragePoolPtr,vols:virStorageVolPtr **,flags:unsigned int
virStoragePoolListVolumes|0.4.1|int|pool:virStoragePoolPtr,names:char ** const,maxnames:int
virStoragePoolLookupByName|0.4.1|virStoragePoolPtr|conn:virConnectPtr,name:const char *
virStoragePoolLookupByTargetPath|4.1.0|virStoragePoolPtr|conn:virConnectPtr,path:const char *
virStoragePoolLookupByUUID|0.4.1|virStoragePoolPtr|conn:virConnectPtr,uuid:const unsigned char *
virStoragePoolLookupByUUIDString|0.4.1|virStoragePoolPtr|conn:virConnectPtr,uuidstr:const char *
virStoragePoolLookupByVolume|0.4.1|virStoragePoolPtr|vol:virStorageVolPtr
virStoragePoolNumOfVolumes|0.4.1|int|pool:virStoragePoolPtr
virStoragePoolRef|0.6.0|int|pool:virStoragePoolPtr
virStoragePoolRefresh|0.4.1|int|pool:virStoragePoolPtr,flags:unsigned int
virStoragePoolSetAutostart|0.4.1|int|pool:virStoragePoolPtr,autostart:int
virStoragePoolUndefine|0.4.1|int|pool:virStoragePoolPtr
virStorageVolCreateXML|0.4.1|virStorageVolPtr|pool:virStoragePoolPtr,xmlDesc:const char *,flags:unsigned int
virStorageVolCreateXMLFrom|0.6.4|virStorageVolPtr|pool:virStoragePoolPtr,xmlDesc:const char *,clonevol:virStorageVolPtr,flags:unsigned int
virStorageVolDelete|0.4.1|int|vol:virStorageVolPtr,flags:unsigned int
virStorageVolDownload|0.9.0|int|vol:virStorageVolPtr,stream:virStreamPtr,offset:unsigned long long,length:unsigned long long,flags:unsigned int
virStorageVolFree|0.4.1|int|vol:virStorageVolPtr
virStorageVolGetConnect|0.4.1|virConnectPtr|vol:virStorageVolPtr
virStorageVolGetInfo|0.4.1|int|vol:virStorageVolPtr,info:virStorageVolInfoPtr
virStorageVolGetInfoFlags|3.0.0|int|vol:virStorageVolPtr,info:virStorageVolInfoPtr,flags:unsigned int
virStorageVolGetKey|0.4.1|const char *|vol:virStorageVolPtr
virStorageVolGetName|0.4.1|const char *|vol:virStorageVolPtr
virStorageVolGetPath|0.4.1|char *|vol:virStorageVolPtr
virStorageVolGetXMLDesc|0.4.1|char *|vol:virStorageVolPtr,flags:unsigned int
virStorageVolLookupByKey|0.4.1|virStorageVolPtr|conn:virConnectPtr,key:const char *
virStorageVolLookupByName|0.4.1|virStorageVolPtr|pool:virStoragePoolPtr,name:const char *
virStorageVolLookupByPath|0.4.1|virStorageVolPtr|conn:virConnectPtr,path:const char *
virStorageVolRef|0.6.0|int|vol:virStorageVolPtr
virStorageVolResize|0.9.10|int|vol:virStorageVolPtr,capacity:unsigned long long,flags:unsigned int
virStorageVolUpload|0.9.0|int|vol:virStorageVolPtr,stream:virStreamPtr,offset:unsigned long long,length:unsigned long long,flags:unsigned int
virStorageVolWipe|0.8.0|int|vol:virStorageVolPtr,flags:unsigned int
virStorageVolWipePattern|0.9.10|int|vol:virStorageVolPtr,algorithm:unsigned int,flags:unsigned int
`;
