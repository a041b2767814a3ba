import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { listen } from '../runtime/listen.ts';
import { isAllowedUser, peerUser } from './peerUser.ts';
import { securityHeaders } from './securityHeaders.ts';
import { readStatic } from './staticFiles.ts';
import type { Session, WebAccess } from './webAccess.ts';
import { notFoundPage, refusedPage } from './webPages.ts';
import { refusal } from './webRequests.ts';

/** What a page is told whose session ended with its server. */
const STRANGER =
  'This page has no permission any more. Start Virtdeck again where it runs: it prints a new address.';

export interface WebServerOptions {
  /** 0: any free one. */
  readonly port: number;
  /** The folder of the built renderer. */
  readonly renderer: string;
  readonly access: WebAccess;
  /** An upgrade by an admitted browser. Answers false when there is nothing at this path. */
  readonly onUpgrade: (upgrade: Upgrade) => boolean;
}

export interface Upgrade {
  readonly path: string;
  readonly session: Session;
  readonly request: IncomingMessage;
  readonly socket: Duplex;
  readonly head: Buffer;
}

/** The web host's HTTP side: on loopback only, for browsers with a session only. */
export class WebServer {
  readonly #server: Server;
  readonly #options: WebServerOptions;

  private constructor(options: WebServerOptions) {
    this.#options = options;
    this.#server = createServer({ maxHeaderSize: 16 * 1024 }, (request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
    this.#server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => {});
      this.#upgrade(request, socket, head).catch(() => socket.destroy());
    });
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** Listens. @throws Error with code EADDRINUSE or EACCES when the port cannot be had */
  static async listen(options: WebServerOptions): Promise<WebServer> {
    const web = new WebServer(options);
    await listen(web.#server, { port: options.port, host: '127.0.0.1' });
    return web;
  }

  get port(): number {
    return boundPort(this.#server.address());
  }

  /** A new address, good for one browser. */
  createAddress(): string {
    return `http://127.0.0.1:${this.port}/?token=${this.#options.access.createToken()}`;
  }

  /** Stops listening and cuts what is open. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
    const refused = refusal(request, false);
    if (refused) return sendText(response, 403, refused);
    if (request.method !== 'GET' && request.method !== 'HEAD') return sendText(response, 405, 'Not allowed.');
    if (!isAllowedUser(await peerUser(request.socket))) return sendText(response, 403, 'Not your server.');
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const token = url.searchParams.get('token');
    if (url.pathname === '/' && token !== null) return this.#exchange(request, response, token);
    const session = this.#options.access.sessionOf(request.headers.cookie);
    if (url.pathname === '/session') return sendSession(response, session);
    if (!session) return sendPage(response, 401, refusedPage);
    return this.#sendFile(request, response, url.pathname);
  }

  /** The token leaves the address bar and the history at once. A browser that is in already stays in. */
  #exchange(request: IncomingMessage, response: ServerResponse, token: string): void {
    const { access } = this.#options;
    const known = access.sessionOf(request.headers.cookie);
    const used = request.method === 'GET' && access.spendToken(token);
    if (!known && !used) {
      sendPage(response, 403, refusedPage);
      return;
    }
    if (!known) response.setHeader('Set-Cookie', access.createSession());
    response.writeHead(303, { Location: '/', 'Cache-Control': 'no-store' }).end();
  }

  async #sendFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const file = await readStatic(this.#options.renderer, path);
    if (!file) return sendPage(response, 404, notFoundPage);
    response.writeHead(200, { ...file.headers, 'Content-Length': file.body.byteLength });
    response.end(request.method === 'HEAD' ? undefined : file.body);
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const session = this.#options.access.sessionOf(request.headers.cookie);
    if (refusal(request, true) || !session || !isAllowedUser(await peerUser(request.socket))) {
      return refuseUpgrade(socket);
    }
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!this.#options.onUpgrade({ path: pathname, session, request, socket, head })) refuseUpgrade(socket);
  }
}

function boundPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return address.port;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(text);
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(html);
}

/** Lets a page whose WebSocket was refused find out whether its session is still known. */
function sendSession(response: ServerResponse, session: Session | null): void {
  if (session) response.writeHead(204, { 'Cache-Control': 'no-store' }).end();
  else sendText(response, 401, STRANGER);
}

function refuseUpgrade(socket: Duplex | Socket): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}
