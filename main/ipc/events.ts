import type { EventName, Events } from '../../contract/index.ts';
import type { Caller } from './caller.ts';

/** How services tell windows something that they did not ask for. Never throws because of a window. */
export interface EventHub {
  /** To every window. */
  emit<N extends EventName>(name: N, payload: Events[N]): void;
  /** To one window; nothing happens when it is gone. */
  emitTo<N extends EventName>(caller: Caller, name: N, payload: Events[N]): void;
  /** The windows that are there now. */
  readonly callers: readonly Caller[];
  /** Called for every window that comes. Returns the unsubscriber. */
  onCaller(listener: (caller: Caller) => void): () => void;
}
