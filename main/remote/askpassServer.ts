import { randomBytes } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { listen, listening } from '../runtime/listen.ts';
import { type AskpassAnswer, type AskpassRequest, MAX_LINE, parseRequest } from './askpassProtocol.ts';

/** Answers a helper; null: the user cancelled. The signal ends when ssh has given up asking. */
export type AskpassHandler = (
  request: AskpassRequest,
  signal: AbortSignal,
) => Promise<AskpassAnswer['answer']>;

const GREETING_MS = 10_000;

/**
 * Main's end of the askpass helper: a UNIX socket in a folder that only this user can enter. A helper shows the
 * ticket of the ssh that runs it; without one that is valid now it gets no answer.
 */
export class AskpassServer {
  readonly path: string;
  readonly #handlers = new Map<string, AskpassHandler>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  /** @param path where to listen, in a private folder */
  constructor(path: string) {
    this.path = path;
    this.#server = createServer({ allowHalfOpen: true }, (socket) => this.#serve(socket));
    this.#server.unref();
  }

  /** Listens, if it does not yet. */
  readonly listen = listening(() => listen(this.#server, { path: this.path }));

  /** A ticket for one ssh, with what answers it. */
  issue(handler: AskpassHandler): string {
    const ticket = randomBytes(32).toString('hex');
    this.#handlers.set(ticket, handler);
    return ticket;
  }

  /** From now on helpers with this ticket are turned away. */
  revoke(ticket: string): void {
    this.#handlers.delete(ticket);
  }

  close(): void {
    this.#handlers.clear();
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
  }

  #serve(socket: Socket): void {
    const gone = new AbortController();
    this.#sockets.add(socket);
    socket.setEncoding('utf8');
    socket.setTimeout(GREETING_MS, () => socket.destroy());
    let text = '';
    let asked = false;
    socket.on('data', (chunk: string) => {
      if (asked) return;
      text += chunk;
      const end = text.indexOf('\n');
      if (end < 0 && text.length > MAX_LINE) socket.destroy();
      if (end < 0) return;
      asked = true;
      socket.setTimeout(0);
      void this.#answer(socket, text.slice(0, end), gone.signal);
    });
    socket.on('error', () => {});
    // The helper waits with its side open: an end means that ssh has killed it.
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      this.#sockets.delete(socket);
      gone.abort();
    });
  }

  async #answer(socket: Socket, line: string, signal: AbortSignal): Promise<void> {
    const request = parseRequest(line);
    const handler = request && this.#handlers.get(request.ticket);
    let answer: AskpassAnswer = { answer: null };
    try {
      if (request && handler) answer = { answer: await handler(request, signal) };
    } catch {
      // Whoever was to ask has reported it; for ssh it is a cancelled question.
    }
    if (!socket.destroyed) socket.end(`${JSON.stringify(answer)}\n`, () => socket.destroy());
  }
}
