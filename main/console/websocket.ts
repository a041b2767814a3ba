import type { Duplex } from 'node:stream';
import { createWebSocketStream, WebSocket } from 'ws';
import { VncFailure } from './vnc/failure.ts';

/** Messages larger than this are no part of a picture that a VNC server sends at once. */
const MAX_MESSAGE = 64 * 1024 * 1024;

/** RFB inside of a WebSocket, over a stream that leads to the server's websocket port. */
export function overWebSocket(stream: Duplex, timeoutMs: number): Promise<Duplex> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket('ws://display/', ['binary'], {
      createConnection: () => stream,
      handshakeTimeout: timeoutMs,
      maxPayload: MAX_MESSAGE,
      perMessageDeflate: false,
    });
    socket.once('error', (error) => {
      stream.destroy();
      reject(new VncFailure('closed', `does not answer on its websocket port (${error.message})`));
    });
    socket.once('open', () => resolve(createWebSocketStream(socket)));
  });
}
