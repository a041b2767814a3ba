import { type HandleKind, handleKinds } from '../generated/layouts.ts';
import type { Prepare, Slot } from './frame.ts';
import { whatOf } from './frame.ts';
import { Handle } from './handle.ts';
import { pointerSize } from './libc.ts';
import { checkedInteger, checkedText, rangesFor } from './numbers.ts';
import { buildParams, type TypedParamsInput } from './params.ts';

const ranges = rangesFor(pointerSize);

/** A number, text or handle. */
export function plainInput(slot: Slot): Prepare {
  const { index, input, nullable, type } = slot;
  const what = whatOf(slot);
  if (type in ranges || type === 'double') {
    // the native function checks the range
    return (frame) => {
      frame.natives[index] = frame.inputs[input];
    };
  }
  if (type === 'const char *') {
    return (frame) => {
      frame.natives[index] = checkedText(frame.inputs[input], nullable, what);
    };
  }
  const kind = handleKindOf(type);
  if (!kind) throw new Error(`${what} (${type}) needs a role in the ownership table`);
  return (frame) => {
    frame.natives[index] = checkedHandle(frame.inputs[input], kind, what).address;
  };
}

/** `virDomainPtr` to `virDomain`, for handles only. */
export function handleKindOf(type: string): HandleKind | null {
  return handleKinds.find((kind) => type === `${kind}Ptr`) ?? null;
}

function checkedHandle(value: unknown, kind: HandleKind, what: string): Handle {
  if (value instanceof Handle && value.kind === kind) return value;
  throw new TypeError(`${what} must be a ${kind}`);
}

/** An int that is a truth value. */
export function boolInput({ index, input, ...slot }: Slot): Prepare {
  return (frame) => {
    const value = frame.inputs[input];
    if (typeof value !== 'boolean') throw new TypeError(`${slot.call}: ${slot.name} must be true or false`);
    frame.natives[index] = value ? 1 : 0;
  };
}

/** Typed parameters and, behind them, their count. */
export function paramsInput(slot: Slot): Prepare {
  const { index, input, call, nullable } = slot;
  return (frame) => {
    const value = frame.inputs[input];
    if (!isParams(value)) {
      if (value !== null || !nullable) throw new TypeError(`${whatOf(slot)} must be an object of parameters`);
      frame.natives[index] = null;
      frame.natives[index + 1] = 0;
      return;
    }
    const params = buildParams(value, call);
    frame.releases.push(() => params.free());
    frame.natives[index] = params.address;
    frame.natives[index + 1] = params.count;
  };
}

const isParams = (value: unknown): value is TypedParamsInput =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Texts, with a NULL at their end, and their number. */
export function stringsInput(slot: Slot): Prepare {
  return (frame) => {
    const list = checkedList(frame.inputs[slot.input], slot);
    const texts = list?.map((text) => checkedText(text, false, whatOf(slot)));
    frame.natives[slot.index] = texts ? [...texts, null] : null;
    if (slot.companion) frame.natives[slot.companion.index] = list?.length ?? 0;
  };
}

function checkedList(value: unknown, slot: Slot): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (value === null && slot.nullable) return null;
  throw new TypeError(`${whatOf(slot)} must be an array`);
}

/** Numbers in an array of the width that C expects, and their number. */
export function intsInput(slot: Slot): Prepare {
  const element = slot.type.replace(/ \*$/, '');
  const range = ranges[element];
  if (!range) throw new Error(`${whatOf(slot)} (${slot.type}) is not an array of numbers`);
  return (frame) => {
    const list = checkedList(frame.inputs[slot.input], slot) ?? [];
    const numbers = list.map((value) => checkedInteger(value, range, whatOf(slot)));
    frame.natives[slot.index] = element.includes('long')
      ? BigUint64Array.from(numbers, (value) => BigInt.asUintN(64, BigInt(value)))
      : Uint32Array.from(numbers, (value) => Number(value) >>> 0);
    if (slot.companion) frame.natives[slot.companion.index] = numbers.length;
  };
}

/** Bytes, and their number; 16 of them where they are a UUID. */
export function bytesInput(slot: Slot): Prepare {
  return (frame) => {
    const value = frame.inputs[slot.input];
    if (!(value instanceof Uint8Array)) throw new TypeError(`${whatOf(slot)} must be a Uint8Array`);
    if (slot.companion) frame.natives[slot.companion.index] = value.length;
    else if (value.length !== 16) throw new RangeError(`${whatOf(slot)} must be the 16 bytes of a UUID`);
    frame.natives[slot.index] = value;
  };
}
