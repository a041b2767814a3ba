// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import { Handle } from '../../binding/handle.ts';
import { invoke } from '../../binding/invoke.ts';
import type { Connect } from '../../typed/connect.ts';
import type { StoragePool } from '../../typed/storage-pool.ts';
import type { Stream } from '../../typed/stream.ts';
import type { StorageVolInfo } from '../structs.ts';

/** Calls on a virStorageVol, by libvirt's names. */
export abstract class StorageVolCalls extends Handle<'virStorageVol'> {
  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStoragePoolLookupByVolume */
  storagePoolLookupByVolume(): StoragePool {
    return invoke('virStoragePoolLookupByVolume', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDelete */
  delete(flags = 0): void {
    invoke('virStorageVolDelete', this, [flags]);
  }

  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolDownload */
  download(stream: Stream, offset: number | bigint, length: number | bigint, flags = 0): void {
    invoke('virStorageVolDownload', this, [stream, offset, length, flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetConnect */
  getConnect(): Connect {
    return invoke('virStorageVolGetConnect', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetInfo */
  getInfo(): StorageVolInfo {
    return invoke('virStorageVolGetInfo', this, []);
  }

  /** Since 3.0.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetInfoFlags */
  getInfoFlags(flags = 0): StorageVolInfo {
    return invoke('virStorageVolGetInfoFlags', this, [flags]);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetKey */
  getKey(): string {
    return invoke('virStorageVolGetKey', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetName */
  getName(): string {
    return invoke('virStorageVolGetName', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetPath */
  getPath(): string {
    return invoke('virStorageVolGetPath', this, []);
  }

  /** Since 0.4.1. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolGetXMLDesc */
  getXMLDesc(flags = 0): string {
    return invoke('virStorageVolGetXMLDesc', this, [flags]);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolResize */
  resize(capacity: number | bigint, flags = 0): void {
    invoke('virStorageVolResize', this, [capacity, flags]);
  }

  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolUpload */
  upload(stream: Stream, offset: number | bigint, length: number | bigint, flags = 0): void {
    invoke('virStorageVolUpload', this, [stream, offset, length, flags]);
  }

  /** Since 0.8.0. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipe */
  wipe(flags = 0): void {
    invoke('virStorageVolWipe', this, [flags]);
  }

  /** Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-storage.html#virStorageVolWipePattern */
  wipePattern(algorithm: number, flags = 0): void {
    invoke('virStorageVolWipePattern', this, [algorithm, flags]);
  }

}
