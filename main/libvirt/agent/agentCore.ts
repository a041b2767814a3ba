import { Answers } from './answers.ts';
import { exitNow, giveUp } from './ending.ts';
import type { AgentEvent } from './events.ts';
import { EventThread } from './eventThread.ts';
import { AgentFailure } from './failures.ts';
import type { HostPort } from './hostPort.ts';
import type { LaneCost } from './laneProtocol.ts';
import { type LaneListener, LaneThread } from './laneThread.ts';
import { OpenConnection } from './openConnection.ts';
import type { CredentialRequest, Lane, OpenedInfo, OpenRequest, ToAgent } from './protocol.ts';

const SLOW_MS = 250;
/** virConnectCloseReason. */
const ERROR = 0;

/**
 * The agent process between main and its workers: hands tasks to lanes, moves bytes, and never calls libvirt
 * itself, so that it answers at any time.
 */
export class AgentCore {
  readonly #answers: Answers;
  readonly #asks = new Map<number, (results: (string | null)[] | null) => void>();
  readonly #listener: LaneListener;
  #starting: Promise<EventThread> | null = null;
  #events: EventThread | null = null;
  /** One for the life of the process: each worker that ends leaves some memory of koffi's behind. */
  readonly #callThread: LaneThread;
  #connection: OpenConnection | null = null;
  #opening = false;
  #lost = false;
  #lastAsk = 0;
  #calls = 0;

  constructor(port: HostPort) {
    this.#answers = new Answers(port, () => this.#total);
    this.#listener = {
      lost: (lane) => {
        if (lane === 'call')
          this.#event({ kind: 'connection', event: 'closed', reason: ERROR, time: Date.now() });
      },
      ask: (lane, attempt, requests) => this.#ask(lane, attempt, requests),
      cost: (lane, name, cost) => this.#account(lane, name, cost),
    };
    // Both workers load side by side, while main still prepares the way. What goes wrong is told when it opens.
    this.#callThread = new LaneThread('call', this.#listener);
    this.#startEvents().catch(() => {});
  }

  #startEvents(): Promise<EventThread> {
    this.#starting ??= EventThread.start({
      event: (event) => this.#event(event),
      streamEnded: (stream, error) => this.#answers.streamEnded(stream, error),
      released: (stream) => this.#connection?.release(stream),
      broken: giveUp,
    }).catch((error: unknown) => {
      this.#starting = null;
      throw error;
    });
    return this.#starting;
  }

  receive(message: ToAgent): void {
    switch (message.type) {
      case 'open':
        void this.#answers.settle(message.id, this.#open(message.request));
        return;
      case 'disconnect':
        void this.#answers.settle(message.id, this.#disconnect());
        return;
      case 'call':
        if (this.#connection) this.#connection.call(message);
        else this.#answers.fail(message.id, notOpen());
        return;
      case 'stream':
        if (this.#connection) this.#connection.stream(message.id, message.request, message.link);
        else this.#answers.fail(message.id, notOpen());
        return;
      case 'cancel':
        this.#connection?.cancel(message.id);
        return;
      case 'answer':
        this.#asks.get(message.id)?.(message.results ? [...message.results] : null);
        this.#asks.delete(message.id);
        return;
      case 'ping':
        this.#pong(message.sequence);
        return;
      case 'close':
        void this.#close(message.graceMs);
        return;
    }
  }

  async #open(request: OpenRequest): Promise<OpenedInfo> {
    if (this.#opening || this.#connection)
      throw new AgentFailure('internal', 'The agent has a connection already.');
    this.#opening = true;
    this.#lost = false;
    try {
      // libvirt's event loop has to be there before a connection is.
      const events = await this.#startEvents();
      this.#events = events;
      const { connection, info } = await OpenConnection.open(request, {
        callThread: this.#callThread,
        events,
        listener: this.#listener,
        answers: this.#answers,
      });
      this.#connection = connection;
      return info;
    } finally {
      this.#opening = false;
    }
  }

  async #disconnect(): Promise<null> {
    const connection = this.#connection;
    this.#connection = null;
    await connection?.close();
    return null;
  }

  /** Ends the process: in order where that is quick, otherwise at once. Nothing is lost by it. */
  async #close(graceMs: number): Promise<void> {
    setTimeout(exitNow, graceMs).unref();
    try {
      if (this.#opening) return exitNow();
      await this.#disconnect();
      await this.#events?.stop();
    } catch {
      // What cannot be closed in order ends with the process.
    }
    exitNow();
  }

  /** The end of the connection may be noticed by two threads; it is told once. */
  #event(event: AgentEvent): void {
    if (event.kind === 'connection') {
      if (this.#lost) return;
      this.#lost = true;
    }
    this.#answers.event(event);
  }

  #pong(sequence: number): void {
    this.#events?.ping();
    const health = { eventSilenceMs: this.#events?.silenceMs ?? 0, calls: this.#total };
    this.#answers.send({ type: 'pong', sequence, health });
  }

  #ask(
    lane: Lane,
    attempt: number,
    requests: readonly CredentialRequest[],
  ): Promise<(string | null)[] | null> {
    this.#lastAsk += 1;
    const id = this.#lastAsk;
    return new Promise((resolve) => {
      this.#asks.set(id, resolve);
      this.#answers.send({ type: 'ask', id, lane, attempt, requests });
    });
  }

  #account(lane: Lane, name: string, cost: LaneCost): void {
    this.#calls += cost.calls;
    if (cost.ms < SLOW_MS) return;
    const call = { name, lane, ms: cost.ms, time: Date.now(), slowest: cost.slowest };
    this.#answers.send({ type: 'slow', call });
  }

  get #total(): number {
    return this.#calls + (this.#events?.calls ?? 0);
  }
}

function notOpen(): AgentFailure {
  return new AgentFailure('closed', 'The connection is not open.');
}
