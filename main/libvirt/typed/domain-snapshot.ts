import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { DomainSnapshotCalls } from '../generated/calls/domain-snapshot.ts';

/** A reference to a `virDomainSnapshot`. */
export class DomainSnapshot extends DomainSnapshotCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virDomainSnapshot'>) {
    super('virDomainSnapshot', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): DomainSnapshot {
    return new DomainSnapshot(referenced('virDomainSnapshot', address));
  }
}

registerClass('virDomainSnapshot', (address) => new DomainSnapshot(address));
