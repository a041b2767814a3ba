import type { FileHandle } from 'node:fs/promises';
import type { ConsoleLog as LogState } from '../../../contract/index.ts';
import { createLogFile, openChosen, reasonOf } from './logFile.ts';
import { PlainText } from './plainText.ts';

/** Windows are told at most so often how large a log is, in ms. */
const TELL_MS = 1000;
/** A disk that is slower than the guest holds the guest back above this many bytes. */
const HIGH_WATER = 1024 * 1024;
/** A log ends here: a guest must not fill the disk. */
const MAX_BYTES = 4 * 1024 ** 3;

export interface LogWish {
  readonly folder: string;
  /** Name of the file; `.log` is added where it has no ending. */
  readonly name: string;
  /** A path that the user has chosen in the system's dialog instead, and agreed to replace; null: none. */
  readonly chosen: string | null;
  /** Leave colours and other control sequences out. */
  readonly plain: boolean;
}

/** What a console prints, as it is written to a file. */
export class ConsoleLog {
  readonly #file: FileHandle;
  readonly #path: string;
  readonly #since = Date.now();
  readonly #plain: PlainText | null;
  readonly #changed: () => void;
  #queue: Uint8Array[] = [];
  #queued = 0;
  #bytes = 0;
  #writing: Promise<void> | null = null;
  #waiting: string | null = null;
  #ended: string | null = null;
  #closed = false;
  #tell: NodeJS.Timeout | null = null;
  #drained: (() => void)[] = [];

  /**
   * @param changed the log's state is another one
   * @throws ApiError where the file cannot be made
   */
  static async start({ folder, name, chosen, plain }: LogWish, changed: () => void): Promise<ConsoleLog> {
    const { path, file } = chosen === null ? await createLogFile(folder, name) : await openChosen(chosen);
    return new ConsoleLog(path, file, plain, changed);
  }

  private constructor(path: string, file: FileHandle, plain: boolean, changed: () => void) {
    this.#path = path;
    this.#file = file;
    this.#plain = plain ? new PlainText() : null;
    this.#changed = changed;
  }

  get state(): LogState {
    return {
      path: this.#path,
      bytes: this.#bytes,
      since: this.#since,
      waiting: this.#waiting,
      ended: this.#ended,
    };
  }

  /** Whether it takes bytes. */
  get running(): boolean {
    return this.#ended === null && !this.#closed;
  }

  /** Whether more waits for the disk than is good. */
  get congested(): boolean {
    return this.#queued >= HIGH_WATER;
  }

  /** Why nothing comes at present; null: the console is read. */
  set waiting(reason: string | null) {
    if (reason === this.#waiting) return;
    this.#waiting = reason;
    this.#tellSoon();
  }

  /** Takes what the console printed. */
  write(chunk: Uint8Array): void {
    if (!this.running) return;
    // A copy: the chunk is part of a buffer that is used again.
    const bytes = this.#plain?.filter(chunk) ?? new Uint8Array(chunk);
    if (bytes.byteLength === 0) return;
    this.#queue.push(bytes);
    this.#queued += bytes.byteLength;
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when it is not congested any more. */
  drained(): Promise<void> {
    if (!this.congested) return Promise.resolve();
    return new Promise((resolve) => this.#drained.push(resolve));
  }

  /** Writes what waits and closes the file. */
  async stop(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#writing;
    if (this.#tell) clearTimeout(this.#tell);
    await this.#file.close().catch(() => {});
  }

  async #writeAll(): Promise<void> {
    while (this.#queue.length > 0 && this.#ended === null) {
      const bytes = Buffer.concat(this.#queue.splice(0));
      try {
        await this.#file.writeFile(bytes);
        this.#bytes += bytes.byteLength;
        if (this.#bytes >= MAX_BYTES) this.#end('It has 4 GiB: Virtdeck writes no longer ones.');
      } catch (error) {
        this.#end(`It could not be written: ${reasonOf(error)}`);
      }
      this.#queued -= bytes.byteLength;
      if (!this.congested) for (const resolve of this.#drained.splice(0)) resolve();
      this.#tellSoon();
    }
    this.#writing = null;
  }

  #end(reason: string): void {
    this.#ended = reason;
    this.#queue = [];
    this.#queued = 0;
    for (const resolve of this.#drained.splice(0)) resolve();
    this.#tellSoon();
  }

  #tellSoon(): void {
    if (this.#closed) return;
    this.#tell ??= setTimeout(() => {
      this.#tell = null;
      this.#changed();
    }, TELL_MS).unref();
  }
}
