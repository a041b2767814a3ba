import { type CallbackName, callbacks } from '../generated/callbacks.ts';
import type { EventPayloads } from '../generated/events.ts';
import { type HandleKind, type StructName, structs } from '../generated/layouts.ts';
import { copyOf } from './libc.ts';
import { decodeParams, parameterSize } from './params.ts';
import { handleKindOf } from './roles-in.ts';
import { decodeStruct, toNumber } from './structs.ts';

type Field = (args: readonly unknown[]) => readonly [string, unknown];

interface Decoder {
  fields: readonly Field[];
  /** Position and kind of the object that the event is about. */
  subject: { index: number; kind: HandleKind } | null;
}

const decoders = new Map<CallbackName, Decoder>();

/** The address of the object that an event is about; it is libvirt's, and only for the time of the callback. */
export function subjectOf(type: keyof EventPayloads, args: readonly unknown[]): bigint | null {
  const { subject } = decoderFor(type);
  const address = subject ? args[subject.index] : null;
  return typeof address === 'bigint' ? address : null;
}

/** The arguments of an event as plain values, by their C names. */
export function payloadOf<K extends keyof EventPayloads>(
  type: K,
  args: readonly unknown[],
): EventPayloads[K] {
  // Untyped on purpose: the generator derived EventPayloads from the table that the decoder follows.
  const payload = Object.create(null);
  for (const field of decoderFor(type).fields) {
    const [name, value] = field(args);
    payload[name] = value;
  }
  return payload;
}

function decoderFor(type: CallbackName): Decoder {
  const known = decoders.get(type);
  if (known) return known;
  const decoder: Decoder = { fields: [], subject: null };
  const args: readonly (readonly [string, string])[] = callbacks[type].args;
  const fields: Field[] = [];
  args.forEach(([name, text], index) => {
    const kind = handleKindOf(text);
    if (kind && kind !== 'virConnect') decoder.subject = { index, kind };
    const field = kind || name === 'opaque' || name === 'nparams' ? null : fieldOf(name, text, index);
    if (field) fields.push(field);
  });
  decoder.fields = fields;
  decoders.set(type, decoder);
  return decoder;
}

function fieldOf(name: string, type: string, index: number): Field {
  if (type === 'virTypedParameterPtr') return (args) => [name, paramsOf(args[index], args[index + 1])];
  const struct = /^const (vir\w+) \*$/.exec(type)?.[1];
  if (struct !== undefined && isStruct(struct)) return (args) => [name, structOf(struct, args[index])];
  return (args) => [name, toNumber(args[index])];
}

const isStruct = (name: string): name is StructName => Object.hasOwn(structs, name);

const structOf = (name: StructName, address: unknown) =>
  typeof address === 'bigint' ? decodeStruct(name, address) : null;

/** The parameters of an event stay libvirt's. */
function paramsOf(address: unknown, count: unknown) {
  const n = typeof address === 'bigint' ? Number(count) : 0;
  return decodeParams(
    typeof address === 'bigint' ? copyOf(address, n * parameterSize) : new Uint8Array(0),
    n,
  );
}
