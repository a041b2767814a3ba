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

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const interfaceFunctions = `
virConnectListAllInterfaces|0.10.2|int|conn:virConnectPtr,ifaces:virInterfacePtr **,flags:unsigned int
virConnectListDefinedInterfaces|0.7.0|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectListInterfaces|0.6.4|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectNumOfDefinedInterfaces|0.7.0|int|conn:virConnectPtr
virConnectNumOfInterfaces|0.6.4|int|conn:virConnectPtr
virInterfaceChangeBegin|0.9.2|int|conn:virConnectPtr,flags:unsigned int
virInterfaceChangeCommit|0.9.2|int|conn:virConnectPtr,flags:unsigned int
virInterfaceChangeRollback|0.9.2|int|conn:virConnectPtr,flags:unsigned int
virInterfaceCreate|0.6.4|int|iface:virInterfacePtr,flags:unsigned int
virInterfaceDefineXML|0.6.4|virInterfacePtr|conn:virConnectPtr,xml:const char *,flags:unsigned int
virInterfaceDestroy|0.6.4|int|iface:virInterfacePtr,flags:unsigned int
virInterfaceFree|0.6.4|int|iface:virInterfacePtr
virInterfaceGetConnect|0.6.4|virConnectPtr|iface:virInterfacePtr
virInterfaceGetMACString|0.6.4|const char *|iface:virInterfacePtr
virInterfaceGetName|0.6.4|const char *|iface:virInterfacePtr
virInterfaceGetXMLDesc|0.6.4|char *|iface:virInterfacePtr,flags:unsigned int
virInterfaceIsActive|0.7.3|int|iface:virInterfacePtr
virInterfaceLookupByMACString|0.6.4|virInterfacePtr|conn:virConnectPtr,macstr?:const char *
virInterfaceLookupByName|0.6.4|virInterfacePtr|conn:virConnectPtr,name:const char *
virInterfaceRef|0.6.4|int|iface:virInterfacePtr
virInterfaceUndefine|0.6.4|int|iface:virInterfacePtr
`;
