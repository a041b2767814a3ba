import { referenced } from '../binding/handle.ts';
import { native } from '../binding/native.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { DomainCalls } from '../generated/calls/domain.ts';

/** A reference to a `virDomain`. */
export class Domain extends DomainCalls {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virDomain'>) {
    super('virDomain', address);
  }

  /** Another reference to an object that another thread holds. */
  static fromAddress(address: bigint): Domain {
    return new Domain(referenced('virDomain', address));
  }

  /** The number of the running domain; null while it is off. */
  getID(): number | null {
    const id = native.virDomainGetID(this.address);
    return id === noID ? null : id;
  }
}

/** (unsigned int) -1. */
const noID = 0xffff_ffff;

registerClass('virDomain', (address) => new Domain(address));
