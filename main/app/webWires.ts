import { type WebSocket, WebSocketServer } from 'ws';
import { closeCodes, MAX_FRAME_BYTES, MAX_MESSAGE_LENGTH } from '../../contract/index.ts';
import type { Caller } from '../ipc/caller.ts';
import type { Routes } from '../ipc/router.ts';
import type { TicketStore } from '../ipc/ticketStore.ts';
import { webSocketFrames, webSocketWire } from '../ipc/webSocketWire.ts';
import type { Windows } from '../ipc/windows.ts';
import type { Session } from './webAccess.ts';
import type { Upgrade } from './webServer.ts';

/** A window that has not answered a ping for this long is gone (a cut link says nothing). */
const PING_INTERVAL_MS = 20_000;

/** How long a window may take to answer the closing of its wire. */
const CLOSE_TIMEOUT_MS = 300;

/** The WebSockets of the web host: one for the calls of each window, one for each byte channel. */
export class WebWires {
  readonly #windows: Windows;
  readonly #tickets: TicketStore;
  readonly #routes: Routes;
  readonly #sessions = new WeakMap<Caller, Session>();
  // UTF-8 takes up to three bytes for a UTF-16 unit.
  readonly #calls = new WebSocketServer({ noServer: true, maxPayload: 3 * MAX_MESSAGE_LENGTH });
  readonly #bytes = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES });
  readonly #pings: NodeJS.Timeout;

  constructor(windows: Windows, tickets: TicketStore, routes: Routes) {
    this.#windows = windows;
    this.#tickets = tickets;
    this.#routes = routes;
    this.#pings = setInterval(() => pingAll(this.#calls), PING_INTERVAL_MS);
    this.#pings.unref();
  }

  /** Takes over an upgrade. False: there is nothing at its path. */
  upgrade({ path, session, request, socket, head }: Upgrade): boolean {
    if (path === '/rpc') {
      this.#calls.handleUpgrade(request, socket, head, (webSocket) => this.#serveWindow(webSocket, session));
      return true;
    }
    const ticket = /^\/bytes\/([\w-]{16,128})$/.exec(path)?.[1];
    const open = ticket && this.#tickets.redeem(ticket, (caller) => this.#sessions.get(caller) === session);
    if (!open) return false;
    this.#bytes.handleUpgrade(request, socket, head, (webSocket) => open(webSocketFrames(webSocket)));
    return true;
  }

  /** Tells every window to load the page again: its files have changed. */
  reload(): void {
    for (const socket of this.#calls.clients) socket.close(closeCodes.reload, 'reload');
  }

  /** Closes every window's wire and every channel. */
  close(): void {
    clearInterval(this.#pings);
    const sockets = [...this.#calls.clients, ...this.#bytes.clients];
    for (const socket of sockets) socket.close(1001, 'Virtdeck has ended');
    // A browser that does not answer the closing is not waited for.
    setTimeout(() => {
      for (const socket of sockets) socket.terminate();
    }, CLOSE_TIMEOUT_MS);
  }

  #serveWindow(socket: WebSocket, session: Session): void {
    const caller = this.#windows.serve(webSocketWire(socket), this.#routes);
    this.#sessions.set(caller, session);
  }
}

const answered = new WeakSet<WebSocket>();

function pingAll(server: WebSocketServer): void {
  for (const socket of server.clients) {
    if (socket.listenerCount('pong') === 0) {
      socket.on('pong', () => answered.add(socket));
    } else if (!answered.has(socket)) {
      socket.terminate();
      continue;
    }
    answered.delete(socket);
    socket.ping();
  }
}
