import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { StorageVolCalls } from '../generated/calls/storage-vol.ts';

/** A reference to a `virStorageVol`. */
export class StorageVol extends StorageVolCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virStorageVol'>) {
    super('virStorageVol', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): StorageVol {
    return new StorageVol(referenced('virStorageVol', address));
  }
}

registerClass('virStorageVol', (address) => new StorageVol(address));
