import type { StructName } from '../generated/layouts.ts';
import type { Prepare, Slot } from './frame.ts';
import { whatOf } from './frame.ts';
import { pointerAt } from './libc.ts';
import { native } from './native.ts';
import { decodeParams, fieldName, parameterSize, takeParams } from './params.ts';
import { structOf } from './roles-out.ts';
import { decodeStruct, layoutOf } from './structs.ts';

/** No call gives more: a larger count is refused rather than allocated. */
const mostElements = 1_000_000;

/** Typed parameters that libvirt allocates, and their count. */
export function paramsOut(slot: Slot): Prepare {
  return (frame) => {
    const view = new DataView(new ArrayBuffer(8));
    const count = new Int32Array(1);
    frame.natives[slot.index] = view.buffer;
    if (slot.companion) frame.natives[slot.companion.index] = count;
    frame.readers.push([slot.name, () => takeParams(pointerAt(view, 0), count[0] ?? 0)]);
  };
}

/** Typed parameters in an array of ours: one call for their count, another for them. */
export function paramsFill(slot: Slot): Prepare {
  return twoCalls(slot, parameterSize, (bytes, count) => {
    try {
      return decodeParams(bytes, count);
    } finally {
      native.virTypedParamsClear(bytes, count);
    }
  });
}

/** Structs of a name and a number in an array of ours: one call for their count, another for them. */
export function fieldsFill(slot: Slot): Prepare {
  const struct = structOf(slot.type);
  if (!struct) throw new Error(`${whatOf(slot)} (${slot.type}) is not an array of structs`);
  return twoCalls(slot, layoutOf(struct).size, (bytes, count) => decodeFields(struct, bytes, count));
}

function decodeFields(struct: StructName, bytes: Uint8Array, count: number): Record<string, number> {
  const { size } = layoutOf(struct);
  const fields: Record<string, number> = Object.create(null);
  for (let index = 0; index < count; index++) {
    const { value } = decodeStruct(struct, bytes, index * size);
    fields[fieldName(bytes, index * size, size)] = Number(value);
  }
  return fields;
}

function twoCalls(
  slot: Slot,
  elementSize: number,
  decode: (bytes: Uint8Array<ArrayBuffer>, count: number) => unknown,
): Prepare {
  const { index, companion } = slot;
  if (!companion) throw new Error(`${whatOf(slot)} has no count in the ownership table`);
  return (frame) => {
    const count = new Int32Array(1);
    let bytes = new Uint8Array(0);
    frame.natives[index] = null;
    frame.natives[companion.index] = count;
    frame.again = () => {
      const announced = count[0] ?? 0;
      if (announced <= 0) return false;
      if (announced > mostElements) throw new RangeError(`${whatOf(slot)}: ${announced} elements announced`);
      bytes = new Uint8Array(announced * elementSize);
      frame.natives[index] = bytes;
      return true;
    };
    frame.readers.push([
      slot.name,
      () => {
        const filled = Math.max(0, Math.min(count[0] ?? 0, bytes.length / elementSize));
        return decode(bytes, filled);
      },
    ]);
  };
}
