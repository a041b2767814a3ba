import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { NetworkCalls } from '../generated/calls/network.ts';

/** A reference to a `virNetwork`. */
export class Network extends NetworkCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virNetwork'>) {
    super('virNetwork', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): Network {
    return new Network(referenced('virNetwork', address));
  }
}

registerClass('virNetwork', (address) => new Network(address));
