import type { HandleKind } from '../generated/layouts.ts';

declare const kind: unique symbol;

/** The address of one of libvirt's objects. The brand keeps a pool from being passed as a domain. */
export type Pointer<K extends HandleKind = HandleKind> = bigint & { readonly [kind]: K };

/** Memory that C reads or fills during one call: a buffer of ours, an address of C's, or NULL. */
export type Memory = ArrayBufferView | ArrayBuffer | bigint;

/** A 64-bit integer as koffi takes and gives it: a number while it is small, a BigInt beyond 2^53. */
export type Int64 = number | bigint;

/** Address of a C function that stands for a registered JavaScript function. */
export type Callback = bigint;

/** An array of strings, with NULL at its end where C expects that. */
export type Strings = readonly (string | null)[];

/**
 * Says that an address, got from another thread, is that of an object of this kind. Nothing can check it:
 * a wrong address ends the process.
 */
export function isPointer<K extends HandleKind>(address: bigint, _kind: K): address is Pointer<K> {
  return address > 0n;
}
