import { type FramePort, Mailbox, type Wire } from '../../contract/index.ts';
import type { Transport } from './transport.ts';

/** The wire over the port that Electron's preload script has handed to this page. */
export function messagePortTransport(port: MessagePort): Transport {
  const lost = new Mailbox<never>();
  const wire = portWire(port, () => lost.close(''));
  return {
    wire,
    openFrames(ticket) {
      const { port1, port2 } = new MessageChannel();
      port.postMessage({ bytes: ticket }, [port2]);
      return portFrames(port1);
    },
    onLost: (listener) => lost.onClose(() => listener({ kind: 'gone', message: 'Virtdeck has ended.' })),
  };
}

function portWire(port: MessagePort, onLost: () => void): Wire {
  const mailbox = new Mailbox<string>();
  port.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') mailbox.push(data);
  });
  port.addEventListener('close', () => {
    mailbox.close('');
    onLost();
  });
  port.start();
  return {
    send: (text) => port.postMessage(text),
    onMessage: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close(reason) {
      port.close();
      mailbox.close(reason ?? '');
    },
  };
}

function portFrames(port: MessagePort): FramePort {
  const mailbox = new Mailbox<Uint8Array | string>();
  port.addEventListener('message', ({ data }) => {
    if (data instanceof Uint8Array || typeof data === 'string') mailbox.push(data);
  });
  port.addEventListener('close', () => mailbox.close(''));
  port.start();
  return {
    // A view is cloned with the whole buffer that it looks into: cut it out first. Never transferred:
    // Electron loses transferred buffers.
    send: (frame) => port.postMessage(typeof frame === 'string' ? frame : new Uint8Array(frame)),
    onFrame: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close() {
      port.close();
      mailbox.close('');
    },
  };
}
