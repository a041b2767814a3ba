import { setTimeout as sleep } from 'node:timers/promises';
import { ApiError, apiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl } from '../../hypervisor/jobs.ts';
import { refreshPool } from '../../hypervisor/storage.ts';
import type { Leftovers } from '../make/leftovers.ts';
import { agentOf, isLinkError, whenBack, whenConnected } from '../make/link.ts';
import { stopIfCancelled } from '../make/made.ts';
import { exists, removeVolume } from '../make/volumes.ts';
import { hostDigest } from './digest.ts';
import { maybeCopy, rawVolumeXml, settle } from './settle.ts';
import type { UploadSource } from './source.ts';

/** How often a part may fail for want of the link, without the link going, until that is given up. */
const TRIES = 5;
/** How long what was made may wait for the link to be removed, in ms. */
const CLEAN_MS = 60_000;
/** A copy that goes on although its caller is gone holds the volume. */
const BUSY_MS = 2_000;
const BUSY_TRIES = 150;

export interface UploadPlan {
  readonly host: Hypervisor;
  readonly pool: string;
  /** The name it has as long as it is not complete, and the one that it gets. */
  readonly temporary: string;
  readonly volume: string;
  readonly source: UploadSource;
  readonly leftovers: Leftovers;
}

/**
 * One upload, from the empty volume to the complete one. A broken line to the host is waited for; everything else, and
 * the user's wish, ends it without anything being left.
 */
export class Upload {
  readonly #plan: UploadPlan;
  #offset = 0;
  #sparse = true;

  constructor(plan: UploadPlan) {
    this.#plan = plan;
  }

  get plan(): UploadPlan {
    return this.#plan;
  }

