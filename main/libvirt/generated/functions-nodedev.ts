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

export const nodedevFunctions = {
  virConnectListAllNodeDevices: { since: '0.10.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['devices', 'virNodeDevicePtr **'], ['flags', 'unsigned int']] },
  virConnectNodeDeviceEventDeregisterAny: { since: '2.2.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['callbackID', 'int']] },
  virConnectNodeDeviceEventRegisterAny: { since: '2.2.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['dev', 'virNodeDevicePtr'], ['eventID', 'int'], ['cb', 'virConnectNodeDeviceEventGenericCallback'], ['opaque', 'void *'], ['freecb', 'virFreeCallback']] },
  virNodeDeviceCreate: { since: '7.3.0', returns: 'int', args: [['dev', 'virNodeDevicePtr'], ['flags', 'unsigned int']] },
  virNodeDeviceCreateXML: { since: '0.6.3', returns: 'virNodeDevicePtr', args: [['conn', 'virConnectPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virNodeDeviceDefineXML: { since: '7.3.0', returns: 'virNodeDevicePtr', args: [['conn', 'virConnectPtr'], ['xmlDesc', 'const char *'], ['flags', 'unsigned int']] },
  virNodeDeviceDestroy: { since: '0.6.3', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceDetachFlags: { since: '1.0.5', returns: 'int', args: [['dev', 'virNodeDevicePtr'], ['driverName', 'const char *', 'nullable'], ['flags', 'unsigned int']] },
  virNodeDeviceDettach: { since: '0.6.1', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceFree: { since: '0.5.0', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceGetAutostart: { since: '7.8.0', returns: 'int', args: [['dev', 'virNodeDevicePtr'], ['autostart', 'int *']] },
  virNodeDeviceGetName: { since: '0.5.0', returns: 'const char *', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceGetParent: { since: '0.5.0', returns: 'const char *', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceGetXMLDesc: { since: '0.5.0', returns: 'char *', args: [['dev', 'virNodeDevicePtr'], ['flags', 'unsigned int']] },
  virNodeDeviceIsActive: { since: '7.8.0', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceIsPersistent: { since: '7.8.0', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceListCaps: { since: '0.5.0', returns: 'int', args: [['dev', 'virNodeDevicePtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virNodeDeviceLookupByName: { since: '0.5.0', returns: 'virNodeDevicePtr', args: [['conn', 'virConnectPtr'], ['name', 'const char *']] },
  virNodeDeviceLookupSCSIHostByWWN: { since: '1.0.3', returns: 'virNodeDevicePtr', args: [['conn', 'virConnectPtr'], ['wwnn', 'const char *'], ['wwpn', 'const char *'], ['flags', 'unsigned int']] },
  virNodeDeviceNumOfCaps: { since: '0.5.0', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceReAttach: { since: '0.6.1', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceRef: { since: '0.6.0', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceReset: { since: '0.6.1', returns: 'int', args: [['dev', 'virNodeDevicePtr']] },
  virNodeDeviceSetAutostart: { since: '7.8.0', returns: 'int', args: [['dev', 'virNodeDevicePtr'], ['autostart', 'int']] },
  virNodeDeviceUndefine: { since: '7.3.0', returns: 'int', args: [['dev', 'virNodeDevicePtr'], ['flags', 'unsigned int']] },
  virNodeListDevices: { since: '0.5.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['cap', 'const char *'], ['names', 'char ** const'], ['maxnames', 'int'], ['flags', 'unsigned int']] },
  virNodeNumOfDevices: { since: '0.5.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['cap', 'const char *'], ['flags', 'unsigned int']] },
} as const;
