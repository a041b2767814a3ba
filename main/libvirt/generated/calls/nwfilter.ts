// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';

/** Calls on a virNWFilter, by libvirt's names. */
export abstract class NWFilterCalls extends Handle<'virNWFilter'> {
  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetName */
  getName(): string {
    return invoke('virNWFilterGetName', this, []);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetUUID */
  getUUID(): Uint8Array {
    return invoke('virNWFilterGetUUID', this, []);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetUUIDString */
  getUUIDString(): string {
    return invoke('virNWFilterGetUUIDString', this, []);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virNWFilterGetXMLDesc', this, [flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterUndefine */
  undefine(): void {
    invoke('virNWFilterUndefine', this, []);
  }

}
