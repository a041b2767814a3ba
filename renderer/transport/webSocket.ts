import { closeCodes, type FramePort, Mailbox, type Wire } from '../../contract/index.ts';
import type { LostReason } from './host.ts';
import type { Transport } from './transport.ts';

/**
 * Opens the wire to the web host that served this page.
 * Rejects with a {@link LostReason} when the host is gone or refuses this browser.
 */
export async function connectWebSocket(base: string): Promise<Transport> {
  const socket = new WebSocket(socketUrl(base, 'rpc'));
  const lost = new Mailbox<never>();
  let lostReason: LostReason = { kind: 'gone', message: '' };
  const wire = socketWire(socket);
  socket.addEventListener('close', async (event) => {
    lostReason = event.code === closeCodes.reload ? { kind: 'reload', message: '' } : await askWhyLost(base);
    lost.close('');
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    lost.onClose(() => reject(lostReason));
  });
  return {
    wire,
    openFrames: (ticket) =>
      socketFrames(new WebSocket(socketUrl(base, `bytes/${encodeURIComponent(ticket)}`))),
    onLost: (listener) => lost.onClose(() => listener(lostReason)),
  };
}

function socketUrl(base: string, path: string): string {
  const url = new URL(path, base);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.search = '';
  url.hash = '';
  return url.href;
}

/** A browser does not tell a script why a WebSocket was refused; a plain request does. */
async function askWhyLost(base: string): Promise<LostReason> {
  try {
    const answer = await fetch(new URL('session', base), { cache: 'no-store' });
    if (answer.status === 401 || answer.status === 403)
      return { kind: 'refused', message: await answer.text() };
  } catch {
    // Nobody answers: gone.
  }
  return { kind: 'gone', message: 'Virtdeck has ended, or the link to it was cut.' };
}

function socketWire(socket: WebSocket): Wire {
  const mailbox = new Mailbox<string>();
  socket.addEventListener('message', (event) => {
    if (typeof event.data === 'string') mailbox.push(event.data);
  });
  socket.addEventListener('close', (event) => mailbox.close(event.reason));
  return {
    send(text) {
      if (socket.readyState === WebSocket.OPEN) socket.send(text);
    },
    onMessage: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close(reason) {
      socket.close(1000, reason);
      mailbox.close(reason ?? '');
    },
  };
}

/** Frames sent before the socket is open are kept; the browser copies what it sends. */
function socketFrames(socket: WebSocket): FramePort {
  const mailbox = new Mailbox<Uint8Array | string>();
  const early: Array<Uint8Array | string> = [];
  socket.binaryType = 'arraybuffer';
  socket.addEventListener('open', () => {
    for (const frame of early.splice(0)) sendFrame(socket, frame);
  });
  socket.addEventListener('message', ({ data }) => {
    mailbox.push(data instanceof ArrayBuffer ? new Uint8Array(data) : String(data));
  });
  socket.addEventListener('close', (event) => mailbox.close(event.reason));
  return {
    send(frame) {
      if (socket.readyState === WebSocket.OPEN) sendFrame(socket, frame);
      else if (socket.readyState === WebSocket.CONNECTING) {
        early.push(typeof frame === 'string' ? frame : new Uint8Array(frame));
      }
    },
    onFrame: (listener) => mailbox.onItem(listener),
    onClose: (listener) => mailbox.onClose(listener),
    close() {
      closeAfterEarly(socket, early);
      mailbox.close('');
    },
  };
}

function closeAfterEarly(socket: WebSocket, early: readonly unknown[]): void {
  if (socket.readyState === WebSocket.CONNECTING && early.length > 0) {
    socket.addEventListener('open', () => socket.close(1000));
  } else {
    socket.close(1000);
  }
}

function sendFrame(socket: WebSocket, frame: Uint8Array | string): void {
  if (typeof frame === 'string') socket.send(frame);
  // A view of shared memory cannot be sent; ours never are, and only the type does not know.
  else
    socket.send(
      frame.buffer instanceof ArrayBuffer
        ? new Uint8Array(frame.buffer, frame.byteOffset, frame.byteLength)
        : new Uint8Array(frame),
    );
}
