import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { NWFilterBindingCalls } from '../generated/calls/nwfilter-binding.ts';

/** A reference to a `virNWFilterBinding`. */
export class NWFilterBinding extends NWFilterBindingCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virNWFilterBinding'>) {
    super('virNWFilterBinding', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): NWFilterBinding {
    return new NWFilterBinding(referenced('virNWFilterBinding', address));
  }
}

registerClass('virNWFilterBinding', (address) => new NWFilterBinding(address));
