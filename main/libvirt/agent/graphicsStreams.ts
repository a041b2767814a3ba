import { Socket } from 'node:net';
import { connectLink } from './connectLink.ts';
import type { Link } from './protocol.ts';

/** Called once with how a stream ended. */
type Ended = (error: Error | null) => void;

/** The displays whose bytes the agent's main thread moves. */
export class GraphicsStreams {
  readonly #closers = new Set<() => void>();

  /**
   * Joins a display to main.
   * @param fd a connection to the display; becomes this object's own
   * @throws Error when main cannot be reached
   */
  async join(fd: number, link: Link, ended: Ended): Promise<void> {
    const guest = new Socket({ fd, readable: true, writable: true, allowHalfOpen: true });
    let broken: Error | null = null;
    guest.on('error', (error) => {
      broken = error;
    });
    let main: Socket;
    try {
      main = await connectLink(link);
    } catch (error) {
      guest.destroy();
      throw error;
    }
    const close = (): void => {
      guest.destroy();
    };
    const over = (): void => {
      this.#closers.delete(close);
      // After the last byte; main learns the reason by message.
      main.end();
      ended(broken);
    };
    if (guest.destroyed) return over();
    this.#closers.add(close);
    guest.once('close', over);
    main.once('close', close);
    guest.pipe(main, { end: false });
    main.pipe(guest, { end: false });
    // Either end of a display that is left is left by both.
    main.once('end', () => guest.destroySoon());
    guest.once('end', () => guest.destroySoon());
  }

  closeAll(): void {
    for (const close of [...this.#closers]) close();
  }
}
