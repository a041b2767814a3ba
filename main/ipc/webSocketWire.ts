import type { RawData, WebSocket } from 'ws';
import { closeCodes, type FramePort, Mailbox, type Wire } from '../../contract/index.ts';

/** A window that lets this much wait for it (bytes) does not read any more. */
const MAX_WAITING = 256 * 1024 * 1024;

/** A window's wire over an accepted WebSocket. The server bounds the length of its frames. */
export function webSocketWire(socket: WebSocket): Wire {
  const mailbox = new Mailbox<string>();
  socket.on('message', (data, isBinary) => {
    if (isBinary) socket.close(closeCodes.protocol, 'protocol');
    else mailbox.push(toBuffer(data).toString());
  });
  closeWith(socket, mailbox);
  return {
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      socket.send(text);
      if (socket.bufferedAmount > MAX_WAITING) socket.close(closeCodes.tooSlow, 'too slow');
    },
    onMessage: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close(reason = '') {
      socket.close(reason === 'protocol' ? closeCodes.protocol : 1000, reason);
      mailbox.close(reason);
    },
  };
}

/** A byte channel's port over an accepted WebSocket. */
export function webSocketFrames(socket: WebSocket): FramePort {
  const mailbox = new Mailbox<Uint8Array | string>();
  socket.on('message', (data, isBinary) => {
    const bytes = toBuffer(data);
    mailbox.push(isBinary ? bytes : bytes.toString());
  });
  closeWith(socket, mailbox);
  return {
    send(frame) {
      if (socket.readyState !== socket.OPEN) return;
      // Until the kernel has taken it, ws keeps what it was given: give it a copy.
      socket.send(typeof frame === 'string' ? frame : new Uint8Array(frame), {
        binary: typeof frame !== 'string',
      });
    },
    onFrame: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close() {
      socket.close(1000);
      mailbox.close('');
    },
  };
}

function closeWith<T>(socket: WebSocket, mailbox: Mailbox<T>): void {
  socket.on('close', (_code, reason) => mailbox.close(reason.toString()));
  // A broken frame or a reset: 'close' follows.
  socket.on('error', () => {});
}

function toBuffer(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? Buffer.from(data) : data;
}
