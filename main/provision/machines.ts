import {
  apiError,
  type HostOffer,
  type MachinePreview,
  type MachineSpec,
  type OsFacts,
  type PlatformDefaults,
} from '../../contract/index.ts';
import { XmlError } from '../../model/index.ts';
import type { Hypervisor } from '../hypervisor/hypervisor.ts';
import { hostAbilities } from './abilities.ts';
import { type DefaultsWish, platformDefaults } from './defaults/defaults.ts';
import { nameProblem } from './names.ts';
import { readOffer } from './offer/readOffer.ts';
import { planMachine } from './plan/planMachine.ts';
import { previewOf } from './plan/preview.ts';
import type { PlanSources } from './plan/sources.ts';
import type { MachinePlan } from './plan/types.ts';

/** What is wanted of {@link Machines}' surroundings. */
export interface MachinesDeps {
  readonly sources: PlanSources;
  /** Starts the job that makes a machine; its id. */
  readonly make: (host: Hypervisor, spec: MachineSpec, plan: () => Promise<MachinePlan>) => string;
}

/** New machines: what hosts offer for them, and what would be made. */
export class Machines {
  readonly #deps: MachinesDeps;

  constructor(deps: MachinesDeps) {
    this.#deps = deps;
  }

  offer(host: Hypervisor): Promise<HostOffer> {
    return readOffer(host);
  }

  /** Why the name cannot be used; null: it can. */
  checkName(host: Hypervisor, name: string): string | null {
    return nameProblem(host, name);
  }

  async defaults(
    host: Hypervisor,
    wish: Omit<DefaultsWish, 'os'> & { readonly os: string | null },
  ): Promise<PlatformDefaults> {
    const arch = wish.arch ?? (await hostAbilities(host)).arches[0]?.arch ?? 'x86_64';
    return platformDefaults(host, { ...wish, os: await this.#facts(wish.os, arch) });
  }

  /** Everything that would be made. */
  async planOf(host: Hypervisor, spec: MachineSpec): Promise<MachinePlan> {
    const arch = spec.arch ?? (await hostAbilities(host)).arches[0]?.arch ?? 'x86_64';
    const os = await this.#facts(spec.os, arch);
    return planMachine(host, spec, os, this.#deps.sources).catch((error: unknown) => {
      throw inWords(error, host, spec);
    });
  }

  /** The same for the user to read. */
  async preview(host: Hypervisor, spec: MachineSpec): Promise<MachinePreview> {
    const plan = await this.planOf(host, spec);
    try {
      return previewOf(host, plan);
    } catch (error) {
      throw inWords(error, host, spec);
    }
  }

  /** Starts making it; the id of the job. Throws at once what no job is needed to know. */
  make(host: Hypervisor, spec: MachineSpec): string {
    if (!host.connected) throw apiError('unavailable', `${host.connection.name} is not connected.`);
    return this.#deps.make(host, spec, () => this.planOf(host, spec));
  }

  /** Null: nothing is known of such a system. */
  async #facts(id: string | null, arch: string): Promise<OsFacts | null> {
    if (id === null) return null;
    const facts = await this.#deps.sources.osFacts(id, arch);
    return facts.shortId === 'unknown' ? null : facts;
  }
}

/** What was typed may hold characters that XML has no way to write. */
function inWords(error: unknown, host: Hypervisor, { name }: MachineSpec): unknown {
  if (!(error instanceof XmlError)) return error;
  const problem = nameProblem(host, name);
  const words = problem ?? `The definition of ${name} cannot be written: ${error.message}`;
  return apiError('invalid', words, 'Take control characters out of names, title, paths and arguments.');
}
