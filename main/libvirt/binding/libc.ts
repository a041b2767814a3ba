import koffi from 'koffi';
import type { Memory } from './pointers.ts';

/** Whatever C library this process runs with. */
const libc = koffi.load(null);

/** Copies bytes between memory of C's and buffers of ours. */
export const memcpy: (to: Memory, from: Memory, bytes: number) => bigint = libc.func('memcpy', 'void *', [
  'void *',
  'void *',
  'size_t',
]);

/** Memory that C may free: for results that libvirt frees itself. */
export const malloc: (bytes: number) => bigint | null = libc.func('malloc', 'void *', ['size_t']);

/** Frees what libvirt allocated for us. */
export const free: (address: bigint | null) => void = libc.func('free', 'void', ['void *']);

/** Any C function that does no harm whatever it is called with. */
export const harmless: bigint = libc.symbol('getpid');

export const pointerSize = koffi.sizeof('void *');

/** Reads an address out of a buffer of ours; null for NULL. */
export function pointerAt(buffer: DataView, offset: number): bigint | null {
  const address =
    pointerSize === 8 ? buffer.getBigUint64(offset, true) : BigInt(buffer.getUint32(offset, true));
  return address === 0n ? null : address;
}

/** Copies an array of C's. */
export function copyOf(address: bigint, bytes: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  if (bytes > 0) memcpy(copy, address, bytes);
  return copy;
}

/** The addresses in an array of pointers of C's, up to the first NULL or `count`. */
export function pointersIn(array: bigint | null, count: number): bigint[] {
  if (array === null || count <= 0) return [];
  const view = new DataView(copyOf(array, count * pointerSize).buffer);
  const addresses: bigint[] = [];
  for (let index = 0; index < count; index++) {
    const address = pointerAt(view, index * pointerSize);
    if (address === null) break;
    addresses.push(address);
  }
  return addresses;
}

/** Text that C owns. */
export const textAt = (address: bigint | null): string | null =>
  address === null ? null : koffi.decode.string(address);
