import { apiError, type HostOptions, type NewMachine, type NewMachinePreview } from '../../contract/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import type { Jobs } from '../hypervisor/jobs.ts';
import type { DefinitionHistory } from '../settings/history.ts';

export interface ProvisionDeps {
  readonly jobs: Jobs;
  readonly history: DefinitionHistory;
}

/** Makes new machines. */
export class Provision {
  readonly deps: ProvisionDeps;
  constructor(deps: ProvisionDeps) {
    this.deps = deps;
  }
  async hostOptions(host: Hypervisor): Promise<HostOptions> {
    throw apiError('unsupported', `Not on ${host.id}`);
  }
  async checkName(host: Hypervisor, name: string): Promise<string | null> {
    throw apiError('unsupported', `Not ${name} on ${host.id}`);
  }
  async preview(host: Hypervisor, _machine: NewMachine): Promise<NewMachinePreview> {
    throw apiError('unsupported', `Not on ${host.id}`);
  }
  async create(host: Hypervisor, _machine: NewMachine): Promise<string> {
    throw apiError('unsupported', `Not on ${host.id}`);
  }
}
