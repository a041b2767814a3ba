import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { virConnectFlags } from '../generated/enums-host.ts';
import { operations } from '../operations/index.ts';
import type { LaneHint } from '../operations/session.ts';
import { Connect } from '../typed/connect.ts';
import { isLocal, onCall } from '../typed/index.ts';
import { CallMeter } from './callMeter.ts';
import { Sweeper } from './footprint.ts';
import { handStream, releaseStream } from './handStream.ts';
import { Cell, type FromLane, type LaneOpened, type LaneWorkerData, type ToLane } from './laneProtocol.ts';
import { LaneSession, NO_CONTROL } from './laneSession.ts';
import type { CredentialRequest, OpenRequest } from './protocol.ts';
import { toFailure } from './thrown.ts';
import { transfer } from './transfer.ts';

/** Progress is told at most so often, in ms. */
const PROGRESS_MS = 100;

type AnyOperation = (session: LaneSession, input: unknown) => unknown;

/**
 * Runs one lane in the worker that calls it: takes a task, calls libvirt synchronously, answers, and takes
 * the next.
 */
export function runLane(): void {
  if (!parentPort) throw new Error('A lane runs in a worker only.');
  const port = parentPort;
  const lane = new LaneWorker(port, workerData as LaneWorkerData);
  port.on('message', (message: ToLane) => void lane.handle(message));
  lane.ready();
}

class LaneWorker {
  readonly #port: MessagePort;
  readonly #answers: MessagePort;
  readonly #cells: Int32Array;
  readonly #meter = new CallMeter(isLocal);
  readonly #sweeper = new Sweeper();
  #session: LaneSession | null = null;

  constructor(port: MessagePort, data: LaneWorkerData) {
    this.#port = port;
    this.#answers = data.answers;
    this.#cells = new Int32Array(data.cells);
    onCall(this.#meter.note);
  }

  ready(): void {
    const hints: Record<string, LaneHint> = {};
    for (const [name, operation] of Object.entries(operations)) {
      if ('hint' in operation) hints[name] = operation.hint;
    }
    this.#post({ type: 'ready', hints });
  }

  async handle(message: ToLane): Promise<void> {
    if (message.type === 'aside') return this.#aside(message.id, message.name);
    const { id } = message;
    this.#meter.start();
    try {
      const value = await this.#run(message);
      this.#post({ type: 'result', id, value, cost: this.#meter.stop() }, buffersOf(value));
      this.#sweeper.passed();
    } catch (error) {
      // virConnectIsAlive asks nobody; it knows what libvirt has noticed.
      if (this.#session?.broken) this.#post({ type: 'lost' });
      this.#post({ type: 'failed', id, error: toFailure(error), cost: this.#meter.stop() });
    }
  }

  #run(message: Exclude<ToLane, { type: 'aside' }>): unknown {
    switch (message.type) {
      case 'open':
        return this.#open(message.request);
      case 'share':
        this.#session = new LaneSession(Connect.fromAddress(message.address));
        return null;
      case 'close':
        return this.#close();
      case 'call':
        return this.#call(message.id, message.name, message.input);
      case 'subscribe':
        return this.#opened().subscribe(message.wishes);
      case 'unsubscribe':
        return this.#opened().unsubscribe();
      case 'release':
        for (const stream of message.streams) releaseStream(stream);
        return null;
      case 'hand':
        return this.#opened().task(NO_CONTROL, (session) => handStream(session, message.request));
      case 'transfer': {
        const { id, request, link } = message;
        const started = (): void => this.#post({ type: 'started', id });
        return transfer(this.#opened(), request, link, started);
      }
    }
  }

  /** Starts what does not hold this thread, and answers when it is done. */
  async #aside(id: number, name: string): Promise<void> {
    const start = performance.now();
    const cost = () => ({ ms: performance.now() - start, calls: 1, slowest: null });
    try {
      const value = await operationOf(name)(this.#opened(), {});
      this.#post({ type: 'result', id, value, cost: cost() });
    } catch (error) {
      this.#post({ type: 'failed', id, error: toFailure(error), cost: cost() });
    }
  }

  #open({ uri, readOnly }: OpenRequest): LaneOpened {
    const flags = readOnly ? virConnectFlags.VIR_CONNECT_RO : 0;
    const connect = Connect.openAuth(uri === '' ? null : uri, (prompts) => this.#ask(prompts), flags);
    this.#session = new LaneSession(connect);
    return { address: connect.address, uri: connect.getURI(), driver: connect.getType() };
  }

  #close(): null {
    const session = this.#session;
    this.#session = null;
    session?.close();
    return null;
  }

  #call(id: number, name: string, input: unknown): unknown {
    const operation = operationOf(name);
    let told = performance.now();
    const control = {
      cancelled: () => Atomics.load(this.#cells, Cell.cancelled) === id,
      progress: (done: number, total: number) => {
        if (done < total && performance.now() - told < PROGRESS_MS) return;
        told = performance.now();
        this.#post({ type: 'progress', id, done, total });
      },
    };
    return this.#opened().task(control, (session) => operation(session, input));
  }

  #opened(): LaneSession {
    if (!this.#session) throw new Error('The lane has no connection.');
    return this.#session;
  }

  /** Blocks this worker, which is inside virConnectOpenAuth, until main has answered. */
  #ask(
    prompts: readonly { type: number; prompt: string; challenge: string | null; defresult: string | null }[],
  ) {
    const before = Atomics.load(this.#cells, Cell.answered);
    const requests = prompts.map(
      ({ type, prompt, challenge, defresult }): CredentialRequest => ({
        type,
        prompt,
        challenge,
        defaultResult: defresult,
      }),
    );
    this.#post({ type: 'ask', requests });
    Atomics.wait(this.#cells, Cell.answered, before);
    const answer: { message: (string | null)[] | null } | undefined = receiveMessageOnPort(this.#answers);
    return answer?.message ?? null;
  }

  #post(message: FromLane, transfer: readonly ArrayBuffer[] = []): void {
    this.#port.postMessage(message, transfer);
  }
}

function operationOf(name: string): AnyOperation {
  const operation: unknown = Object.hasOwn(operations, name) ? Reflect.get(operations, name) : undefined;
  if (typeof operation !== 'function') throw new Error(`There is no operation ${name}.`);
  // Agent.call has typed the input by the same table.
  return operation as AnyOperation;
}

/** Buffers of an operation's output that can be handed over instead of copied: it does not keep its output. */
function buffersOf(value: unknown, depth = 2): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if (!ArrayBuffer.isView(value)) {
    return depth === 0 ? [] : Object.values(value).flatMap((part) => buffersOf(part, depth - 1));
  }
  const { buffer, byteLength } = value;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [];
}
