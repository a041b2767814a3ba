import { randomUUID } from 'node:crypto';
import { createBirpc } from 'birpc';
import { apiError, type EventName, type Events, events, type Wire } from '../../contract/index.ts';
import type { Caller } from './caller.ts';
import { readRequest } from './envelope.ts';
import type { EventHub } from './events.ts';
import { toErrorData } from './failures.ts';
import { type Route, type Routes, unknownRoute } from './router.ts';

/** Requests of one window that may be under way at the same time. */
const MAX_PENDING = 512;

export interface WindowsOptions {
  /** Validate the payloads of events (in development and tests). */
  readonly checkEvents: boolean;
  /** Faults of ours go here, with stacks. */
  readonly log: (line: string) => void;
}

interface WindowFunctions {
  event(name: string, payload: unknown): void;
}

interface OpenWindow {
  readonly caller: Caller;
  readonly emit: (name: string, payload: unknown) => void;
}

/** The windows that are connected now: answers their calls and sends them events. */
export class Windows implements EventHub {
  readonly #options: WindowsOptions;
  readonly #open = new Map<Caller, OpenWindow>();
  readonly #arrivals = new Set<(caller: Caller) => void>();

  constructor(options: WindowsOptions) {
    this.#options = options;
  }

  get callers(): readonly Caller[] {
    return [...this.#open.keys()];
  }

  onCaller(listener: (caller: Caller) => void): () => void {
    this.#arrivals.add(listener);
    return () => this.#arrivals.delete(listener);
  }

  emit<N extends EventName>(name: N, payload: Events[N]): void {
    if (!this.#fits(name, payload)) return;
    for (const window of this.#open.values()) window.emit(name, payload);
  }

  emitTo<N extends EventName>(caller: Caller, name: N, payload: Events[N]): void {
    if (this.#fits(name, payload)) this.#open.get(caller)?.emit(name, payload);
  }

  /** Serves a new window's wire until it closes. */
  serve(wire: Wire, routes: Routes): Caller {
    const { caller, leave } = createCaller();
    const rpc = createBirpc<WindowFunctions, Record<string, never>>(
      {},
      {
        post: (text: string) => wire.send(text),
        on: (receive) => wire.onMessage((text) => this.#receive(wire, text, receive)),
        serialize: JSON.stringify,
        resolver: this.#resolver(routes, caller),
        timeout: -1,
        onGeneralError: (error) => {
          this.#options.log(`A message could not be sent: ${error.message}`);
          return true;
        },
      },
    );
    const emit = (name: string, payload: unknown) => void rpc.$callEvent('event', name, payload);
    this.#open.set(caller, { caller, emit });
    wire.onClose(() => {
      this.#open.delete(caller);
      rpc.$close();
      leave();
    });
    for (const listener of this.#arrivals) listener(caller);
    return caller;
  }

  /** Lets only well-formed requests through; a wire that carries anything else is closed. */
  #receive(wire: Wire, text: string, receive: (message: unknown) => void): void {
    const request = readRequest(text);
    if (request) receive(request);
    else wire.close('protocol');
  }

  /** Names to functions; whatever they throw becomes error data. */
  #resolver(routes: Routes, caller: Caller) {
    let pending = 0;
    return (name: string) => {
      const route: Route = pending < MAX_PENDING ? (routes.get(name) ?? unknownRoute) : tooMany;
      // birpc calls it in any case, but maybe not before it has resolved more names.
      pending += 1;
      return async (input: unknown) => {
        try {
          return await route(input, caller);
        } catch (error) {
          throw toErrorData(error, routes.has(name) ? name : 'a request', this.#options.log);
        } finally {
          pending -= 1;
        }
      };
    };
  }

  #fits<N extends EventName>(name: N, payload: Events[N]): boolean {
    if (!this.#options.checkEvents) return true;
    const result = events[name].safeParse(payload);
    if (!result.success) this.#options.log(`Event ${name} does not fit its contract: ${result.error}`);
    return result.success;
  }
}

const tooMany: Route = () => Promise.reject(apiError('unavailable', 'Too many requests at the same time.'));

function createCaller(): { caller: Caller; leave: () => void } {
  const listeners = new Set<() => void>();
  let gone = false;
  const caller: Caller = {
    id: randomUUID(),
    visible: true,
    get gone() {
      return gone;
    },
    onGone(listener) {
      if (gone) listener();
      else listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const leave = () => {
    gone = true;
    for (const listener of listeners) listener();
    listeners.clear();
  };
  return { caller, leave };
}
