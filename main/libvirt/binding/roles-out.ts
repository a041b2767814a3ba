import koffi from 'koffi';
import { type StructName, structs } from '../generated/layouts.ts';
import type { Prepare, Slot } from './frame.ts';
import { whatOf } from './frame.ts';
import { free, pointerAt, pointerSize, pointersIn, textAt } from './libc.ts';
import { native } from './native.ts';
import { checkedInteger, rangesFor } from './numbers.ts';
import { objectFor } from './objects.ts';
import { handleKindOf } from './roles-in.ts';
import { decodeStruct, decodeStructs, layoutOf, toNumber } from './structs.ts';

const ranges = rangesFor(pointerSize);

/** The longest array that a caller may ask for, in bytes: more is a mistake, not a need. */
const mostBytes = 64n * 1024n * 1024n;

/** `virDomainInfoPtr` to `virDomainInfo`. */
export function structOf(type: string): StructName | null {
  const name = type.replace(/Ptr( \*+)?$/, '');
  const exceptions: Readonly<Record<string, StructName>> = {
    virDomainBlockStats: 'virDomainBlockStatsStruct',
    virDomainInterfaceStats: 'virDomainInterfaceStatsStruct',
  };
  return exceptions[name] ?? (isStruct(name) ? name : null);
}

const isStruct = (name: string): name is StructName => Object.hasOwn(structs, name);

/** A number or struct that the call fills, and for structs that can grow their size. */
export function out(slot: Slot): Prepare {
  const struct = structOf(slot.type);
  if (!struct) return outNumber(slot);
  const { size } = layoutOf(struct);
  return (frame) => {
    const bytes = new Uint8Array(size);
    frame.natives[slot.index] = bytes;
    if (slot.companion) frame.natives[slot.companion.index] = size;
    frame.readers.push([slot.name, () => decodeStruct(struct, bytes)]);
  };
}

function outNumber(slot: Slot): Prepare {
  const type = slot.type.replace(/ \*$/, '');
  return (frame) => {
    const bytes = new Uint8Array(8);
    frame.natives[slot.index] = bytes;
    frame.readers.push([slot.name, () => toNumber(koffi.decode(bytes, type))]);
  };
}

export function outBool(slot: Slot): Prepare {
  return (frame) => {
    const bytes = new Int32Array(1);
    frame.natives[slot.index] = bytes;
    frame.readers.push([slot.name, () => bytes[0] !== 0]);
  };
}

/** A place for an address that the call gives, freed by `free` at the end. */
function outPointer(slot: Slot, natives: unknown[]): () => bigint | null {
  const view = new DataView(new ArrayBuffer(8));
  natives[slot.index] = view.buffer;
  return () => pointerAt(view, 0);
}

/** An array of handles, each of which becomes an object that owns it. */
export function list(slot: Slot): Prepare {
  const kind = handleKindOf(slot.type.replace(/ \*+$/, ''));
  if (!kind) throw new Error(`${whatOf(slot)} (${slot.type}) is not a list of handles`);
  return (frame) => {
    const array = outPointer(slot, frame.natives);
    frame.releases.push(() => free(array()));
    frame.readers.push([slot.name, (n) => pointersIn(array(), n).map((address) => objectFor(kind, address))]);
  };
}

const structFrees: Readonly<Record<string, (address: bigint) => void>> = {
  virDomainFSInfo: (address) => native.virDomainFSInfoFree(address),
  virDomainIOThreadInfo: (address) => native.virDomainIOThreadInfoFree(address),
  virDomainInterface: (address) => native.virDomainInterfaceFree(address),
  virNetworkDHCPLease: (address) => native.virNetworkDHCPLeaseFree(address),
};

/** An array of pointers to structs, each freed by its own function. */
export function structList(slot: Slot): Prepare {
  const struct = structOf(slot.type);
  const freeStruct = struct ? structFrees[struct] : undefined;
  if (!struct || !freeStruct) throw new Error(`${whatOf(slot)} (${slot.type}) is not a list of structs`);
  return (frame) => {
    const array = outPointer(slot, frame.natives);
    let items: bigint[] = [];
    frame.releases.push(() => {
      for (const item of items) freeStruct(item);
      free(array());
    });
    frame.readers.push([
      slot.name,
      (n) => {
        items = pointersIn(array(), n);
        return items.map((item) => decodeStruct(struct, item));
      },
    ]);
  };
}

