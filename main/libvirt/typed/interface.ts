import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { InterfaceCalls } from '../generated/calls/interface.ts';

/** A reference to a `virInterface`. */
export class Interface extends InterfaceCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virInterface'>) {
    super('virInterface', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): Interface {
    return new Interface(referenced('virInterface', address));
  }
}

registerClass('virInterface', (address) => new Interface(address));
