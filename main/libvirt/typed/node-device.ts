import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { NodeDeviceCalls } from '../generated/calls/node-device.ts';

/** A reference to a `virNodeDevice`. */
export class NodeDevice extends NodeDeviceCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virNodeDevice'>) {
    super('virNodeDevice', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): NodeDevice {
    return new NodeDevice(referenced('virNodeDevice', address));
  }
}

registerClass('virNodeDevice', (address) => new NodeDevice(address));
