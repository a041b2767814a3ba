import type { HandleKind } from '../generated/layouts.ts';
import type { Handle } from './handle.ts';
import { isPointer, type Pointer } from './pointers.ts';

type Maker = (address: Pointer) => Handle;

const makers = new Map<HandleKind, Maker>();

/** Says which class stands for a kind of handle. The typed layer does so when it is loaded. */
export function registerClass<K extends HandleKind>(kind: K, make: (address: Pointer<K>) => Handle<K>): void {
  makers.set(kind, (address) => {
    if (!isPointer(address, kind)) throw new RangeError(`${address} is not the address of a ${kind}`);
    return make(address);
  });
}

/** Makes the object for a handle; the reference becomes the object's. */
export function objectFor(kind: HandleKind, address: bigint): Handle {
  const make = makers.get(kind);
  if (!make) throw new Error(`no class is registered for ${kind}: import main/libvirt/typed/index.ts`);
  if (!isPointer(address, kind)) throw new RangeError(`${address} is not the address of a ${kind}`);
  return make(address);
}
