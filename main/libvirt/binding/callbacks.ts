import koffi from 'koffi';
import { type CallbackName, callbacks } from '../generated/callbacks.ts';
import { pointees } from '../generated/layouts.ts';

/**
 * What JavaScript is told: the C arguments, addresses as BigInt, text as text; and which C function was called,
 * for calls of libvirt that take several with one `opaque`.
 */
export type CallbackListener = (args: readonly unknown[], type: CallbackName) => unknown;

const listeners = new Map<number, CallbackListener>();
const addresses = new Map<CallbackName, bigint>();
let lastId = 0;

/** A listener as C knows it: one function for all listeners of its type, and the number of this one. */
export interface CallbackRegistration {
  /** The C function. */
  callback: bigint;
  /** The `opaque` argument that makes the function find this listener. */
  opaque: bigint;
  /** Forgets the listener; C may still call, and nothing happens. */
  forget(): void;
}

/**
 * Makes a listener known to C.
 *
 * Each C type of callback has one C function per thread, which lives as long as the thread: to unregister one
 * while an event is queued ends the process. It has to be called on the thread that registered it.
 */
export function registerCallback(type: CallbackName, listener: CallbackListener): CallbackRegistration {
  const id = ++lastId;
  listeners.set(id, listener);
  return { callback: addressOf(type), opaque: BigInt(id), forget: () => listeners.delete(id) };
}

/** Number of listeners of this thread: for tests, and to find leaks. */
export const listenerCount = () => listeners.size;

/** The C function for all listeners of one type. */
export function addressOf(type: CallbackName): bigint {
  const known = addresses.get(type);
  if (known !== undefined) return known;
  const args: readonly (readonly [string, string])[] = callbacks[type].args;
  const opaque = args.findIndex(([name]) => name === 'opaque' || name === 'cbdata');
  const answers = callbacks[type].returns !== 'void';
  const dispatch = (...values: unknown[]) => {
    const id = values[opaque];
    const listener = typeof id === 'bigint' ? listeners.get(Number(id)) : undefined;
    const result = listener?.(values, type);
    return answers ? (result ?? 0) : undefined;
  };
  const prototype = koffi.proto(
    callbacks[type].returns,
    args.map(([name, text]) => argumentType(text, name)),
  );
  const address = koffi.register(dispatch, koffi.pointer(prototype));
  addresses.set(type, address);
  return address;
}

/** Text comes as text; the data of streams is bytes, whatever its type says. */
function argumentType(type: string, name: string): string {
  if (type === 'const char *') return name === 'data' ? 'void *' : 'str';
  return type.includes('*') || type in pointees || type in callbacks ? 'void *' : type;
}
