import { callbacks } from '../generated/callbacks.ts';
import { pointees } from '../generated/layouts.ts';
import type { FunctionDescription } from './functions.ts';
import { pointerSize } from './libc.ts';
import { checkedInteger, checkedText, rangesFor } from './numbers.ts';

/** Checks one argument before C sees it, where a wrong one would be cut off silently or end the process. */
export type Guard = (value: unknown) => unknown;

const ranges = rangesFor(pointerSize);

/** True for types that are addresses in C. */
export const isPointerType = (type: string) => type.includes('*') || type in pointees || type in callbacks;

/** The checks for the arguments of a function, in their order. */
export function guardsFor({ name, args }: FunctionDescription): Guard[] {
  return args.map(([arg, type]) => guardFor(`${name}: ${arg}`, arg, type));
}

function guardFor(what: string, name: string, type: string): Guard {
  const range = ranges[type];
  if (range) return (value) => checkedInteger(value, range, what, name);
  if (type === 'double') return (value) => checkedDouble(value, what);
  if (type === 'const char *' && !what.startsWith('virStreamSend:'))
    return (value) => checkedText(value, true, what);
  if (type === 'const char **') return (value) => checkedTexts(value, what);
  return (value) => checkedMemory(value, what);
}

function checkedDouble(value: unknown, what: string): number {
  if (typeof value !== 'number') throw new TypeError(`${what} must be a number; it is ${typeof value}`);
  return value;
}

function checkedTexts(value: unknown, what: string): unknown {
  if (value === null) return null;
  if (!Array.isArray(value)) throw new TypeError(`${what} must be an array of texts`);
  return value.map((text: unknown) => checkedText(text, true, what));
}

/** A number is no address: koffi would take it for one. */
function checkedMemory(value: unknown, what: string): unknown {
  if (
    value === null ||
    typeof value === 'bigint' ||
    ArrayBuffer.isView(value) ||
    value instanceof ArrayBuffer
  ) {
    return value;
  }
  throw new TypeError(`${what} must be an address or a buffer; it is ${typeof value}`);
}
