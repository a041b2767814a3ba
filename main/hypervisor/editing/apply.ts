import {
  apiError,
  type DomainRow,
  type EditOutcome,
  type EditResult,
  type MachineEditInput,
  renameRefusal,
} from '../../../contract/index.ts';
import { applyChanges, type Change, type Domain, uncovered } from '../../../model/index.ts';
import { virDomainDefineFlags as Define } from '../../libvirt/generated/enums-domain.ts';
import { virErrorNumber as Code } from '../../libvirt/generated/enums-error.ts';
import type { BothDefinitions } from '../../libvirt/operations/editing.ts';
import type { DefinitionHistory } from '../../settings/history.ts';
import { toApiError } from '../errors.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { readDomain } from './documents.ts';
import { changeRunning, type LiveOutcome } from './live.ts';
import { settle } from './merge.ts';
import { refuseStandIns, withStandIns } from './passwords.ts';

/** How long a guest may take to let go of a device, in ms, after the five seconds that libvirt itself waits. */
const REMOVAL_MS = 12_000;

export interface ApplyDeps {
  readonly history: DefinitionHistory;
  /** For tests, that do not want to wait so long. */
  readonly removalMs?: number;
}

const NOTHING: EditResult = { changes: [], conflicts: [], refused: null };

/**
 * Makes the changes between two documents in a machine as it is now, with its secrets: what the edit did not
 * touch stays as others have left it. With conflicts nothing is done.
 * @throws ApiError what libvirt refuses as a whole, before or instead of any change
 */
export async function applyEdit(
  deps: ApplyDeps,
  host: Hypervisor,
  input: MachineEditInput,
): Promise<EditResult> {
  const row = host.row(input.uuid);
  const doing = host.connection.doing('Changing', row);
  if (host.connection.readOnly)
    throw apiError('denied', `${doing} is not possible: the connection is read-only.`);
  const base = readDomain(input.base, 'The definition that the edit began from');
  const proposed = readDomain(input.proposed, 'The edited definition');
  const now = await host.connection.call('bothDefinitions', { uuid: input.uuid, secure: true }, doing);
  const scope = {
    saved: input.scope.saved && now.saved !== null,
    live: input.scope.live && now.live !== null,
  };
  const fresh = scope.saved
    ? withStandIns(now.saved, now.secureSaved)
    : withStandIns(now.live, now.secureLive);
  if (fresh === null) {
    throw apiError('conflict', `${doing} is not possible: ${notThere(input, row)}`);
  }
  const wanted = settle(base, proposed, readDomain(fresh, 'The definition'), input.resolutions ?? []);
  if (wanted.conflicts.length > 0) return { ...NOTHING, conflicts: [...wanted.conflicts] };
  if (wanted.changes.length === 0) return NOTHING;
  return carryOut({ deps, host, row, input, proposed, now, scope, doing, ...wanted });
}

function notThere({ scope }: MachineEditInput, row: DomainRow): string {
  if (scope.saved && !row.persistent) return 'its definition is not saved, and it is not running.';
  return 'it is not running.';
}

interface Edit {
  readonly deps: ApplyDeps;
  readonly host: Hypervisor;
  readonly row: DomainRow;
  readonly input: MachineEditInput;
  readonly proposed: Domain;
  readonly now: BothDefinitions;
  readonly scope: { readonly saved: boolean; readonly live: boolean };
  readonly doing: string;
  readonly changes: readonly Change[];
  readonly keys: ReadonlySet<string>;
}

async function carryOut(edit: Edit): Promise<EditResult> {
  const { host, input, now, scope, changes } = edit;
  const saving = scope.saved && now.secureSaved !== null ? await save(edit, now.secureSaved) : null;
  if (saving?.refused) return { ...NOTHING, refused: saving.refused };
  try {
    const live = scope.live ? await run(edit, saving?.document ?? null) : null;
    return {
      ...NOTHING,
      changes: changes.map((change) => outcomeOf(change, edit, saving, live?.get(change.key))),
    };
  } finally {
    if (host.connected) host.outdated(input.uuid);
  }
}

/** What became of the saved definition. */
interface Saving {
  readonly refused: EditResult['refused'];
  /** The definition with the changes and with secrets, as it is saved. */
  readonly document: Domain | null;
  /** Changes that the definition had already. */
  readonly unchanged: ReadonlySet<string>;
  /** Why a change was not made, by key. */
  readonly problems: ReadonlyMap<string, string>;
}

/** What libvirt does not take in a definition: the name has a call of its own, and the UUID is the machine. */
const APART = new Set(['name', 'uuid']);

