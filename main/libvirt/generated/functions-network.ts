// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Memory, Pointer } from '../binding/pointers.ts';

export interface NetworkFunctions {
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListAllNetworks */
  virConnectListAllNetworks(conn: Pointer<'virConnect'> | null, nets: Memory | null, flags: number): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListDefinedNetworks */
  virConnectListDefinedNetworks(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectListNetworks */
  virConnectListNetworks(conn: Pointer<'virConnect'> | null, names: Memory | null, maxnames: number): number;
  /** Since 1.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventDeregisterAny */
  virConnectNetworkEventDeregisterAny(conn: Pointer<'virConnect'> | null, callbackID: number): number;
  /** Since 1.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNetworkEventRegisterAny */
  virConnectNetworkEventRegisterAny(conn: Pointer<'virConnect'> | null, net: Pointer<'virNetwork'> | null, eventID: number, cb: Callback | null, opaque: Memory | null, freecb: Callback | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNumOfDefinedNetworks */
  virConnectNumOfDefinedNetworks(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virConnectNumOfNetworks */
  virConnectNumOfNetworks(conn: Pointer<'virConnect'> | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreate */
  virNetworkCreate(network: Pointer<'virNetwork'> | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateXML */
  virNetworkCreateXML(conn: Pointer<'virConnect'> | null, xmlDesc: string | null): Pointer<'virNetwork'> | null;
  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreateXMLFlags */
  virNetworkCreateXMLFlags(conn: Pointer<'virConnect'> | null, xmlDesc: string | null, flags: number): Pointer<'virNetwork'> | null;
  /** Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDHCPLeaseFree */
  virNetworkDHCPLeaseFree(lease: Memory | null): void;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineXML */
  virNetworkDefineXML(conn: Pointer<'virConnect'> | null, xml: string | null): Pointer<'virNetwork'> | null;
  /** Since 7.7.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDefineXMLFlags */
  virNetworkDefineXMLFlags(conn: Pointer<'virConnect'> | null, xml: string | null, flags: number): Pointer<'virNetwork'> | null;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDestroy */
  virNetworkDestroy(network: Pointer<'virNetwork'> | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkFree */
  virNetworkFree(network: Pointer<'virNetwork'> | null): number;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetAutostart */
  virNetworkGetAutostart(network: Pointer<'virNetwork'> | null, autostart: Memory | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetBridgeName */
  virNetworkGetBridgeName(network: Pointer<'virNetwork'> | null): string | null;
  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetConnect */
  virNetworkGetConnect(net: Pointer<'virNetwork'> | null): Pointer<'virConnect'> | null;
  /** Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetDHCPLeases */
  virNetworkGetDHCPLeases(network: Pointer<'virNetwork'> | null, mac: string | null, leases: Memory | null, flags: number): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetName */
  virNetworkGetName(network: Pointer<'virNetwork'> | null): string | null;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetUUID */
  virNetworkGetUUID(network: Pointer<'virNetwork'> | null, uuid: Memory | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetUUIDString */
  virNetworkGetUUIDString(network: Pointer<'virNetwork'> | null, buf: Memory | null): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetXMLDesc */
  virNetworkGetXMLDesc(network: Pointer<'virNetwork'> | null, flags: number): string | null;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkIsActive */
  virNetworkIsActive(net: Pointer<'virNetwork'> | null): number;
  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkIsPersistent */
  virNetworkIsPersistent(net: Pointer<'virNetwork'> | null): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkListAllPorts */
  virNetworkListAllPorts(network: Pointer<'virNetwork'> | null, ports: Memory | null, flags: number): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByName */
  virNetworkLookupByName(conn: Pointer<'virConnect'> | null, name: string | null): Pointer<'virNetwork'> | null;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByUUID */
  virNetworkLookupByUUID(conn: Pointer<'virConnect'> | null, uuid: Memory | null): Pointer<'virNetwork'> | null;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkLookupByUUIDString */
  virNetworkLookupByUUIDString(conn: Pointer<'virConnect'> | null, uuidstr: string | null): Pointer<'virNetwork'> | null;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortCreateXML */
  virNetworkPortCreateXML(net: Pointer<'virNetwork'> | null, xmldesc: string | null, flags: number): Pointer<'virNetworkPort'> | null;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortDelete */
  virNetworkPortDelete(port: Pointer<'virNetworkPort'> | null, flags: number): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortFree */
  virNetworkPortFree(port: Pointer<'virNetworkPort'> | null): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetNetwork */
  virNetworkPortGetNetwork(port: Pointer<'virNetworkPort'> | null): Pointer<'virNetwork'> | null;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetParameters */
  virNetworkPortGetParameters(port: Pointer<'virNetworkPort'> | null, params: Memory | null, nparams: Memory | null, flags: number): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetUUID */
  virNetworkPortGetUUID(port: Pointer<'virNetworkPort'> | null, uuid: Memory | null): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetUUIDString */
  virNetworkPortGetUUIDString(port: Pointer<'virNetworkPort'> | null, buf: Memory | null): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortGetXMLDesc */
  virNetworkPortGetXMLDesc(port: Pointer<'virNetworkPort'> | null, flags: number): string | null;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortLookupByUUID */
  virNetworkPortLookupByUUID(net: Pointer<'virNetwork'> | null, uuid: Memory | null): Pointer<'virNetworkPort'> | null;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortLookupByUUIDString */
  virNetworkPortLookupByUUIDString(net: Pointer<'virNetwork'> | null, uuidstr: string | null): Pointer<'virNetworkPort'> | null;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortRef */
  virNetworkPortRef(port: Pointer<'virNetworkPort'> | null): number;
  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortSetParameters */
  virNetworkPortSetParameters(port: Pointer<'virNetworkPort'> | null, params: Memory | null, nparams: number, flags: number): number;
  /** Since 0.6.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkRef */
  virNetworkRef(network: Pointer<'virNetwork'> | null): number;
  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkSetAutostart */
  virNetworkSetAutostart(network: Pointer<'virNetwork'> | null, autostart: number): number;
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUndefine */
  virNetworkUndefine(network: Pointer<'virNetwork'> | null): number;
  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUpdate */
  virNetworkUpdate(network: Pointer<'virNetwork'> | null, command: number, section: number, parentIndex: number, xml: string | null, flags: number): number;
}

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const networkFunctions = `
virConnectListAllNetworks|0.10.2|int|conn:virConnectPtr,nets:virNetworkPtr **,flags:unsigned int
virConnectListDefinedNetworks|0.2.0|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectListNetworks|0.2.0|int|conn:virConnectPtr,names:char ** const,maxnames:int
virConnectNetworkEventDeregisterAny|1.2.1|int|conn:virConnectPtr,callbackID:int
virConnectNetworkEventRegisterAny|1.2.1|int|conn:virConnectPtr,net:virNetworkPtr,eventID:int,cb:virConnectNetworkEventGenericCallback,opaque:void *,freecb:virFreeCallback
virConnectNumOfDefinedNetworks|0.2.0|int|conn:virConnectPtr
virConnectNumOfNetworks|0.2.0|int|conn:virConnectPtr
virNetworkCreate|0.2.0|int|network:virNetworkPtr
virNetworkCreateXML|0.2.0|virNetworkPtr|conn:virConnectPtr,xmlDesc:const char *
virNetworkCreateXMLFlags|7.8.0|virNetworkPtr|conn:virConnectPtr,xmlDesc:const char *,flags:unsigned int
virNetworkDHCPLeaseFree|1.2.6|void|lease:virNetworkDHCPLeasePtr
virNetworkDefineXML|0.2.0|virNetworkPtr|conn:virConnectPtr,xml:const char *
virNetworkDefineXMLFlags|7.7.0|virNetworkPtr|conn:virConnectPtr,xml:const char *,flags:unsigned int
virNetworkDestroy|0.2.0|int|network:virNetworkPtr
virNetworkFree|0.2.0|int|network:virNetworkPtr
virNetworkGetAutostart|0.2.1|int|network:virNetworkPtr,autostart:int *
virNetworkGetBridgeName|0.2.0|char *|network:virNetworkPtr
virNetworkGetConnect|0.3.0|virConnectPtr|net:virNetworkPtr
virNetworkGetDHCPLeases|1.2.6|int|network:virNetworkPtr,mac?:const char *,leases:virNetworkDHCPLeasePtr **,flags:unsigned int
virNetworkGetName|0.2.0|const char *|network:virNetworkPtr
virNetworkGetUUID|0.2.0|int|network:virNetworkPtr,uuid:unsigned char *
virNetworkGetUUIDString|0.2.0|int|network:virNetworkPtr,buf:char *
virNetworkGetXMLDesc|0.2.0|char *|network:virNetworkPtr,flags:unsigned int
virNetworkIsActive|0.7.3|int|net:virNetworkPtr
virNetworkIsPersistent|0.7.3|int|net:virNetworkPtr
virNetworkListAllPorts|5.5.0|int|network:virNetworkPtr,ports:virNetworkPortPtr **,flags:unsigned int
virNetworkLookupByName|0.2.0|virNetworkPtr|conn:virConnectPtr,name:const char *
virNetworkLookupByUUID|0.2.0|virNetworkPtr|conn:virConnectPtr,uuid:const unsigned char *
virNetworkLookupByUUIDString|0.2.0|virNetworkPtr|conn:virConnectPtr,uuidstr:const char *
virNetworkPortCreateXML|5.5.0|virNetworkPortPtr|net:virNetworkPtr,xmldesc:const char *,flags:unsigned int
virNetworkPortDelete|5.5.0|int|port:virNetworkPortPtr,flags:unsigned int
virNetworkPortFree|5.5.0|int|port:virNetworkPortPtr
virNetworkPortGetNetwork|5.5.0|virNetworkPtr|port:virNetworkPortPtr
virNetworkPortGetParameters|5.5.0|int|port:virNetworkPortPtr,params:virTypedParameterPtr *,nparams:int *,flags:unsigned int
virNetworkPortGetUUID|5.5.0|int|port:virNetworkPortPtr,uuid:unsigned char *
virNetworkPortGetUUIDString|5.5.0|int|port:virNetworkPortPtr,buf:char *
virNetworkPortGetXMLDesc|5.5.0|char *|port:virNetworkPortPtr,flags:unsigned int
virNetworkPortLookupByUUID|5.5.0|virNetworkPortPtr|net:virNetworkPtr,uuid:const unsigned char *
virNetworkPortLookupByUUIDString|5.5.0|virNetworkPortPtr|net:virNetworkPtr,uuidstr:const char *
virNetworkPortRef|5.5.0|int|port:virNetworkPortPtr
virNetworkPortSetParameters|5.5.0|int|port:virNetworkPortPtr,params:virTypedParameterPtr,nparams:int,flags:unsigned int
virNetworkRef|0.6.0|int|network:virNetworkPtr
virNetworkSetAutostart|0.2.1|int|network:virNetworkPtr,autostart:int
virNetworkUndefine|0.2.0|int|network:virNetworkPtr
virNetworkUpdate|0.10.2|int|network:virNetworkPtr,command:unsigned int,section:unsigned int,parentIndex:int,xml:const char *,flags:unsigned int
`;
