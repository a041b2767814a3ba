import { type FramePort, Mailbox, type Wire } from '../../contract/index.ts';

/** What is used of Electron's MessagePortMain. */
export interface MainPort {
  on(event: 'message', listener: (event: { data: unknown; ports: MainPort[] }) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/**
 * A window's wire over its port: texts are messages. A `{bytes: ticket}` with a port of its own asks
 * for a byte channel.
 */
export function messagePortWire(port: MainPort, onBytes: (ticket: string, port: MainPort) => void): Wire {
  const mailbox = new Mailbox<string>();
  port.on('message', ({ data, ports }) => {
    const ticket = ticketOf(data);
    const [own] = ports;
    if (typeof data === 'string') mailbox.push(data);
    else if (ticket !== null && own) onBytes(ticket, own);
    else closePort();
  });
  port.on('close', () => mailbox.close(''));
  const closePort = (reason = 'protocol') => {
    port.close();
    mailbox.close(reason);
  };
  port.start();
  return {
    send(text) {
      if (!mailbox.closed) port.postMessage(text);
    },
    onMessage: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close: closePort,
  };
}

/** A byte channel's port. Bytes are copied, never transferred: Electron loses transferred buffers. */
export function messagePortFrames(port: MainPort): FramePort {
  const mailbox = new Mailbox<Uint8Array | string>();
  port.on('message', ({ data }) => {
    if (typeof data === 'string' || data instanceof Uint8Array) mailbox.push(data);
  });
  port.on('close', () => mailbox.close(''));
  port.start();
  return {
    send(frame) {
      // A view is cloned with the whole buffer that it looks into: cut it out first.
      if (!mailbox.closed) port.postMessage(typeof frame === 'string' ? frame : new Uint8Array(frame));
    },
    onFrame: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close() {
      port.close();
      mailbox.close('');
    },
  };
}

function ticketOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, 'bytes')) return null;
  const ticket: unknown = Reflect.get(data, 'bytes');
  return typeof ticket === 'string' && ticket.length <= 128 ? ticket : null;
}
