import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, apiError } from '../../../contract/index.ts';
import { toApiError } from '../../hypervisor/errors.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { agentOf, isLinkError, whenConnected, whenNoticed } from './link.ts';

/** How long removing waits for a lost connection, and for libvirt to end what it is at, in ms. */
const CLEAN_MS = 120_000;
const BUSY_MS = 1_000;

/** Something that was made, and how it goes away again. */
export interface Undo {
  /** "the disk web1.qcow2 in pool default" */
  readonly what: string;
  readonly undo: () => Promise<void>;
}

/** What has been made so far, to be removed again when a later step fails: exactly that, and nothing else. */
export class Made {
  readonly #host: Hypervisor;
  readonly #undos: Undo[] = [];

  constructor(host: Hypervisor) {
    this.#host = host;
  }

  add(undo: Undo): void {
    this.#undos.push(undo);
  }

  /**
   * Removes everything, newest first, and waits for the connection if it is lost.
   * @returns what could not be removed
   */
  async removeAll(job: JobControl): Promise<string[]> {
    const left: string[] = [];
    const late = AbortSignal.timeout(CLEAN_MS);
    for (const { what, undo } of this.#undos.splice(0).reverse()) {
      try {
        await this.#stubbornly(undo, late, job);
        job.log(`Removed ${what} again`);
      } catch (error) {
        const why = toApiError(error, { doing: 'Removing it' }).message;
        job.log(`Could not remove ${what}: ${why}`);
        left.push(what);
      }
    }
    return left;
  }

  async #stubbornly(undo: () => Promise<void>, late: AbortSignal, job: JobControl): Promise<void> {
    for (;;) {
      const agent = agentOf(this.#host);
      if (!agent && !this.#host.stopped) {
        job.log(`Waiting for the connection to ${this.#host.connection.name}, to remove what was made`);
        await whenConnected(this.#host, late);
        continue;
      }
      try {
        return await undo();
      } catch (error) {
        // A volume that libvirt is still busy with cannot be deleted yet.
        const busy = error instanceof ApiError && error.kind === 'conflict';
        if (late.aborted || this.#host.stopped || !(busy || isLinkError(error))) throw error;
        if (busy) await sleep(BUSY_MS);
        else await whenNoticed(this.#host, agent, late);
      }
    }
  }
}

/** The failure, with what is left in spite of everything. */
export function withLeftovers(error: unknown, left: readonly string[], doing: string): Error {
  if (left.length === 0) return error instanceof Error ? error : new Error(String(error));
  const failure = toApiError(error, { doing });
  const words = `${failure.message} What had been made could not be removed: ${left.join(', ')}.`;
  return apiError(failure.kind === 'cancelled' ? 'unavailable' : failure.kind, words, failure.hint);
}

/** @throws ApiError `cancelled` */
export function stopIfCancelled(job: JobControl): void {
  if (job.signal.aborted) throw apiError('cancelled', 'Cancelled.');
}
