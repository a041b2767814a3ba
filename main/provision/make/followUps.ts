import { join } from 'node:path';
import { z } from 'zod';
import { ApiError } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { JobControl, Jobs } from '../../hypervisor/jobs.ts';
import { JsonFile } from '../../settings/jsonFile.ts';
import { followInstallation, removeVolumes, whatRemains } from './follow.ts';
import { Installing } from './installing.ts';
import type { Leftovers } from './leftovers.ts';
import { isLinkError } from './link.ts';
import { tidyMachine } from './tidy.ts';
import { UnfinishedMachines } from './unfinished.ts';
import { removeVolume } from './volumes.ts';

export interface FollowUpsDeps {
  readonly jobs: Jobs;
  readonly leftovers: Leftovers;
  /** The data folder. */
  readonly folder: string;
  /** Something went wrong that nobody waits for. */
  readonly notice: (message: string) => void;
}

/** Installations that are being waited for. They are kept on disk: the next start of Virtdeck goes on with them. */
export class FollowUps {
  /** Machines that are being made. */
  readonly unfinished: UnfinishedMachines;
  readonly #deps: FollowUpsDeps;
  readonly #file: JsonFile<Installing[]>;
  /** By {@link keyOf}; what gives the waiting up. */
  readonly #followed = new Map<string, AbortController>();
  readonly #cleaning = new Set<string>();
  #stopping = false;

  constructor(deps: FollowUpsDeps) {
    this.#deps = deps;
    this.unfinished = new UnfinishedMachines(deps.folder, deps.notice);
    this.#file = new JsonFile({
      path: join(deps.folder, 'installations.json'),
      schema: z.array(Installing),
      fallback: () => [],
      onProblem: deps.notice,
    });
  }

  /** Keeps what is to be done, in place of what was known of the same machine. */
  async remember(installing: Installing): Promise<void> {
    await this.#file.set([...this.#others(installing), installing]);
  }

  /** Nothing is to be done any more. */
  async forget(installing: Installing): Promise<void> {
    await this.#file.set(this.#others(installing));
  }

  /** Waits for an installation, as a job that everybody sees; for what only tidies up, without one. */
  follow(host: Hypervisor, installing: Installing): void {
    const key = keyOf(installing);
    if (this.#followed.has(key) || this.#stopping) return;
    const abort = new AbortController();
    this.#followed.set(key, abort);
    const ended = (): void => void this.#followed.delete(key);
    if (installing.finish === 'none') {
      void this.#quietly(host, installing, abort.signal).finally(ended);
      return;
    }
    const { name, uuid } = installing;
    const title = `Install ${name} on ${host.connection.name}`;
    this.#deps.jobs.start({ kind: 'install', title, connection: host.id, uuid }, (job) =>
      this.#follow(host, installing, job).finally(ended),
    );
  }

  /** A connection was opened or closed: goes on with what is known of its machines, and tidies up. */
  look(hosts: readonly Hypervisor[]): void {
    if (this.#stopping) return;
    for (const host of hosts) {
      if (!host.connected) continue;
      const { uri } = host.connection;
      for (const installing of this.#file.value) if (installing.uri === uri) this.follow(host, installing);
      void this.#tidy(host);
      if (!host.connection.readOnly) this.#tidyMachines(host);
    }
  }

  /** Virtdeck ends: what is waited for stays known. To be called before jobs are stopped. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const abort of this.#followed.values()) abort.abort();
    await this.#file.flush();
  }

  async #follow(host: Hypervisor, installing: Installing, job: JobControl): Promise<void> {
    const remember = (changed: Installing): Promise<void> => this.remember(changed);
    try {
      await followInstallation(host, installing, job, remember);
    } catch (error) {
      // The connection was removed, or Virtdeck ends: it goes on another time.
      if (this.#stopping || host.stopped) throw error;
      if (error instanceof ApiError && error.kind === 'cancelled') {
        for (const line of whatRemains(installing)) job.log(line);
      }
      await this.forget(installing);
      throw error;
    }
    await this.forget(installing);
  }

  /** Deletes what was made for the first boot when the machine has stopped. Nobody needs to see the waiting. */
  async #quietly(host: Hypervisor, installing: Installing, signal: AbortSignal): Promise<void> {
    const nobody: JobControl = {
      signal,
      stage: () => {},
      progress: () => {},
      log: () => {},
      about: () => {},
      commit: () => {},
    };
    const quiet = { ...installing, volumes: [] };
    const remember = ({ domainId }: Installing): Promise<void> => this.remember({ ...installing, domainId });
    try {
      await followInstallation(host, quiet, nobody, remember);
    } catch (error) {
      if (signal.aborted || host.stopped) return;
      this.#deps.notice(`${installing.name}: ${error instanceof Error ? error.message : String(error)}`);
      await this.forget(installing);
      return;
    }
    const { name, uuid } = installing;
    const title = `Tidy up after the first boot of ${name} on ${host.connection.name}`;
    this.#deps.jobs.start({ kind: 'install', title, connection: host.id, uuid }, async (job) => {
      await removeVolumes(host, installing, job);
      await this.forget(installing);
    });
  }

  /** Deletes temporary volumes of a Virtdeck that ended unexpectedly. */
  async #tidy(host: Hypervisor): Promise<void> {
    if (host.connection.readOnly) return;
    for (const leftover of this.#deps.leftovers.orphans(host.connection.uri)) {
      const key = JSON.stringify(leftover);
      if (this.#cleaning.has(key)) continue;
      this.#cleaning.add(key);
      try {
        await removeVolume(host, leftover);
        await this.#deps.leftovers.remove(leftover);
      } catch {
        // Another time: it is known until it is gone.
      } finally {
        this.#cleaning.delete(key);
      }
    }
  }

  /** What is left of machines that a Virtdeck which was killed was making; told once while Virtdeck runs. */
  #tidyMachines(host: Hypervisor): void {
    for (const one of this.unfinished.orphans(host.connection.uri)) {
      if (this.#cleaning.has(one.id)) continue;
      this.#cleaning.add(one.id);
      const title = `Tidy up after making ${one.name} on ${host.connection.name}, which was interrupted`;
      this.#deps.jobs.start({ kind: 'tidy', title, connection: host.id }, async (job) => {
        const followed = this.#file.value.some(({ uri, uuid }) => uri === one.uri && uuid === one.uuid);
        try {
          await tidyMachine(host, one, followed, job, (open) =>
            open.length === 0 ? this.unfinished.remove(one.id) : this.unfinished.keepOnly(one, open),
          );
        } catch (error) {
          // Another time, when the host is back.
          if (isLinkError(error)) this.#cleaning.delete(one.id);
          throw error;
        }
      });
    }
  }

  #others(installing: Installing): Installing[] {
    return this.#file.value.filter((one) => keyOf(one) !== keyOf(installing));
  }
}

function keyOf({ uri, uuid }: Installing): string {
  return `${uri} ${uuid}`;
}
