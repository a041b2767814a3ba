/**
 * Keeps what arrives until somebody listens, in order, and the closing after the last of it.
 * Every wire and frame port is built on one, so that listeners may be set late.
 */
export class Mailbox<T> {
  #items: T[] = [];
  #receiver: ((item: T) => void) | null = null;
  #closed: { reason: string } | null = null;
  #closeListeners: Array<(reason: string) => void> = [];

  /** True once closed; items are refused then. */
  get closed(): boolean {
    return this.#closed !== null;
  }

  push(item: T): void {
    if (this.#closed) return;
    if (this.#receiver) this.#receiver(item);
    else this.#items.push(item);
  }

  /** The first reason counts. */
  close(reason: string): void {
    if (this.#closed) return;
    this.#closed = { reason };
    this.#announceClose();
  }

  onItem(receiver: (item: T) => void): void {
    this.#receiver = receiver;
    for (const item of this.#items.splice(0)) receiver(item);
    this.#announceClose();
  }

  onClose(listener: (reason: string) => void): void {
    this.#closeListeners.push(listener);
    this.#announceClose();
  }

  #announceClose(): void {
    // Whoever never set a receiver still learns of the closing; whoever will set one gets the items first.
    if (!this.#closed || this.#items.length > 0) return;
    const { reason } = this.#closed;
    for (const listener of this.#closeListeners.splice(0)) listener(reason);
  }
}
