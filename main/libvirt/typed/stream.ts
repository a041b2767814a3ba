import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { StreamCalls } from '../generated/calls/stream.ts';

/** A reference to a `virStream`. */
export class Stream extends StreamCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virStream'>) {
    super('virStream', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): Stream {
    return new Stream(referenced('virStream', address));
  }
}

registerClass('virStream', (address) => new Stream(address));
