import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { StoragePoolCalls } from '../generated/calls/storage-pool.ts';

/** A reference to a `virStoragePool`. */
export class StoragePool extends StoragePoolCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virStoragePool'>) {
    super('virStoragePool', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): StoragePool {
    return new StoragePool(referenced('virStoragePool', address));
  }
}

registerClass('virStoragePool', (address) => new StoragePool(address));
