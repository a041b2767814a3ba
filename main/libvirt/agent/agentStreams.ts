import { connect, Socket } from 'node:net';
import { CONSOLE_WINDOW } from './eventProtocol.ts';
import type { EventThread } from './eventThread.ts';
import type { Handed } from './laneProtocol.ts';
import type { Link } from './protocol.ts';

/** Called once with how a stream ended. */
type Ended = (error: Error | null) => void;

/** Connects to main for the bytes of one stream. */
export function connectLink({ path, ticket }: Link): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true }, () => {
      socket.off('error', reject);
      // What broke shows as 'close'.
      socket.on('error', () => {});
      socket.write(`${ticket}\n`);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** The byte streams that the agent's main thread moves: consoles and graphics. */
export class AgentStreams {
  readonly #events: EventThread;
  readonly #closers = new Map<number, () => void>();

  constructor(events: EventThread) {
    this.#events = events;
  }

  /** Moves the bytes between main and what a lane has opened. */
  join(id: number, handed: Handed, link: Socket, ended: Ended): void {
    const finished: Ended = (error) => {
      if (!this.#closers.delete(id)) return;
      // After the last byte; main learns the reason by message.
      link.end();
      ended(error);
    };
    if ('fd' in handed) this.#graphics(id, handed.fd, link, finished);
    else this.#console(id, handed.stream, link, finished);
  }

  /** What was opened is not wanted, since main could not be reached. */
  discard(id: number, handed: Handed): void {
    if ('fd' in handed) new Socket({ fd: handed.fd }).destroy();
    else {
      this.#events.openConsole(id, handed.stream, { data() {}, written() {}, ended() {} });
      this.#events.closeConsole(id);
    }
  }

  closeAll(): void {
    for (const close of [...this.#closers.values()]) close();
  }

  #graphics(id: number, fd: number, link: Socket, finished: Ended): void {
    const guest = new Socket({ fd, readable: true, writable: true, allowHalfOpen: true });
    const close = (): void => {
      guest.destroy();
      link.destroy();
    };
    this.#closers.set(id, close);
    let broken: Error | null = null;
    guest.on('error', (error) => {
      broken = error;
    });
    guest.once('close', () => finished(broken));
    link.once('close', () => guest.destroy());
    guest.pipe(link, { end: false });
    link.pipe(guest, { end: false });
    // Either end of a display that is left is left by both.
    link.once('end', () => guest.destroySoon());
    guest.once('end', () => guest.destroySoon());
  }

  #console(id: number, stream: bigint, link: Socket, finished: Ended): void {
    let underway = 0;
    this.#closers.set(id, () => {
      this.#events.closeConsole(id);
      link.destroy();
      finished(null);
    });
    this.#events.openConsole(id, stream, {
      data: (bytes) => {
        link.write(bytes, () => this.#events.taken(id, bytes.byteLength));
      },
      written: (bytes) => {
        underway -= bytes;
        if (underway < CONSOLE_WINDOW) link.resume();
      },
      ended: finished,
    });
    link.on('data', (bytes: Buffer) => {
      underway += bytes.byteLength;
      if (underway >= CONSOLE_WINDOW) link.pause();
      this.#events.write(id, bytes);
    });
    link.once('close', () => {
      this.#events.closeConsole(id);
      finished(null);
    });
    // A viewer that has nothing more to say has left.
    link.once('end', () => link.destroy());
  }
}
