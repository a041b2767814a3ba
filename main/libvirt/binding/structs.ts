import koffi, { type TypeObject } from 'koffi';
import { type StructName, structs } from '../generated/layouts.ts';
import { copyOf, pointersIn, textAt } from './libc.ts';
import { type CountedField, countedFields } from './structs-counted.ts';

type Field = readonly [name: string, type: string, members?: readonly (readonly [string, string])[]];

const layouts = new Map<string, TypeObject>();

/** The C layout of a struct: koffi computes offsets and sizes as the compiler of this platform does. */
export function layoutOf(name: StructName): TypeObject {
  const known = layouts.get(name);
  if (known) return known;
  const fields: readonly Field[] = structs[name];
  const layout = koffi.struct(Object.fromEntries(fields.map((field) => [field[0], fieldType(field)])));
  layouts.set(name, layout);
  return layout;
}

function fieldType([, type, members]: Field): string | TypeObject {
  if (members) return koffi.union(Object.fromEntries(members.map(([name, text]) => [name, plainType(text)])));
  return plainType(type);
}

function plainType(type: string): string | TypeObject {
  const length = /^char\[(\d+)\]$/.exec(type)?.[1];
  if (length !== undefined) return koffi.array('char', Number(length), 'String');
  return type === 'char *' ? 'str' : type;
}

/**
 * Takes a struct apart into plain values: 64-bit numbers become numbers (the nearest one beyond 2^53),
 * arrays with a count beside them become arrays.
 * @param source the memory of the struct
 * @param offset of the struct within that memory, in bytes
 */
export function decodeStruct(
  name: StructName,
  source: Uint8Array | bigint,
  offset = 0,
): Record<string, unknown> {
  const raw: Record<string, unknown> = koffi.decode(source, offset, layoutOf(name));
  const counted = countedFields[name] ?? {};
  const counters = new Set(Object.values(counted).map((field) => field.count));
  const pointers = pointerFields(name);
  const plain: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(raw)) {
    const array = counted[key];
    if (array) plain[key] = decodeArray(array, value, Number(raw[array.count]));
    else if (!counters.has(key)) plain[key] = pointers.has(key) ? value : toNumber(value);
  }
  return plain;
}

function pointerFields(name: StructName): Set<string> {
  const fields: readonly Field[] = structs[name];
  return new Set(fields.filter(([, type]) => type === 'void *').map(([field]) => field));
}

/** A 64-bit value of koffi's as a number; anything else as it is. */
export const toNumber = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value);

function decodeArray({ elements }: CountedField, address: unknown, count: number): unknown {
  if (elements === 'bytes') return typeof address === 'bigint' ? copyOf(address, count) : new Uint8Array(0);
  if (typeof address !== 'bigint') return [];
  if (elements === 'text') return pointersIn(address, count).map(textAt);
  return decodeStructs(elements, address, count);
}

/** Takes an array of structs apart. */
export function decodeStructs(
  name: StructName,
  source: Uint8Array | bigint,
  count: number,
): Record<string, unknown>[] {
  const { size } = layoutOf(name);
  return Array.from({ length: count }, (_, index) => decodeStruct(name, source, index * size));
}