  async run(job: JobControl): Promise<void> {
    const { host, pool, temporary, volume, source, leftovers } = this.#plan;
    const leftover = { uri: host.connection.uri, pool, volume: temporary };
    await leftovers.add(leftover);
    try {
      await this.#create(job);
      await this.#send(job);
      await this.#compare(job);
      await this.#settle(job);
      await refreshPool(host, pool).catch(() => {});
      job.log(`${volume} is in pool ${pool}`);
      await leftovers.remove(leftover);
    } catch (error) {
      const left = await this.#clean(job);
      if (left) leftovers.abandon(leftover);
      else await leftovers.remove(leftover);
      throw left ? remains(error, this.#plan) : error;
    } finally {
      source.close();
    }
  }

  async #create(job: JobControl): Promise<void> {
    const { host, pool, temporary, volume, source } = this.#plan;
    job.stage(`Making room in pool ${pool}`);
    await this.#despiteBreaks(job, async () => {
      // A link that broke may have left the answer behind, not the volume.
      if (await exists(host, { pool, volume: temporary })) return;
      const doing = `Making room for ${volume} in pool ${pool} on ${host.connection.name}`;
      await host.connection.call('createVolume', { pool, xml: rawVolumeXml(temporary, source.size) }, doing);
    });
  }

  async #send(job: JobControl): Promise<void> {
    const { host, volume, source } = this.#plan;
    const words = `Uploading ${volume} to ${host.connection.name}`;
    job.stage(words);
    while (this.#offset < source.size) {
      await this.#despiteBreaks(job, () => this.#sendPart(job), words);
      job.progress(this.#offset / source.size);
    }
  }

  async #sendPart(job: JobControl): Promise<void> {
    const { host, pool, temporary, source } = this.#plan;
    const target = { pool, volume: temporary, sparse: this.#sparse };
    const progress = (sent: number): void => job.progress((this.#offset + sent) / source.size);
    try {
      const options = { signal: job.signal, progress, waiting: this.#waiting(job) };
      this.#offset += await source.send(host, target, this.#offset, options);
    } catch (error) {
      if (!this.#sparse || !(error instanceof ApiError) || !HOLES_REFUSED.has(error.kind)) throw error;
      // Storage that knows no holes, or a daemon older than 3.4: zeros are sent like everything else.
      this.#sparse = false;
    }
  }

  /** Says that the window which sends the file is gone, and that it is back. */
  #waiting(job: JobControl): (waiting: boolean) => void {
    const { host, volume } = this.#plan;
    return (waiting) => {
      const gone = `Waiting: the window that sent ${volume} is gone. Choose the file again to go on.`;
      job.stage(waiting ? gone : `Uploading ${volume} to ${host.connection.name}`);
    };
  }

  async #compare(job: JobControl): Promise<void> {
    const { host, pool, temporary, volume, source } = this.#plan;
    const words = `Comparing ${volume} with what has arrived`;
    job.stage(words);
    const sent = source.digest(job.signal);
    sent.catch(() => {});
    const target = { pool, volume: temporary, sparse: false };
    const options = { signal: job.signal, progress: job.progress };
    const arrived = await this.#despiteBreaks(
      job,
      () => hostDigest(host, target, source.size, options),
      words,
    );
    if ((await sent) === arrived) {
      job.log(`SHA-256 ${arrived}: the same here and on the host`);
      return;
    }
    throw apiError(
      'conflict',
      `What arrived of ${volume} on ${host.connection.name} is not what was sent.`,
      'The file was changed while it was uploaded, or the host’s storage is damaged. Upload it again.',
    );
  }

  async #settle(job: JobControl): Promise<void> {
    const { host, pool, temporary, volume, source } = this.#plan;
    const words = `Giving ${volume} its name`;
    job.stage(words);
    let again = false;
    let copying = false;
    const settling = {
      host,
      pool,
      from: temporary,
      to: volume,
      size: source.size,
      progress: job.progress,
      copying: () => {
        copying = true;
      },
    };
    await this.#despiteBreaks(
      job,
      async () => {
        if (again && (await this.#settledAlready(copying))) return;
        stopIfCancelled(job);
        again = true;
        job.log(await settle(settling));
      },
      words,
    );
  }

  /**
   * After a broken link: whether it was done all the same. A copy that was half done is undone; what somebody else
   * has put under the name while the line was broken stays, and ends the upload.
   */
  async #settledAlready(copying: boolean): Promise<boolean> {
    const { host, pool, temporary, volume } = this.#plan;
    if (!(await exists(host, { pool, volume }))) return false;
    if (!(await exists(host, { pool, volume: temporary }))) return true;
    if (!copying || !(await maybeCopy({ host, pool, from: temporary, to: volume }))) return false;
    for (let attempt = 1; ; attempt++) {
      try {
        await removeVolume(host, { pool, volume });
        return false;
      } catch (error) {
        if (isLinkError(error) || attempt === BUSY_TRIES) throw error;
        await sleep(BUSY_MS);
      }
    }
  }

  /** Does something again when the link was broken meanwhile. */
  async #despiteBreaks<T>(job: JobControl, work: () => Promise<T>, words?: string): Promise<T> {
    const { host } = this.#plan;
    for (let failures = 0; ; ) {
      stopIfCancelled(job);
      const agent = agentOf(host);
      const before = this.#offset;
      try {
        return await work();
      } catch (error) {
        if (job.signal.aborted) throw apiError('cancelled', 'Cancelled.');
        const broken = isLinkError(error) || agentOf(host) !== agent;
        if (!broken || host.stopped) throw error;
        failures = agentOf(host) === agent && this.#offset === before ? failures + 1 : 0;
        if (failures >= TRIES) throw error;
        job.stage(`Waiting for the connection to ${host.connection.name} to come back`);
        job.progress(this.#offset / this.#plan.source.size);
        await whenBack(host, agent, job.signal);
        if (words) job.stage(words);
      }
    }
  }

  /** Removes what is there of it. Returns whether something is left because the host cannot be reached. */
  async #clean(job: JobControl): Promise<boolean> {
    const { host, pool, temporary } = this.#plan;
    const late = AbortSignal.timeout(CLEAN_MS);
    for (;;) {
      const agent = agentOf(host);
      try {
        await whenConnected(host, late);
        await removeVolume(host, { pool, volume: temporary });
        return false;
      } catch (error) {
        if (late.aborted || host.stopped || !isLinkError(error)) {
          job.log(`Could not remove ${temporary}: ${error instanceof Error ? error.message : String(error)}`);
          return true;
        }
        await whenBack(host, agent, late).catch(() => {});
      }
    }
  }
}

/** How a host says that it takes no holes. */
const HOLES_REFUSED = new Set(['unsupported', 'invalid', 'libvirt']);

function remains(error: unknown, { host, pool, temporary }: UploadPlan): Error {
  const failure = error instanceof ApiError ? error : null;
  const words =
    failure?.kind === 'cancelled' ? 'The upload was cancelled.' : (failure?.message ?? String(error));
  return apiError(
    'unavailable',
    `${words} What had been uploaded is still in pool ${pool} as ${temporary}.`,
    `It is removed when ${host.connection.name} is connected again.`,
  );
}
