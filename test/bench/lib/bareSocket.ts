import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { openPlainChromium } from './chromium.ts';

/**
 * Echo of a byte between an empty page and a WebSocket of Node that sends back what comes: what a browser costs by
 * itself. In milliseconds each.
 */
export async function echoOnBareSocket(count: number, pauseMs: number): Promise<number[]> {
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>echo</title>');
  });
  new WebSocketServer({ server }).on('connection', (socket) =>
    socket.on('message', (data) => socket.send(data)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server listens nowhere');
  const browser = await openPlainChromium(`http://127.0.0.1:${address.port}/`);
  try {
    return z.array(z.number()).parse(await browser.page.evaluate(`(${echo})(${count}, ${pauseMs})`));
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

/** Runs in the page. */
const echo = `async (count, pauseMs) => {
  const socket = new WebSocket(location.href.replace('http', 'ws'));
  socket.binaryType = 'arraybuffer';
  await new Promise((resolve) => { socket.onopen = resolve; });
  const times = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    const answered = new Promise((resolve) => { socket.onmessage = resolve; });
    socket.send(Uint8Array.of(120));
    await answered;
    times.push(performance.now() - started);
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return times.slice(1);
}`;
