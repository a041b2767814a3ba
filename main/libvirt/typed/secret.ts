import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { SecretCalls } from '../generated/calls/secret.ts';

/** A reference to a `virSecret`. */
export class Secret extends SecretCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virSecret'>) {
    super('virSecret', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): Secret {
    return new Secret(referenced('virSecret', address));
  }
}

registerClass('virSecret', (address) => new Secret(address));
