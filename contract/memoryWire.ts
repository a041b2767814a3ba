import { Mailbox } from './mailbox.ts';
import type { FramePort, Wire } from './wire.ts';

/** Two ends of a wire inside one process, delivering later, as the real ones do. For tests. */
export function memoryWires(): [Wire, Wire] {
  const [left, right] = [new Mailbox<string>(), new Mailbox<string>()];
  const end = (own: Mailbox<string>, other: Mailbox<string>): Wire => ({
    send(text) {
      if (!own.closed) later(() => other.push(text));
    },
    onMessage: (listener) => own.onItem(listener),
    onClose: (listener) => own.onClose(listener),
    close: (reason = '') => closeBoth(own, other, reason),
  });
  return [end(left, right), end(right, left)];
}

/** The same for byte channels. */
export function memoryFramePorts(): [FramePort, FramePort] {
  type Box = Mailbox<Uint8Array | string>;
  const [left, right]: [Box, Box] = [new Mailbox(), new Mailbox()];
  const end = (own: Box, other: Box): FramePort => ({
    send(frame) {
      const copy = typeof frame === 'string' ? frame : new Uint8Array(frame);
      if (!own.closed) later(() => other.push(copy));
    },
    onFrame: (listener) => own.onItem(listener),
    onClose: (listener) => own.onClose(listener),
    close: () => closeBoth(own, other, ''),
  });
  return [end(left, right), end(right, left)];
}

/** Our own end at once, the other one after what is under way to it. */
function closeBoth<T>(own: Mailbox<T>, other: Mailbox<T>, reason: string): void {
  own.close(reason);
  later(() => other.close(reason));
}

function later(action: () => void): void {
  Promise.resolve().then(action);
}
