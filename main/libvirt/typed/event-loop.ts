import { type CallbackRegistration, registerCallback } from '../binding/callbacks.ts';
import { lastError, silenceErrors } from '../binding/errors.ts';
import { native } from '../binding/native.ts';

/**
 * Makes libvirt's own poll loop the event loop of the process. Once, before the first connection is opened:
 * keepalive, events and streams of a connection need it.
 */
export function registerDefaultImpl(): void {
  silenceErrors();
  if (native.virEventRegisterDefaultImpl() < 0) throw lastError('virEventRegisterDefaultImpl');
}

/**
 * One turn of the event loop: waits for something to happen and calls back, on this thread. Blocks it until
 * then: the loop has a worker of its own.
 */
export function runDefaultImpl(): void {
  if (native.virEventRunDefaultImpl() < 0) throw lastError('virEventRunDefaultImpl');
}

/** Something the event loop waits for. */
export interface EventSource {
  /** libvirt's number for it: by it, other threads may change it too. */
  readonly id: number;
  remove(): void;
}

export interface EventTimer extends EventSource {
  /** @param milliseconds 0 for at once, at every turn; -1 for never */
  update(milliseconds: number): void;
}

export interface EventHandle extends EventSource {
  /** @param events `virEventHandleType` */
  update(events: number): void;
}

/**
 * Calls the listener again and again.
 * @param milliseconds between calls; 0 at every turn of the loop; -1 never
 */
export function addTimeout(milliseconds: number, listener: () => void): EventTimer {
  const registration = registerCallback('virEventTimeoutCallback', () => listener());
  const { callback, opaque } = registration;
  const id = added(
    native.virEventAddTimeout(milliseconds, callback, opaque, null),
    registration,
    'virEventAddTimeout',
  );
  return {
    id,
    update: (next) => native.virEventUpdateTimeout(id, next),
    remove: () => {
      registration.forget();
      native.virEventRemoveTimeout(id);
    },
  };
}

/** Changes a timer by its number, from any thread: 0 wakes the loop. */
export function updateTimeout(id: number, milliseconds: number): void {
  native.virEventUpdateTimeout(id, milliseconds);
}

/**
 * Calls the listener when something happens on a file descriptor.
 * @param events `virEventHandleType`, as is what the listener is told
 */
export function addHandle(fd: number, events: number, listener: (events: number) => void): EventHandle {
  const registration = registerCallback('virEventHandleCallback', (args) => listener(Number(args[2])));
  const { callback, opaque } = registration;
  const id = added(
    native.virEventAddHandle(fd, events, callback, opaque, null),
    registration,
    'virEventAddHandle',
  );
  return {
    id,
    update: (next) => native.virEventUpdateHandle(id, next),
    remove: () => {
      registration.forget();
      native.virEventRemoveHandle(id);
    },
  };
}

function added(id: number, registration: CallbackRegistration, call: string): number {
  if (id >= 0) return id;
  const error = lastError(call);
  registration.forget();
  throw error;
}
