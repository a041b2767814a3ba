import type { ListenOptions, Server } from 'node:net';

/**
 * Listens. A server that listens goes on when a single connection cannot be taken later, as when the process has
 * as many files open as it may: the error would end the process if nobody heard it.
 * @throws Error of the system, such as EADDRINUSE, when it cannot listen
 */
export function listen(server: Server, where: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(where, resolve);
  });
}

/** Listens for the first who asks, on behalf of all; where it failed, for the next one anew. */
export function listening(start: () => Promise<void>): () => Promise<void> {
  let started: Promise<void> | null = null;
  return () => {
    started ??= start().catch((error: unknown) => {
      started = null;
      throw error;
    });
    return started;
  };
}
