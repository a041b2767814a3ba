// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';
import type { NetworkPort } from '../../typed/network-port.ts';
import type { NetworkDHCPLease } from '../structs.ts';

/** Calls on a virNetwork, by libvirt's names. */
export abstract class NetworkCalls extends Handle<'virNetwork'> {
  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkCreate */
  create(): void {
    invoke('virNetworkCreate', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkDestroy */
  destroy(): void {
    invoke('virNetworkDestroy', this, []);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetAutostart */
  getAutostart(): boolean {
    return invoke('virNetworkGetAutostart', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetBridgeName */
  getBridgeName(): string {
    return invoke('virNetworkGetBridgeName', this, []);
  }

  /** Since 0.3.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetConnect */
  getConnect(): Connect {
    return invoke('virNetworkGetConnect', this, []);
  }

  /** Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetDHCPLeases */
  getDHCPLeases(mac: string | null, flags = 0): NetworkDHCPLease[] {
    return invoke('virNetworkGetDHCPLeases', this, [mac, flags]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetName */
  getName(): string {
    return invoke('virNetworkGetName', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetUUID */
  getUUID(): Uint8Array {
    return invoke('virNetworkGetUUID', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetUUIDString */
  getUUIDString(): string {
    return invoke('virNetworkGetUUIDString', this, []);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virNetworkGetXMLDesc', this, [flags]);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkIsActive */
  isActive(): boolean {
    return invoke('virNetworkIsActive', this, []);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkIsPersistent */
  isPersistent(): boolean {
    return invoke('virNetworkIsPersistent', this, []);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkListAllPorts */
  listAllPorts(flags = 0): NetworkPort[] {
    return invoke('virNetworkListAllPorts', this, [flags]);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortCreateXML */
  portCreateXML(xmldesc: string, flags = 0): NetworkPort {
    return invoke('virNetworkPortCreateXML', this, [xmldesc, flags]);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortLookupByUUID */
  portLookupByUUID(uuid: Uint8Array): NetworkPort {
    return invoke('virNetworkPortLookupByUUID', this, [uuid]);
  }

  /** Since 5.5.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkPortLookupByUUIDString */
  portLookupByUUIDString(uuidstr: string): NetworkPort {
    return invoke('virNetworkPortLookupByUUIDString', this, [uuidstr]);
  }

  /** Since 0.2.1. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkSetAutostart */
  setAutostart(autostart: boolean): void {
    invoke('virNetworkSetAutostart', this, [autostart]);
  }

  /** Since 0.2.0. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUndefine */
  undefine(): void {
    invoke('virNetworkUndefine', this, []);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-network.html#virNetworkUpdate */
  update(command: number, section: number, parentIndex: number, xml: string, flags = 0): void {
    invoke('virNetworkUpdate', this, [command, section, parentIndex, xml, flags]);
  }

}
