import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { listen, listening } from '../../runtime/listen.ts';
import { makeSocketFolder } from '../../runtime/processFolders.ts';
import type { Link } from './protocol.ts';

/** Length of a ticket in characters; a line feed follows it. */
const TICKET_CHARS = 64;
/** An agent connects at once; the time covers the opening of the second connection. */
const CLAIM_MS = 120_000;
const GREETING_MS = 5_000;

/** A link that an agent has been told to connect to. */
export interface ExpectedLink {
  readonly link: Link;
  /** Resolves with the connected socket, paused. Rejects when it does not come. */
  readonly socket: Promise<Socket>;
  /** Stops waiting. */
  cancel(): void;
}

interface Waiting {
  readonly take: (socket: Socket) => void;
  readonly refuse: (error: Error) => void;
}

/**
 * Main's end of the byte streams of agents: one UNIX socket in a private folder, to which an agent
 * connects once per stream, showing a single-use ticket. The kernel gives the flow control, and both
 * process hosts can use it.
 */
export class ByteLinks {
  readonly #folder: string;
  readonly #path: string;
  readonly #waiting = new Map<string, Waiting>();
  #server: Server | null = null;
  readonly #listening = listening(() => this.#listen());

  /** @param runtimeDir an existing folder of this user; a private folder is made in it */
  constructor(runtimeDir: string) {
    this.#folder = makeSocketFolder(runtimeDir, 'links', 's');
    this.#path = join(this.#folder, 's');
  }

  /** Prepares for one connection of an agent. */
  async expect(): Promise<ExpectedLink> {
    await this.#listening();
    const ticket = randomBytes(TICKET_CHARS / 2).toString('hex');
    let cancel = (): void => {};
    const socket = new Promise<Socket>((resolve, reject) => {
      const refuse = (error: Error): void => {
        clearTimeout(timer);
        this.#waiting.delete(ticket);
        reject(error);
      };
      const timer = setTimeout(() => refuse(new Error('The agent did not open the stream.')), CLAIM_MS);
      cancel = () => refuse(new Error('The stream is not wanted any more.'));
      this.#waiting.set(ticket, {
        take: (claimed) => {
          clearTimeout(timer);
          resolve(claimed);
        },
        refuse,
      });
    });
    // Whoever cancels has its own reason to report.
    socket.catch(() => {});
    return { link: { path: this.#path, ticket }, socket, cancel };
  }

  /** Stops listening, refuses what is expected and removes the folder. Open streams go on. */
  close(): void {
    for (const waiting of [...this.#waiting.values()]) waiting.refuse(new Error('Virtdeck is closing.'));
    this.#server?.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #listen(): Promise<void> {
    const server = createServer({ pauseOnConnect: false, allowHalfOpen: true }, (socket) =>
      this.#greet(socket),
    );
    this.#server = server;
    server.unref();
    return listen(server, { path: this.#path });
  }

  #greet(socket: Socket): void {
    let head = Buffer.alloc(0);
    const drop = (): void => {
      socket.destroy();
    };
    socket.on('error', drop);
    socket.setTimeout(GREETING_MS, drop);
    const onData = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      if (head.length <= TICKET_CHARS) return;
      socket.off('data', onData);
      socket.pause();
      socket.setTimeout(0);
      const waiting = this.#claim(head.subarray(0, TICKET_CHARS).toString('latin1'));
      if (!waiting) {
        drop();
        return;
      }
      const rest = head.subarray(TICKET_CHARS + 1);
      if (rest.length > 0) socket.unshift(rest);
      waiting.take(socket);
    };
    socket.on('data', onData);
  }

  #claim(ticket: string): Waiting | undefined {
    const waiting = this.#waiting.get(ticket);
    this.#waiting.delete(ticket);
    return waiting;
  }
}