/** An array of structs in one block. */
export function structArray(slot: Slot): Prepare {
  const struct = structOf(slot.type);
  if (!struct) throw new Error(`${whatOf(slot)} (${slot.type}) is not an array of structs`);
  return (frame) => {
    const array = outPointer(slot, frame.natives);
    frame.releases.push(() => free(array()));
    frame.readers.push([slot.name, (n) => decodeStructs(struct, array() ?? 0n, array() === null ? 0 : n)]);
  };
}

/** An allocated array of allocated texts. */
export function stringsOut(slot: Slot): Prepare {
  return (frame) => {
    const array = outPointer(slot, frame.natives);
    let items: bigint[] = [];
    frame.releases.push(() => {
      for (const item of items) free(item);
      free(array());
    });
    frame.readers.push([
      slot.name,
      (n) => {
        items = pointersIn(array(), n);
        return items.map((item) => textAt(item) ?? '');
      },
    ]);
  };
}

/** One allocated text; null where there is none. */
export function textOut(slot: Slot): Prepare {
  return (frame) => {
    const place = outPointer(slot, frame.natives);
    frame.releases.push(() => free(place()));
    frame.readers.push([slot.name, () => textAt(place())]);
  };
}

/** How many elements the caller has room for. */
function capacityOf(slot: Slot, inputs: readonly unknown[], elementSize: number): number {
  const { companion } = slot;
  if (!companion) throw new Error(`${whatOf(slot)} has no capacity in the ownership table`);
  const most = mostBytes / BigInt(elementSize);
  const range = { least: 0n, most: most < (ranges.int?.most ?? 0n) ? most : (ranges.int?.most ?? 0n) };
  return Number(checkedInteger(inputs[companion.input], range, `${whatOf(slot)}: its length`));
}

/** An array of ours that the call fills with allocated texts. */
export function names(slot: Slot): Prepare {
  return (frame) => {
    const capacity = capacityOf(slot, frame.inputs, pointerSize);
    const view = new DataView(new ArrayBuffer(Math.max(1, capacity) * pointerSize));
    let items: bigint[] = [];
    frame.natives[slot.index] = view.buffer;
    if (slot.companion) frame.natives[slot.companion.index] = capacity;
    frame.releases.push(() => {
      for (const item of items) free(item);
    });
    frame.readers.push([
      slot.name,
      (n) => {
        const count = Math.min(n, capacity);
        const found = Array.from({ length: count }, (_, index) => pointerAt(view, index * pointerSize));
        items = found.filter((item) => item !== null);
        return items.map((item) => textAt(item) ?? '');
      },
    ]);
  };
}

/** An array of ours that the call fills with numbers. */
export function intsFill(slot: Slot): Prepare {
  const type = slot.type.replace(/ \*$/, '');
  const wide = type.includes('long');
  return (frame) => {
    const capacity = capacityOf(slot, frame.inputs, wide ? 8 : 4);
    const room = Math.max(1, capacity);
    const array = wide
      ? new BigUint64Array(room)
      : type === 'int'
        ? new Int32Array(room)
        : new Uint32Array(room);
    frame.natives[slot.index] = array;
    if (slot.companion) frame.natives[slot.companion.index] = capacity;
    frame.readers.push([slot.name, (n) => Array.from(array.subarray(0, n), Number)]);
  };
}

/** A buffer of ours that the call fills. */
export function bytesFill(slot: Slot): Prepare {
  return (frame) => {
    const capacity = capacityOf(slot, frame.inputs, 1);
    const bytes = new Uint8Array(Math.max(1, capacity));
    frame.natives[slot.index] = bytes;
    if (slot.companion) frame.natives[slot.companion.index] = capacity;
    frame.readers.push([slot.name, () => bytes.subarray(0, capacity)]);
  };
}

export function uuid(slot: Slot): Prepare {
  return (frame) => {
    const bytes = new Uint8Array(16);
    frame.natives[slot.index] = bytes;
    frame.readers.push([slot.name, () => bytes]);
  };
}

export function uuidText(slot: Slot): Prepare {
  return (frame) => {
    const bytes = Buffer.alloc(37);
    frame.natives[slot.index] = bytes;
    frame.readers.push([slot.name, () => bytes.toString('latin1', 0, 36)]);
  };
}
