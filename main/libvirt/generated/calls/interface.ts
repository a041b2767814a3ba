// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';

/** Calls on a virInterface, by libvirt's names. */
export abstract class InterfaceCalls extends Handle<'virInterface'> {
  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceCreate */
  create(flags = 0): void {
    invoke('virInterfaceCreate', this, [flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceDestroy */
  destroy(flags = 0): void {
    invoke('virInterfaceDestroy', this, [flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetConnect */
  getConnect(): Connect {
    return invoke('virInterfaceGetConnect', this, []);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetMACString */
  getMACString(): string {
    return invoke('virInterfaceGetMACString', this, []);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetName */
  getName(): string {
    return invoke('virInterfaceGetName', this, []);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virInterfaceGetXMLDesc', this, [flags]);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceIsActive */
  isActive(): boolean {
    return invoke('virInterfaceIsActive', this, []);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-interface.html#virInterfaceUndefine */
  undefine(): void {
    invoke('virInterfaceUndefine', this, []);
  }

}
