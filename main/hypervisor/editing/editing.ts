import {
  apiError,
  type Definitions,
  type EditResult,
  type HistoryItem,
  type MachineEditInput,
  type Resolution,
  renameRefusal,
  type TextChanges,
} from '../../../contract/index.ts';
import type { BothDefinitions } from '../../libvirt/operations/editing.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import { toApiError } from '../errors.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { applyEdit } from './apply.ts';
import { readDomain } from './documents.ts';
import { OthersChanges } from './othersChanges.ts';
import { keepPasswords, replaceStandIns, withStandIns } from './passwords.ts';
import { resizeDisk } from './resize.ts';
import { withStorage } from './storage.ts';
import { changeTexts } from './texts.ts';

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

  /** Both definitions; in the place of passwords stand dots. */
  async definitions(host: Hypervisor, uuid: string): Promise<Definitions> {
    const doing = host.connection.doing('Reading the definition of', host.row(uuid));
    const { live, saved, secureLive, secureSaved } = await readDefinitions(host, uuid, doing);
    await this.#watch(host).reads(uuid, saved);
    return { live: withStandIns(live, secureLive), saved: withStandIns(saved, secureSaved) };
  }

  apply(host: Hypervisor, input: MachineEditInput): Promise<EditResult> {
    const work = () =>
      withStorage(host, input, this.#deps.log, (final) => applyEdit(this.#deps, host, final));
    return this.#inTurn(host, input.uuid, () => this.#watch(host).ours(input.uuid, work));
  }

  resizeDisk(host: Hypervisor, uuid: string, target: string, bytes: number): Promise<void> {
    return this.#inTurn(host, uuid, () => resizeDisk(host, uuid, target, bytes));
  }

  /** Changes what the user wrote about a machine; the definition that it was in is kept. */
  changeTexts(host: Hypervisor, uuid: string, texts: TextChanges): Promise<void> {
    const row = host.row(uuid);
    const work = async (): Promise<void> => {
      const doing = host.connection.doing('Changing the description of', row);
      const { saved } = await host.connection.call('bothDefinitions', { uuid, secure: false }, doing);
      if (saved !== null) {
        const entry = { time: Date.now(), cause: 'Description changed', uuid, name: row.name, xml: saved };
        await this.#deps.history.keep({ ...entry, uri: host.connection.uri, by: 'virtdeck' });
      }
      try {
        await changeTexts(host, uuid, texts);
      } finally {
        if (host.connected) host.outdated(uuid);
      }
    };
    return this.#inTurn(host, uuid, () => this.#watch(host).ours(uuid, work));
  }

  /** Gives a machine another name, as an edit that changes nothing else. */
  async rename(host: Hypervisor, uuid: string, name: string): Promise<void> {
    const row = host.row(uuid);
    const refusal = renameRefusal(row, name);
    const doing = host.connection.doing('Renaming', row);
    if (refusal !== null) throw apiError('conflict', `${doing} is not possible: ${refusal}`);
    const { saved } = await this.definitions(host, uuid);
    const proposed = readDomain(saved ?? '', 'The saved definition');
    proposed.name = name.trim();
    const result = await this.apply(host, {
      connection: host.id,
      uuid,
      base: saved ?? '',
      proposed: proposed.toXml(),
      scope: { saved: true, live: false },
      cause: 'Renamed',
    });
    const problem = result.changes.find((change) => change.problem !== undefined)?.problem;
    if (problem !== undefined) throw apiError('conflict', `${doing} is not possible: ${problem}`);
  }

  /**
   * Defines a machine that is gone, as somebody had it open here; passwords of its displays, which are not known any
   * more, become random ones.
   * @throws ApiError `exists` when there is one again, under its UUID or name
   */
  async defineAgain(host: Hypervisor, uuid: string, xml: string): Promise<void> {
    const domain = readDomain(xml, 'The kept definition');
    const doing = `Defining ${domain.name ?? uuid} on ${host.connection.name} again`;
    if (host.connection.readOnly)
      throw apiError('denied', `${doing} is not possible: the connection is read-only.`);
    if (domain.uuid !== uuid) throw apiError('invalid', `${doing} is not possible: its UUID was changed.`);
    const { domains } = await host.connection.call('refreshDomains', { uuids: [uuid] }, doing);
    if (domains.length > 0 || host.inventory.rows().some(({ name }) => name === domain.name)) {
      throw apiError('exists', `${doing} is not possible: there is a machine of this name or UUID again.`);
    }
    replaceStandIns(domain);
    await host.connection.call('defineDomain', { xml: domain.toXml() }, doing);
    host.outdated(uuid);
  }

  async history(host: Hypervisor, uuid: string): Promise<HistoryItem[]> {
    const entries = await this.#deps.history.list(host.connection.uri, uuid);
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
    keepPasswords(then, now);
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

/** Both definitions, with secrets where this connection may see them. */
async function readDefinitions(host: Hypervisor, uuid: string, doing: string): Promise<BothDefinitions> {
  const { connection } = host;
  if (connection.readOnly) return connection.call('bothDefinitions', { uuid, secure: false }, doing);
  try {
    return await connection.call('bothDefinitions', { uuid, secure: true }, doing);
  } catch (error) {
    // Whoever may look may not see passwords everywhere.
    if (toApiError(error, { doing }).kind !== 'denied') throw error;
    return connection.call('bothDefinitions', { uuid, secure: false }, doing);
  }
}
