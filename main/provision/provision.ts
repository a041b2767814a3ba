import { apiError, type HostOptions, type NewMachine, type NewMachinePreview } from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { Jobs } from '../hypervisor/jobs.ts';
import type { DefinitionHistory } from '../settings/history.ts';
import { adviceOn } from './advice.ts';
import { virshCommands } from './commands.ts';
import { createMachine } from './create.ts';
import { readHostOptions } from './hostOptions.ts';
import { nameProblem } from './names.ts';
import { domainXml, planMachine } from './plan.ts';

export interface ProvisionDeps {
  readonly jobs: Jobs;
  readonly history: DefinitionHistory;
}

/** Makes new machines. */
export class Provision {
  readonly #deps: ProvisionDeps;

  constructor(deps: ProvisionDeps) {
    this.#deps = deps;
  }

  /** What the host offers for a new machine. */
  hostOptions(host: Hypervisor): Promise<HostOptions> {
    return readHostOptions(host);
  }

  /** Why the name cannot be used; null: it can. */
  checkName(host: Hypervisor, name: string): string | null {
    return nameProblem(host, name);
  }

  /** What would be made. Nothing is. */
  async preview(host: Hypervisor, machine: NewMachine): Promise<NewMachinePreview> {
    const plan = await planMachine(host, machine);
    const name = nameProblem(host, machine.name);
    const warnings = await adviceOn(host, plan);
    return {
      xml: domainXml(plan),
      volumeXml: plan.volume?.xml ?? null,
      warnings: name === null ? warnings : [name, ...warnings],
      commands: virshCommands(host.connection.uri, plan),
    };
  }

  /** Starts making it; the id of the job. Throws at once what no job is needed to know. */
  create(host: Hypervisor, machine: NewMachine): string {
    if (!host.connected) throw apiError('unavailable', `${host.connection.name} is not connected.`);
    const { jobs, history } = this.#deps;
    const title = `Create ${machine.name} on ${host.connection.name}`;
    return jobs.start({ kind: 'create', title, connection: host.id }, (job) =>
      createMachine(host, machine, job, history),
    );
  }
}
