import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { NWFilterCalls } from '../generated/calls/nwfilter.ts';

/** A reference to a `virNWFilter`. */
export class NWFilter extends NWFilterCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virNWFilter'>) {
    super('virNWFilter', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): NWFilter {
    return new NWFilter(referenced('virNWFilter', address));
  }
}

registerClass('virNWFilter', (address) => new NWFilter(address));
