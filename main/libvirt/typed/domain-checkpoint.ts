import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { DomainCheckpointCalls } from '../generated/calls/domain-checkpoint.ts';

/** A reference to a `virDomainCheckpoint`. */
export class DomainCheckpoint extends DomainCheckpointCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virDomainCheckpoint'>) {
    super('virDomainCheckpoint', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): DomainCheckpoint {
    return new DomainCheckpoint(referenced('virDomainCheckpoint', address));
  }
}

registerClass('virDomainCheckpoint', (address) => new DomainCheckpoint(address));
