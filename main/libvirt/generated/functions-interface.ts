// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Memory, Pointer } from '../binding/pointers.ts';

export interface InterfaceFunctions {
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListAllInterfaces */
  virConnectListAllInterfaces(conn: Pointer<'virConnect'> | null, ifaces: Memory | null, flags: number): number;
  /** Since 0.7.0. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListDefinedInterfaces */
  virConnectListDefinedInterfaces(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectListInterfaces */
  virConnectListInterfaces(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.7.0. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectNumOfDefinedInterfaces */
  virConnectNumOfDefinedInterfaces(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virConnectNumOfInterfaces */
  virConnectNumOfInterfaces(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeBegin */
  virInterfaceChangeBegin(conn: Pointer<'virConnect'> | null, flags: number): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeCommit */
  virInterfaceChangeCommit(conn: Pointer<'virConnect'> | null, flags: number): number;
  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceChangeRollback */
  virInterfaceChangeRollback(conn: Pointer<'virConnect'> | null, flags: number): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceCreate */
  virInterfaceCreate(iface: Pointer<'virInterface'> | null, flags: number): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDefineXML */
  virInterfaceDefineXML(conn: Pointer<'virConnect'> | null, xml: string | null, flags: number): Pointer<'virInterface'> | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDestroy */
  virInterfaceDestroy(iface: Pointer<'virInterface'> | null, flags: number): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceFree */
  virInterfaceFree(iface: Pointer<'virInterface'> | null): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetConnect */
  virInterfaceGetConnect(iface: Pointer<'virInterface'> | null): Pointer<'virConnect'> | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetMACString */
  virInterfaceGetMACString(iface: Pointer<'virInterface'> | null): string | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetName */
  virInterfaceGetName(iface: Pointer<'virInterface'> | null): string | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetXMLDesc */
  virInterfaceGetXMLDesc(iface: Pointer<'virInterface'> | null, flags: number): string | null;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceIsActive */
  virInterfaceIsActive(iface: Pointer<'virInterface'> | null): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceLookupByMACString */
  virInterfaceLookupByMACString(conn: Pointer<'virConnect'> | null, macstr: string | null): Pointer<'virInterface'> | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceLookupByName */
  virInterfaceLookupByName(conn: Pointer<'virConnect'> | null, name: string | null): Pointer<'virInterface'> | null;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceRef */
  virInterfaceRef(iface: Pointer<'virInterface'> | null): number;
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceUndefine */
  virInterfaceUndefine(iface: Pointer<'virInterface'> | null): number;
}

export const interfaceFunctions = {
  virConnectListAllInterfaces: { since: '0.10.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['ifaces', 'virInterfacePtr **'], ['flags', 'unsigned int']] },
  virConnectListDefinedInterfaces: { since: '0.7.0', returns: 'int', args: [['conn', 'virConnectPtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virConnectListInterfaces: { since: '0.6.4', returns: 'int', args: [['conn', 'virConnectPtr'], ['names', 'char ** const'], ['maxnames', 'int']] },
  virConnectNumOfDefinedInterfaces: { since: '0.7.0', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virConnectNumOfInterfaces: { since: '0.6.4', returns: 'int', args: [['conn', 'virConnectPtr']] },
  virInterfaceChangeBegin: { since: '0.9.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['flags', 'unsigned int']] },
  virInterfaceChangeCommit: { since: '0.9.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['flags', 'unsigned int']] },
  virInterfaceChangeRollback: { since: '0.9.2', returns: 'int', args: [['conn', 'virConnectPtr'], ['flags', 'unsigned int']] },
  virInterfaceCreate: { since: '0.6.4', returns: 'int', args: [['iface', 'virInterfacePtr'], ['flags', 'unsigned int']] },
  virInterfaceDefineXML: { since: '0.6.4', returns: 'virInterfacePtr', args: [['conn', 'virConnectPtr'], ['xml', 'const char *'], ['flags', 'unsigned int']] },
  virInterfaceDestroy: { since: '0.6.4', returns: 'int', args: [['iface', 'virInterfacePtr'], ['flags', 'unsigned int']] },
  virInterfaceFree: { since: '0.6.4', returns: 'int', args: [['iface', 'virInterfacePtr']] },
  virInterfaceGetConnect: { since: '0.6.4', returns: 'virConnectPtr', args: [['iface', 'virInterfacePtr']] },
  virInterfaceGetMACString: { since: '0.6.4', returns: 'const char *', args: [['iface', 'virInterfacePtr']] },
  virInterfaceGetName: { since: '0.6.4', returns: 'const char *', args: [['iface', 'virInterfacePtr']] },
  virInterfaceGetXMLDesc: { since: '0.6.4', returns: 'char *', args: [['iface', 'virInterfacePtr'], ['flags', 'unsigned int']] },
  virInterfaceIsActive: { since: '0.7.3', returns: 'int', args: [['iface', 'virInterfacePtr']] },
  virInterfaceLookupByMACString: { since: '0.6.4', returns: 'virInterfacePtr', args: [['conn', 'virConnectPtr'], ['macstr', 'const char *', 'nullable']] },
  virInterfaceLookupByName: { since: '0.6.4', returns: 'virInterfacePtr', args: [['conn', 'virConnectPtr'], ['name', 'const char *']] },
  virInterfaceRef: { since: '0.6.4', returns: 'int', args: [['iface', 'virInterfacePtr']] },
  virInterfaceUndefine: { since: '0.6.4', returns: 'int', args: [['iface', 'virInterfacePtr']] },
} as const;
