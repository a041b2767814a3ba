import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';

/** How the agent's end of a stream ended: null is a proper end, an error what libvirt said. Known once. */
export class StreamEnding {
  #known: { readonly error: Error | null } | null = null;
  #listeners: ((error: Error | null) => void)[] = [];

  set(error: Error | null): void {
    if (this.#known) return;
    this.#known = { error };
    for (const listener of this.#listeners.splice(0)) listener(error);
  }

  /** Calls the listener when it is known, at once when it is. */
  when(listener: (error: Error | null) => void): void {
    if (this.#known) listener(this.#known.error);
    else this.#listeners.push(listener);
  }
}

/**
 * One byte stream of an agent as main uses it. It ends, or fails, with what the agent reports over the
 * message channel and not merely with the socket, so that a reader never takes a broken transfer for a
 * complete one, and the writer of an upload knows that libvirt has taken everything (`finish`).
 */
export class LinkStream extends Duplex {
  readonly #socket: Socket;
  readonly #ending: StreamEnding;
  #ended = false;

  constructor(socket: Socket, ending: StreamEnding) {
    super({ allowHalfOpen: true });
    this.#socket = socket;
    this.#ending = ending;
    socket.on('data', (chunk: Buffer) => {
      if (!this.push(chunk)) socket.pause();
    });
    const over = (): void => ending.when((error) => (error ? this.destroy(error) : this.#end()));
    socket.on('end', over);
    // What broke is told by the agent; the socket only says that it did.
    socket.on('error', () => {});
    socket.on('close', over);
    socket.pause();
  }

  override _read(): void {
    this.#socket.resume();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#socket.write(chunk, (error) => {
      // An agent that gave up closes the socket first and says why in a message that is on its way.
      if (error) this.#ending.when((reason) => done(reason ?? error));
      else done();
    });
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#socket.end();
    this.#ending.when((error) => {
      done(error);
      // Who only writes does not read the end; without it the stream would not close.
      if (!error) this.resume();
    });
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#socket.destroy();
    done(error);
  }

  /** Nothing more comes, and nothing more can be sent. */
  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.once('end', () => this.destroy());
    this.push(null);
  }
}
