import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { NetworkPortCalls } from '../generated/calls/network-port.ts';

/** A reference to a `virNetworkPort`. */
export class NetworkPort extends NetworkPortCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virNetworkPort'>) {
    super('virNetworkPort', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): NetworkPort {
    return new NetworkPort(referenced('virNetworkPort', address));
  }
}

registerClass('virNetworkPort', (address) => new NetworkPort(address));
