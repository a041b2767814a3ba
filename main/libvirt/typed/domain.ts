import { referenced } from '../binding/handle.ts';
import { registerClass } from '../binding/objects.ts';
import type { Pointer } from '../binding/pointers.ts';
import { DomainProcessors } from './domain-processors.ts';

/** A virtual machine. */
export class Domain extends DomainProcessors {
  /** @param address a reference that becomes this object's own */
  constructor(address: Pointer<'virDomain'>) {
    super('virDomain', address);
  }

  /** Another reference to a domain that another thread holds. */
  static fromAddress(address: bigint): Domain {
    return new Domain(referenced('virDomain', address));
  }
}

registerClass('virDomain', (address) => new Domain(address));
