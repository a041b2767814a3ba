/** What the header of a qcow2 image tells. */
export interface Qcow2Header {
  /** Bytes that a guest sees. */
  readonly capacity: number;
  /** As it stands there: a path, relative or not, or a URL; null: it is built upon nothing. */
  readonly backing: string | null;
  /** Null: it is to be probed. */
  readonly backingFormat: string | null;
}

/** Header extensions (qcow2 specification, docs/interop/qcow2.txt of QEMU). */
const BACKING_FORMAT = 0xe2792aca;
const END = 0;
/** Longer names are not allowed. */
const MAX_NAME = 1023;

/** Reads the header of a qcow2 image from its first bytes; null: it is none, or it is broken. */
export function readQcow2(head: Uint8Array): Qcow2Header | null {
  if (head.byteLength < 72) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const version = view.getUint32(4);
  if (view.getUint32(0) !== 0x514649fb || version < 2 || version > 3) return null;
  const backingOffset = Number(view.getBigUint64(8));
  const backingLength = view.getUint32(16);
  const headerLength = version === 3 && head.byteLength >= 104 ? view.getUint32(100) : 72;
  const capacity = Number(view.getBigUint64(24));
  if (backingOffset === 0) return { capacity, backing: null, backingFormat: null };
  const backing = textAt(head, backingOffset, backingLength);
  if (backing === null) return null;
  return { capacity, backing, backingFormat: extension(view, head, headerLength, backingOffset) };
}

function textAt(head: Uint8Array, offset: number, length: number): string | null {
  if (length === 0 || length > MAX_NAME || offset + length > head.byteLength) return null;
  return Buffer.from(head.subarray(offset, offset + length)).toString('utf8');
}

function extension(view: DataView, head: Uint8Array, start: number, end: number): string | null {
  for (let at = start; at + 8 <= Math.min(end, head.byteLength); ) {
    const type = view.getUint32(at);
    const length = view.getUint32(at + 4);
    if (type === END) return null;
    if (type === BACKING_FORMAT) return textAt(head, at + 8, length);
    at += 8 + Math.ceil(length / 8) * 8;
  }
  return null;
}
