import { join } from 'node:path';
import type { MachineSpec } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { Jobs } from '../../hypervisor/jobs.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import { removeFetched } from './bootFiles.ts';
import type { FollowUps } from './followUps.ts';
import type { Makeable } from './makeable.ts';
import { makeMachine } from './makeMachine.ts';

export interface MakerDeps {
  readonly jobs: Jobs;
  readonly history: DefinitionHistory;
  readonly followUps: FollowUps;
  /** The data folder. */
  readonly folder: string;
}

/** Makes new machines, each in a job. */
export class Maker {
  readonly #deps: MakerDeps;

  constructor(deps: MakerDeps) {
    this.#deps = deps;
    void removeFetched(this.#folder);
  }

  /**
   * Starts making a machine.
   * @param plan plans it, once the job runs
   * @returns the job's id
   */
  start(host: Hypervisor, spec: MachineSpec, plan: () => Promise<Makeable>): string {
    const { jobs, history, followUps } = this.#deps;
    const title = `Create ${spec.name} on ${host.connection.name}`;
    const deps = { history, followUps, folder: this.#folder };
    return jobs.start({ kind: 'create', title, connection: host.id }, (job) =>
      makeMachine(host, plan, job, deps),
    );
  }

  /** Where files are put that are fetched. */
  get #folder(): string {
    return join(this.#deps.folder, 'fetched');
  }
}
