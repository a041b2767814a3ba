// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Memory, Pointer } from '../binding/pointers.ts';

export interface NodedevFunctions {
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectListAllNodeDevices */
  virConnectListAllNodeDevices(conn: Pointer<'virConnect'> | null, devices: Memory | null, flags: number): number;
  /** Since 2.2.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventDeregisterAny */
  virConnectNodeDeviceEventDeregisterAny(conn: Pointer<'virConnect'> | null, callbackID: number): number;
  /** Since 2.2.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virConnectNodeDeviceEventRegisterAny */
  virConnectNodeDeviceEventRegisterAny(conn: Pointer<'virConnect'> | null, dev: Pointer<'virNodeDevice'> | null, eventID: number, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 7.3.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceCreate */
  virNodeDeviceCreate(dev: Pointer<'virNodeDevice'> | null, flags: number): number;
  /** Since 0.6.3. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceCreateXML */
  virNodeDeviceCreateXML(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virNodeDevice'> | null;
  /** Since 7.3.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDefineXML */
  virNodeDeviceDefineXML(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virNodeDevice'> | null;
  /** Since 0.6.3. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDestroy */
  virNodeDeviceDestroy(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 1.0.5. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDetachFlags */
  virNodeDeviceDetachFlags(dev: Pointer<'virNodeDevice'> | null, driverName: string | null, flags: number): number;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDettach */
  virNodeDeviceDettach(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceFree */
  virNodeDeviceFree(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetAutostart */
  virNodeDeviceGetAutostart(dev: Pointer<'virNodeDevice'> | null, autostart: Memory | null): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetName */
  virNodeDeviceGetName(dev: Pointer<'virNodeDevice'> | null): string | null;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetParent */
  virNodeDeviceGetParent(dev: Pointer<'virNodeDevice'> | null): string | null;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetXMLDesc */
  virNodeDeviceGetXMLDesc(dev: Pointer<'virNodeDevice'> | null, flags: number): string | null;
  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceIsActive */
  virNodeDeviceIsActive(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceIsPersistent */
  virNodeDeviceIsPersistent(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceListCaps */
  virNodeDeviceListCaps(dev: Pointer<'virNodeDevice'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceLookupByName */
  virNodeDeviceLookupByName(conn: Pointer<'virConnect'> | null, name: string | null): Pointer<'virNodeDevice'> | null;
  /** Since 1.0.3. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceLookupSCSIHostByWWN */
  virNodeDeviceLookupSCSIHostByWWN(conn: Pointer<'virConnect'> | null, wwnn: string | null, wwpn: string | null, flags: number): Pointer<'virNodeDevice'> | null;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceNumOfCaps */
  virNodeDeviceNumOfCaps(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceReAttach */
  virNodeDeviceReAttach(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 0.6.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceRef */
  virNodeDeviceRef(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceReset */
  virNodeDeviceReset(dev: Pointer<'virNodeDevice'> | null): number;
  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceSetAutostart */
  virNodeDeviceSetAutostart(dev: Pointer<'virNodeDevice'> | null, autostart: number): number;
  /** Since 7.3.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceUndefine */
  virNodeDeviceUndefine(dev: Pointer<'virNodeDevice'> | null, flags: number): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeListDevices */
  virNodeListDevices(conn: Pointer<'virConnect'> | null, cap: string | null, names: Memory | null, maxnames: number, flags: number): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeNumOfDevices */
  virNodeNumOfDevices(conn: Pointer<'virConnect'> | null, cap: string | null, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const nodedevFunctions = `
virConnectListAllNodeDevices|0.10.2|int|conn:virConnectPtr,devices:virNodeDevicePtr **,flags:unsigned int
virConnectNodeDeviceEventDeregisterAny|2.2.0|int|conn:virConnectPtr,callbackID:int
virConnectNodeDeviceEventRegisterAny|2.2.0|int|conn:virConnectPtr,dev:virNodeDevicePtr,eventID:int,cb:virConnectNodeDeviceEventGenericCallback,opaque:void *,freecb:virFreeCallback
virNodeDeviceCreate|7.3.0|int|dev:virNodeDevicePtr,flags:unsigned int
virNodeDeviceCreateXML|0.6.3|virNodeDevicePtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virNodeDeviceDefineXML|7.3.0|virNodeDevicePtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virNodeDeviceDestroy|0.6.3|int|dev:virNodeDevicePtr
virNodeDeviceDetachFlags|1.0.5|int|dev:virNodeDevicePtr,driverName?:const char *,flags:unsigned int
virNodeDeviceDettach|0.6.1|int|dev:virNodeDevicePtr
virNodeDeviceFree|0.5.0|int|dev:virNodeDevicePtr
virNodeDeviceGetAutostart|7.8.0|int|dev:virNodeDevicePtr,autostart:int *
virNodeDeviceGetName|0.5.0|const char *|dev:virNodeDevicePtr
virNodeDeviceGetParent|0.5.0|const char *|dev:virNodeDevicePtr
virNodeDeviceGetXMLDesc|0.5.0|char *|dev:virNodeDevicePtr,flags:unsigned int
virNodeDeviceIsActive|7.8.0|int|dev:virNodeDevicePtr
virNodeDeviceIsPersistent|7.8.0|int|dev:virNodeDevicePtr
virNodeDeviceListCaps|0.5.0|int|dev:virNodeDevicePtr,names:char ** const,maxnames:int
virNodeDeviceLookupByName|0.5.0|virNodeDevicePtr|conn:virConnectPtr,name:const char *
virNodeDeviceLookupSCSIHostByWWN|1.0.3|virNodeDevicePtr|conn:virConnectPtr,wwnn:const char *,wwpn:const char *,flags:unsigned int
virNodeDeviceNumOfCaps|0.5.0|int|dev:virNodeDevicePtr
virNodeDeviceReAttach|0.6.1|int|dev:virNodeDevicePtr
virNodeDeviceRef|0.6.0|int|dev:virNodeDevicePtr
virNodeDeviceReset|0.6.1|int|dev:virNodeDevicePtr
virNodeDeviceSetAutostart|7.8.0|int|dev:virNodeDevicePtr,autostart:int
virNodeDeviceUndefine|7.3.0|int|dev:virNodeDevicePtr,flags:unsigned int
virNodeListDevices|0.5.0|int|conn:virConnectPtr,cap:const char *,names:char ** const,maxnames:int,flags:unsigned int
virNodeNumOfDevices|0.5.0|int|conn:virConnectPtr,cap:const char *,flags:unsigned int
`;
