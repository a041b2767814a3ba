// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';

/** Calls on a virNodeDevice, by libvirt's names. */
export abstract class NodeDeviceCalls extends Handle<'virNodeDevice'> {
  /** Since 7.3.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceCreate */
  create(flags = 0): void {
    invoke('virNodeDeviceCreate', this, [flags]);
  }

  /** Since 0.6.3. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDestroy */
  destroy(): void {
    invoke('virNodeDeviceDestroy', this, []);
  }

  /** Since 1.0.5. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDetachFlags */
  detachFlags(driverName: string | null, flags = 0): void {
    invoke('virNodeDeviceDetachFlags', this, [driverName, flags]);
  }

  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceDettach */
  dettach(): void {
    invoke('virNodeDeviceDettach', this, []);
  }

  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetAutostart */
  getAutostart(): boolean {
    return invoke('virNodeDeviceGetAutostart', this, []);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetName */
  getName(): string {
    return invoke('virNodeDeviceGetName', this, []);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetParent */
  getParent(): string | null {
    return invoke('virNodeDeviceGetParent', this, []);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virNodeDeviceGetXMLDesc', this, [flags]);
  }

  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceIsActive */
  isActive(): boolean {
    return invoke('virNodeDeviceIsActive', this, []);
  }

  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceIsPersistent */
  isPersistent(): boolean {
    return invoke('virNodeDeviceIsPersistent', this, []);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceListCaps */
  listCaps(maxnames: number): string[] {
    return invoke('virNodeDeviceListCaps', this, [maxnames]);
  }

  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceNumOfCaps */
  numOfCaps(): number {
    return invoke('virNodeDeviceNumOfCaps', this, []);
  }

  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceReAttach */
  reAttach(): void {
    invoke('virNodeDeviceReAttach', this, []);
  }

  /** Since 0.6.1. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceReset */
  reset(): void {
    invoke('virNodeDeviceReset', this, []);
  }

  /** Since 7.8.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceSetAutostart */
  setAutostart(autostart: boolean): void {
    invoke('virNodeDeviceSetAutostart', this, [autostart]);
  }

  /** Since 7.3.0. https://libvirt.org/html/libvirt-libvirt-nodedev.html#virNodeDeviceUndefine */
  undefine(flags = 0): void {
    invoke('virNodeDeviceUndefine', this, [flags]);
  }

}
