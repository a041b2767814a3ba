import { addressOf, registerCallback } from '../binding/callbacks.ts';
import { lastError, silenceErrors } from '../binding/errors.ts';
import { copyOf, memcpy } from '../binding/libc.ts';
import type { CallbackName } from '../generated/callbacks.ts';
import type { SparseSource, StreamSink, StreamSource } from './stream.ts';

/** What a transfer calls. */
interface Parts {
  source?: StreamSource;
  sink?: StreamSink;
  hole?: (length: number) => void;
  sparse?: SparseSource;
}

/** The C functions for the parts, and the number that all of them get. */
interface Callbacks {
  source: bigint;
  sink: bigint;
  sinkHole: bigint;
  sourceHole: bigint;
  sourceSkip: bigint;
  opaque: bigint;
}

/**
 * Runs one of the calls that move all the data of a stream. What a part throws ends the transfer and is thrown
 * on from here.
 */
export function transfer(call: string, parts: Parts, run: (callbacks: Callbacks) => number): void {
  silenceErrors();
  let thrown: { error: unknown } | null = null;
  const guarded = (work: () => number): number => {
    try {
      return work();
    } catch (error) {
      thrown = { error };
      return -1;
    }
  };
  const registration = registerCallback('virStreamSourceFunc', (args, type) =>
    guarded(() => dispatch(parts, type, args)),
  );
  try {
    const result = run({
      source: addressOf('virStreamSourceFunc'),
      sink: addressOf('virStreamSinkFunc'),
      sinkHole: addressOf('virStreamSinkHoleFunc'),
      sourceHole: addressOf('virStreamSourceHoleFunc'),
      sourceSkip: addressOf('virStreamSourceSkipFunc'),
      opaque: registration.opaque,
    });
    const error = result < 0 ? lastError(call) : null;
    const first = failure(thrown, error);
    if (first !== null) throw first.error;
  } finally {
    registration.forget();
  }
}

function failure(thrown: { error: unknown } | null, error: Error | null): { error: unknown } | null {
  return thrown ?? (error ? { error } : null);
}

/** One call of C's to one of the parts, its arguments without the stream before them and `opaque` behind. */
function dispatch(parts: Parts, type: CallbackName, [, ...args]: readonly unknown[]): number {
  const [first, second] = args;
  if (type === 'virStreamSinkHoleFunc') {
    parts.hole?.(Number(first));
    return 0;
  }
  if (type === 'virStreamSourceSkipFunc') {
    parts.sparse?.skip(Number(first));
    return 0;
  }
  if (typeof first !== 'bigint') return -1;
  if (type === 'virStreamSinkFunc') return receive(parts, first, Number(second));
  if (type === 'virStreamSourceFunc') return send(parts, first, Number(second));
  return typeof second === 'bigint' ? section(parts, first, second) : -1;
}

function receive({ sink }: Parts, data: bigint, length: number): number {
  sink?.(copyOf(data, length));
  return length;
}

function send({ source }: Parts, room: bigint, most: number): number {
  const data = source?.(most) ?? new Uint8Array(0);
  if (data.length > most) throw new RangeError(`${data.length} bytes given where ${most} were asked for`);
  if (data.length > 0) memcpy(room, data, data.length);
  return data.length;
}

function section({ sparse }: Parts, inData: bigint, length: bigint): number {
  const next = sparse?.section() ?? { data: false, length: 0 };
  memcpy(inData, new Int32Array([next.data ? 1 : 0]), 4);
  memcpy(length, new BigInt64Array([BigInt(next.length)]), 8);
  return 0;
}
