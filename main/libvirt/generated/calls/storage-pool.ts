// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';
import type { StorageVol } from '../../typed/storage-vol.ts';
import type { StoragePoolInfo } from '../structs.ts';

/** Calls on a virStoragePool, by libvirt's names. */
export abstract class StoragePoolCalls extends Handle<'virStoragePool'> {
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolBuild */
  build(flags = 0): void {
    invoke('virStoragePoolBuild', this, [flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolCreate */
  create(flags = 0): void {
    invoke('virStoragePoolCreate', this, [flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDelete */
  delete(flags = 0): void {
    invoke('virStoragePoolDelete', this, [flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolDestroy */
  destroy(): void {
    invoke('virStoragePoolDestroy', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetAutostart */
  getAutostart(): boolean {
    return invoke('virStoragePoolGetAutostart', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetConnect */
  getConnect(): Connect {
    return invoke('virStoragePoolGetConnect', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetInfo */
  getInfo(): StoragePoolInfo {
    return invoke('virStoragePoolGetInfo', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetName */
  getName(): string {
    return invoke('virStoragePoolGetName', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetUUID */
  getUUID(): Uint8Array {
    return invoke('virStoragePoolGetUUID', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetUUIDString */
  getUUIDString(): string {
    return invoke('virStoragePoolGetUUIDString', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virStoragePoolGetXMLDesc', this, [flags]);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolIsActive */
  isActive(): boolean {
    return invoke('virStoragePoolIsActive', this, []);
  }

  /** Since 0.7.3. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolIsPersistent */
  isPersistent(): boolean {
    return invoke('virStoragePoolIsPersistent', this, []);
  }

  /** Since 0.10.2. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolListAllVolumes */
  listAllVolumes(flags = 0): StorageVol[] {
    return invoke('virStoragePoolListAllVolumes', this, [flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolListVolumes */
  listVolumes(maxnames: number): string[] {
    return invoke('virStoragePoolListVolumes', this, [maxnames]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolNumOfVolumes */
  numOfVolumes(): number {
    return invoke('virStoragePoolNumOfVolumes', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolRefresh */
  refresh(flags = 0): void {
    invoke('virStoragePoolRefresh', this, [flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolSetAutostart */
  setAutostart(autostart: boolean): void {
    invoke('virStoragePoolSetAutostart', this, [autostart]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolUndefine */
  undefine(): void {
    invoke('virStoragePoolUndefine', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateXML */
  storageVolCreateXML(xmlDesc: string, flags = 0): StorageVol {
    return invoke('virStorageVolCreateXML', this, [xmlDesc, flags]);
  }

  /** Since 0.6.4. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolCreateXMLFrom */
  storageVolCreateXMLFrom(xmlDesc: string, clonevol: StorageVol, flags = 0): StorageVol {
    return invoke('virStorageVolCreateXMLFrom', this, [xmlDesc, clonevol, flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolLookupByName */
  storageVolLookupByName(name: string): StorageVol {
    return invoke('virStorageVolLookupByName', this, [name]);
  }

}
