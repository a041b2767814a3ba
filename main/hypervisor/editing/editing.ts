import {
  apiError,
  type Definitions,
  type EditResult,
  type HistoryItem,
  type MachineEditInput,
  type Resolution,
} from '../../../contract/index.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { applyEdit } from './apply.ts';
import { readDomain } from './documents.ts';
import { OthersChanges } from './othersChanges.ts';
import { resizeDisk } from './resize.ts';

export interface EditingDeps {
  readonly history: DefinitionHistory;
  readonly log: (line: string) => void;
  /** How long guests may take to let go of a device, in ms; tests are impatient. */
  readonly removalMs?: number;
}

/** Edits of machines, and the definitions that they replaced. */
export class Editing {
  readonly #deps: EditingDeps;
  readonly #others = new WeakMap<Hypervisor, OthersChanges>();
  /** Edits under way, by machine: one after another. */
  readonly #queues = new WeakMap<Hypervisor, Map<string, Promise<unknown>>>();

  constructor(deps: EditingDeps) {
    this.#deps = deps;
  }

  /** Both definitions, without secrets. */
  async definitions(host: Hypervisor, uuid: string): Promise<Definitions> {
    const doing = host.connection.doing('Reading the definition of', host.row(uuid));
    const { live, saved } = await host.connection.call('bothDefinitions', { uuid, secure: false }, doing);
    this.#watch(host).saw(uuid, saved);
    return { live, saved };
  }

  apply(host: Hypervisor, input: MachineEditInput): Promise<EditResult> {
    const work = () => applyEdit(this.#deps, host, input);
    return this.#inTurn(host, input.uuid, () => this.#watch(host).ours(input.uuid, work));
  }

  resizeDisk(host: Hypervisor, uuid: string, target: string, bytes: number): Promise<void> {
    return this.#inTurn(host, uuid, () => resizeDisk(host, uuid, target, bytes));
  }

  async history(host: Hypervisor, uuid: string): Promise<HistoryItem[]> {
    const entries = await this.#deps.history.stored(host.connection.uri, uuid);
    return entries.map(({ id, time, cause, by = 'virtdeck', name }) => ({ id, time, cause, by, name }));
  }

  async historyXml(host: Hypervisor, uuid: string, id: string): Promise<string> {
    const entry = await this.#deps.history.find(host.connection.uri, uuid, id);
    if (entry) return entry.xml;
    throw apiError('not-found', 'This definition is not in the history any more.');
  }

  /** Makes the saved definition what it was; the name, which libvirt changes otherwise, and secrets stay. */
  async restore(
    host: Hypervisor,
    uuid: string,
    id: string,
    resolutions: readonly Resolution[],
  ): Promise<EditResult> {
    const then = readDomain(await this.historyXml(host, uuid, id), 'The definition in the history');
    const { saved } = await this.definitions(host, uuid);
    if (saved === null) {
      throw apiError('conflict', 'The machine has no saved definition to be replaced.');
    }
    const now = readDomain(saved, 'The saved definition');
    then.name = now.name;
    then.uuid = now.uuid;
    const proposed = then.toXml();
    const scope = { saved: true, live: false };
    const cause = 'Restored from the history';
    return this.apply(host, {
      connection: host.id,
      uuid,
      base: saved,
      proposed,
      scope,
      cause,
      resolutions: [...resolutions],
    });
  }

  #watch(host: Hypervisor): OthersChanges {
    const known = this.#others.get(host);
    if (known) return known;
    const made = new OthersChanges(host, this.#deps.history, this.#deps.log);
    this.#others.set(host, made);
    return made;
  }

  async #inTurn<T>(host: Hypervisor, uuid: string, work: () => Promise<T>): Promise<T> {
    const queues = this.#queues.get(host) ?? new Map<string, Promise<unknown>>();
    this.#queues.set(host, queues);
    const before = queues.get(uuid) ?? Promise.resolve();
    const turn = before.then(work, work);
    queues.set(uuid, turn);
    try {
      return await turn;
    } finally {
      if (queues.get(uuid) === turn) queues.delete(uuid);
    }
  }
}
