import { virTypedParameterType } from '../generated/enums-common.ts';
import { lastError } from './errors.ts';
import { copyOf, pointerAt, pointerSize, textAt } from './libc.ts';
import { native } from './native.ts';
import { checkedInteger, checkedText, rangesFor } from './numbers.ts';
import { type NumberType, parameterTypes } from './param-types.ts';
import { layoutOf } from './structs.ts';

/** The value of a typed parameter. Integers are exact: a BigInt where a number would not be. */
export type TypedValue = number | bigint | string | boolean;

/** Typed parameters by name, without a prototype: the names come from elsewhere. */
export type TypedParams = Record<string, TypedValue>;

/** A number whose C type is not in the table of known parameters. */
export interface TypedNumber {
  type: NumberType;
  value: number | bigint;
}

/** Parameters to set. A list of texts is given as several parameters of the same name. */
export type TypedParamsInput = Readonly<
  Record<string, number | bigint | string | boolean | readonly string[] | TypedNumber>
>;

const layout = layoutOf('virTypedParameter');
/** Size of one parameter in C, in bytes. */
export const parameterSize = layout.size;
/** Where the type and the value are. */
export const typeOffset = layout.members?.type?.offset ?? 80;
export const valueOffset = layout.members?.value?.offset ?? 88;

const ranges = rangesFor(pointerSize);
const integerRanges = {
  int: ranges.int,
  uint: ranges['unsigned int'],
  llong: ranges['long long'],
  ullong: ranges['unsigned long long'],
} as const;

/** Reads parameters out of a copy of libvirt's array; texts are still libvirt's. */
export function decodeParams(bytes: Uint8Array<ArrayBuffer>, count: number): TypedParams {
  const params: TypedParams = Object.create(null);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let index = 0; index < count; index++) {
    const start = index * parameterSize;
    if (view.getInt32(start + typeOffset, true) === unset) continue;
    params[fieldName(bytes, start, typeOffset)] = decodeValue(view, start);
  }
  return params;
}

/** The type of a parameter that the call did not fill. */
const unset = 0;

const utf8 = new TextDecoder();

/** Text in an array of a fixed size, up to its NUL. */
export function fieldName(bytes: Uint8Array, start: number, length: number): string {
  const end = bytes.indexOf(0, start);
  return utf8.decode(bytes.subarray(start, end < 0 || end > start + length ? start + length : end));
}

function decodeValue(view: DataView, start: number): TypedValue {
  const at = start + valueOffset;
  switch (view.getInt32(start + typeOffset, true)) {
    case virTypedParameterType.VIR_TYPED_PARAM_INT:
      return view.getInt32(at, true);
    case virTypedParameterType.VIR_TYPED_PARAM_UINT:
      return view.getUint32(at, true);
    case virTypedParameterType.VIR_TYPED_PARAM_LLONG:
      return exact(view.getBigInt64(at, true));
    case virTypedParameterType.VIR_TYPED_PARAM_ULLONG:
      return exact(view.getBigUint64(at, true));
    case virTypedParameterType.VIR_TYPED_PARAM_DOUBLE:
      return view.getFloat64(at, true);
    case virTypedParameterType.VIR_TYPED_PARAM_BOOLEAN:
      return view.getInt8(at) !== 0;
    default:
      return textAt(pointerAt(view, at)) ?? '';
  }
}

const exact = (value: bigint): number | bigint => {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
};

/** Reads an array that libvirt allocated, and frees it. */
export function takeParams(address: bigint | null, count: number): TypedParams {
  if (address === null) return Object.create(null);
  try {
    return decodeParams(copyOf(address, count * parameterSize), count);
  } finally {
    native.virTypedParamsFree(address, count);
  }
}

/** An array of parameters that libvirt allocated for us to fill. */
export interface NativeParams {
  address: bigint | null;
  count: number;
  free(): void;
}

/**
 * Builds libvirt's array of parameters.
 * @param call names the function in errors
 * @throws TypeError, RangeError for a value that the parameter cannot have
 */
export function buildParams(input: TypedParamsInput, call: string): NativeParams {
  const builder = new ParamsBuilder(call);
  try {
    for (const [name, value] of Object.entries(input)) builder.add(name, value);
  } catch (error) {
    builder.free();
    throw error;
  }
  return builder;
}

class ParamsBuilder implements NativeParams {
  readonly #array = new BigUint64Array(1);
  readonly #count = new Int32Array(1);
  readonly #capacity = new Int32Array(1);

  constructor(readonly call: string) {}

  get address(): bigint | null {
    return this.#array[0] || null;
  }

  get count(): number {
    return this.#count[0] ?? 0;
  }

  add(name: string, value: TypedParamsInput[string]): void {
    const what = `${this.call}: parameter ${name}`;
    checkedText(name, false, what);
    if (typeof value === 'string') this.#text(name, value, what);
    else if (typeof value === 'boolean')
      this.#check(native.virTypedParamsAddBoolean(...this.#where(name), +value));
    else if (typeof value === 'number' || typeof value === 'bigint')
      this.#number(name, known(name, what), value, what);
    else if (isList(value)) for (const text of value) this.#text(name, text, what);
    else this.#number(name, value.type, value.value, what);
  }

  #where(name: string) {
    return [this.#array, this.#count, this.#capacity, name] as const;
  }

  #text(name: string, value: string, what: string): void {
    this.#check(native.virTypedParamsAddString(...this.#where(name), checkedText(value, false, what)));
  }

  #number(name: string, type: NumberType, value: number | bigint, what: string): void {
    this.#check(this.#addNumber(name, type, value, what));
  }

  #addNumber(name: string, type: NumberType, value: number | bigint, what: string): number {
    const where = this.#where(name);
    if (type === 'double') return native.virTypedParamsAddDouble(...where, Number(value));
    const range = integerRanges[type];
    if (!range) throw new TypeError(`${what}: ${type} is not a type of number`);
    const integer = checkedInteger(value, range, what);
    if (type === 'int') return native.virTypedParamsAddInt(...where, Number(integer));
    if (type === 'uint') return native.virTypedParamsAddUInt(...where, Number(integer));
    if (type === 'llong') return native.virTypedParamsAddLLong(...where, integer);
    return native.virTypedParamsAddULLong(...where, integer);
  }

  #check(result: number): void {
    if (result < 0) throw lastError(this.call);
  }

  free(): void {
    const address = this.address;
    if (address !== null) native.virTypedParamsFree(address, this.count);
    this.#array[0] = 0n;
  }
}

const isList = (value: TypedParamsInput[string]): value is readonly string[] => Array.isArray(value);

function known(name: string, what: string): NumberType {
  const type = parameterTypes.get(name);
  if (!type) throw new TypeError(`${what}: give its type, as {type: 'ullong', value}`);
  return type;
}