async function save(edit: Edit, secure: string): Promise<Saving> {
  const { host, row, input, now, keys, changes, proposed } = edit;
  const document = readDomain(secure, 'The saved definition');
  const plain = new Set([...keys].filter((key) => !APART.has(key)));
  const made = new Set(applyChanges(document, proposed, plain).map((change) => change.key));
  refuseStandIns(document);
  const unchanged = new Set([...plain].filter((key) => !made.has(key)));
  const problems = new Map<string, string>();
  if (changes.some((change) => change.key === 'uuid')) {
    problems.set('uuid', 'A machine’s UUID stays as it is; clone the machine to have one with another UUID.');
  }
  const renamed = changes.find((change) => change.key === 'name');
  const refusal = renamed ? renameRefusal(row, proposed.name) : null;
  if (refusal !== null) problems.set('name', refusal);
  const renames = renamed !== undefined && refusal === null;
  if (made.size > 0 || renames) await keep(edit, now.saved ?? '');
  if (made.size > 0) {
    const refused = await define(edit, document);
    if (refused) return { refused, document: null, unchanged, problems };
  }
  if (renames) {
    const problem = await rename(edit, proposed.name ?? '');
    if (problem !== null) problems.set('name', problem);
  }
  const saved = made.size > 0 && now.live !== null ? await reread(host, input.uuid, edit.doing) : document;
  return { refused: null, document: saved ?? document, unchanged, problems };
}

/** The definition that is about to be replaced is kept first: without that it is not replaced. */
async function keep({ deps, host, row, input }: Edit, xml: string): Promise<void> {
  const entry = { time: Date.now(), cause: input.cause, uuid: row.uuid, name: row.name, xml };
  try {
    await deps.history.keep({ ...entry, uri: host.connection.uri, by: 'virtdeck' });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw apiError(
      'internal',
      `${row.name} was not changed: its present definition could not be kept in the history (${why}).`,
      'Make room in Virtdeck’s data folder, or let it be written to, and apply again.',
    );
  }
}

/** Replaces the definition; what the schema says against it, if it does. */
async function define(edit: Edit, document: Domain): Promise<EditResult['refused']> {
  const { host, input, doing, now } = edit;
  const flags = (input.validate ?? true) ? Define.VIR_DOMAIN_DEFINE_VALIDATE : 0;
  try {
    await host.connection.call('defineDomain', { xml: document.toXml(), flags }, doing);
    return null;
  } catch (error) {
    const failure = toApiError(error, { doing });
    if (flags === 0) throw failure;
    if (failure.kind === 'unsupported' || /unsupported flags/i.test(failure.message)) {
      // A driver that knows no such check, or something else that is wrong without it too.
      await host.connection.call('defineDomain', { xml: document.toXml(), flags: 0 }, doing);
      return null;
    }
    // The schema refuses it, and nothing else was looked at.
    if (failure.libvirt?.code !== Code.VIR_ERR_XML_INVALID_SCHEMA) throw failure;
    const before = now.saved === null ? [] : uncovered(readDomain(now.saved, 'The saved definition').element);
    return { message: failure.libvirt.message, mayForce: before.length > 0 };
  }
}

async function rename({ host, row, input }: Edit, name: string): Promise<string | null> {
  try {
    const doing = host.connection.doing('Renaming', row);
    await host.connection.call('renameDomain', { uuid: input.uuid, name }, doing);
    return null;
  } catch (error) {
    return toApiError(error, { doing: `Renaming ${row.name}` }).message;
  }
}

/**
 * The saved definition with what libvirt has filled in, so that new devices get the same places while it runs. Null: it
 * cannot be read, which must not look as if nothing had been saved.
 */
async function reread(host: Hypervisor, uuid: string, doing: string): Promise<Domain | null> {
  try {
    const { secureSaved } = await host.connection.call('bothDefinitions', { uuid, secure: true }, doing);
    return secureSaved === null ? null : readDomain(secureSaved, 'The saved definition');
  } catch {
    return null;
  }
}

async function run(edit: Edit, saved: Domain | null): Promise<Map<string, LiveOutcome>> {
  const { host, input, now, keys, proposed, doing, deps } = edit;
  const live = readDomain(now.secureLive ?? '', 'The definition of the running machine');
  const target = saved ?? merged(now.secureLive ?? '', proposed, keys);
  const removalMs = deps.removalMs ?? REMOVAL_MS;
  return changeRunning({ host, uuid: input.uuid, live, target, keys, removalMs, doing });
}

function merged(secure: string, proposed: Domain, keys: ReadonlySet<string>): Domain {
  const document = readDomain(secure, 'The definition of the running machine');
  applyChanges(document, proposed, keys);
  refuseStandIns(document);
  return document;
}

const NOT_SAVED = 'It cannot be changed while the machine runs, and nothing of the machine is saved.';

function outcomeOf(
  change: Change,
  edit: Edit,
  saving: Saving | null,
  live: LiveOutcome | undefined,
): EditOutcome {
  const { key } = change;
  const refusal = saving?.problems.get(key);
  const saved =
    saving && (refusal !== undefined ? 'failed' : saving.unchanged.has(key) ? 'unchanged' : 'done');
  const running = shownLive(change, edit, live);
  const problem = refusal ?? live?.problem ?? (running === 'never' && saved === null ? NOT_SAVED : undefined);
  return {
    key,
    words: change.text,
    saved,
    live: running,
    ...(problem !== undefined && { problem }),
  };
}

function shownLive(change: Change, { scope }: Edit, live: LiveOutcome | undefined): EditOutcome['live'] {
  if (!scope.live) return null;
  if (change.effect === 'power-off') return 'never';
  if (live && live.live !== 'later') return live.live;
  return scope.saved ? 'next-boot' : 'never';
}
