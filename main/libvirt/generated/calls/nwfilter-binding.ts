// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';

/** Calls on a virNWFilterBinding, by libvirt's names. */
export abstract class NWFilterBindingCalls extends Handle<'virNWFilterBinding'> {
  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingDelete */
  delete(): void {
    invoke('virNWFilterBindingDelete', this, []);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetFilterName */
  getFilterName(): string {
    return invoke('virNWFilterBindingGetFilterName', this, []);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetPortDev */
  getPortDev(): string {
    return invoke('virNWFilterBindingGetPortDev', this, []);
  }

  /** Since 4.5.0. https://libvirt.org/html/libvirt-libvirt-nwfilter.html#virNWFilterBindingGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virNWFilterBindingGetXMLDesc', this, [flags]);
  }

}
