import type { HandleKind } from '../generated/layouts.ts';
import { lastError } from './errors.ts';
import { functionOf } from './functions.ts';
import { nativeCall } from './native.ts';
import { isPointer, type Pointer } from './pointers.ts';

const live = new Map<HandleKind, number>();

function count(kind: HandleKind, change: number): void {
  live.set(kind, (live.get(kind) ?? 0) + change);
}

/** How many objects of each kind this thread holds references to: for tests, and to find leaks. */
export function liveHandles(): Readonly<Record<string, number>> {
  return Object.fromEntries([...live].filter(([, n]) => n > 0));
}

/** One reference to one of libvirt's objects, given back by `free`. */
export abstract class Handle<K extends HandleKind = HandleKind> {
  #address: Pointer<K> | null;
  readonly kind: K;

  /** @param address a reference that becomes this object's own */
  constructor(kind: K, address: Pointer<K>) {
    this.kind = kind;
    this.#address = address;
    count(kind, 1);
  }

  /**
   * The address, to share the object with another thread, which makes its own object of it by `fromAddress`
   * while this one still holds its reference.
   * @throws Error once it has been freed
   */
  get address(): Pointer<K> {
    if (this.#address === null) throw new Error(`this ${this.kind} has been freed`);
    return this.#address;
  }

  get isFreed(): boolean {
    return this.#address === null;
  }

  /**
   * Gives the reference back. Freeing twice does nothing.
   * @throws LibvirtError
   */
  free(): void {
    if (this.#address !== null) this.release(`${this.kind}Free`);
  }

  /** Gives the reference back by the C function that does it, and returns what that answers. */
  protected release(name: string): number {
    const address = this.address;
    this.#address = null;
    count(this.kind, -1);
    const result = callWithAddress(name, address);
    if (result < 0) throw lastError(name);
    return result;
  }
}

/** Calls a function whose only argument is a handle. */
export function callWithAddress(name: string, address: bigint): number {
  return Number(nativeCall(functionOf(name).name)(address));
}

/**
 * Takes another reference to an object known by its address.
 * @throws LibvirtError when there is no such object
 */
export function referenced<K extends HandleKind>(kind: K, address: bigint): Pointer<K> {
  if (!isPointer(address, kind)) throw new RangeError(`${address} is not the address of a ${kind}`);
  if (callWithAddress(`${kind}Ref`, address) < 0) throw lastError(`${kind}Ref`);
  return address;
}
