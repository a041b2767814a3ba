import { createStore, type StoreApi } from 'zustand';
import type { ApiErrorData } from '../../../../contract/index.ts';
import { type Change, type Device, Domain, XmlError, type XmlNode } from '../../../../model/index.ts';
import { toErrorData } from '../../../state/host.ts';
import { EditDocuments } from './editDocuments.ts';
import { type EarlierEdit, type EditState, type Entered, type Typed, UNREAD } from './editState.ts';
import type { DeviceIds } from './ids.ts';
import { oneAtATime } from './oneAtATime.ts';
import { changesOf, joinConflicts, openConflicts } from './openConflicts.ts';
import { rebase, tell } from './rebase.ts';
import { replaceElement } from './replaceElement.ts';
import type { EditSource } from './source.ts';
import { StorageWishes } from './storageWishes.ts';
import { type Step, UndoSteps } from './undoSteps.ts';

/**
 * An edit of one machine, or of one that is not made yet: the definition it began from, the proposed one, which
 * forms change in place, and what is between them. It outlives the page that shows it, and what others do to the
 * machine meanwhile: their changes are taken over by field, and where both changed the same the user chooses.
 */
export class MachineEdit {
  readonly source: EditSource;
  readonly store: StoreApi<EditState> = createStore<EditState>()(() => UNREAD);
  /** Volumes to be made and storage to be deleted when it is applied. */
  readonly storage = new StorageWishes();
  /** Reads the definitions, at first and whenever the machine may have changed. Never loses an edit. */
  readonly reload = oneAtATime(() => this.#load());
  readonly #documents = new EditDocuments();
  readonly #steps = new UndoSteps();

  constructor(source: EditSource) {
    this.source = source;
  }

  /** The proposed definition. Forms read it, and change it inside of `change` only. */
  get domain(): Domain {
    return this.#documents.proposed;
  }

  /** The definition that the edit began from. */
  get base(): Domain {
    return this.#documents.base;
  }

  /** The definition of the running machine; null: it is off. */
  get live(): Domain | null {
    return this.#documents.live;
  }

  get ids(): DeviceIds {
    return this.#documents.ids;
  }

  get xml(): string {
    return this.domain.toXml();
  }

  /** The definition that the edit began from, as it was read. */
  get baseXml(): string {
    return this.#documents.baseText;
  }

  /** Whether the machine runs without being saved. */
  get transient(): boolean {
    const { active, persistent } = this.store.getState();
    return active && !persistent;
  }

  /** Whether there is something here that would be lost. */
  get dirty(): boolean {
    const { changes, typed } = this.store.getState();
    return changes.length > 0 || typed.size > 0;
  }

  async #load(): Promise<void> {
    try {
      const { live, saved } = await this.source.load();
      this.#take(live, saved);
    } catch (error) {
      const failure = error instanceof XmlError ? unreadable(error) : toErrorData(error);
      // What is shown stays; only somebody who has seen nothing yet is told at once.
      const { phase } = this.store.getState();
      this.store.setState({ error: failure, ...(phase !== 'ready' && { phase: 'failed' }) });
    }
  }

  #take(live: string | null, saved: string | null): void {
    const fresh = saved ?? live;
    if (fresh === null) return;
    const first = this.store.getState().phase !== 'ready';
    const same = fresh === this.baseXml;
    const runsOther = this.#documents.run(live);
    if (!runsOther && same && !first) {
      this.store.setState({ error: null });
      return;
    }
    const facts = { active: live !== null, persistent: saved !== null, error: null };
    const untouched = this.store.getState().changes.length === 0;
    if (untouched && (first || !same)) this.#begin(fresh);
    else if (!same) this.#carryOver(fresh);
    this.store.setState({ ...facts, phase: 'ready' });
    this.#changed();
  }

  /**
   * Takes up an edit of an earlier page; what the machine has become since is found out by `reload`.
   * @throws XmlError one of its definitions cannot be read
   */
  takeUp({ base, proposed, ids, typed, selected, notice, conflicts }: EarlierEdit): void {
    const domain = Domain.parse(proposed);
    this.#documents.begin(base);
    this.#documents.propose(domain);
    domain.devices.forEach((device, index) => {
      const id = ids[index];
      if (id !== undefined) this.ids.name(device, id);
    });
    this.store.setState({ typed: new Map(typed), selected, notice, conflicts });
    this.#changed();
  }

  #begin(text: string): void {
    this.#documents.propose(Domain.parse(text));
    this.#setBase(text);
    this.storage.clear();
    this.#steps.clear();
  }

  #carryOver(text: string): void {
    const rebased = rebase(this.base, this.domain, text);
    this.#documents.propose(rebased.proposed);
    this.#setBase(text);
    this.#steps.clear();
    if (this.store.getState().applying) return;
    this.store.setState(({ notice, conflicts }) => ({
      notice: tell(rebased) ?? notice,
      conflicts: joinConflicts(conflicts, rebased.conflicts),
    }));
  }

  #setBase(text: string): void {
    this.#documents.begin(text);
    this.storage.forgetMade(this.base);
  }

  /**
   * Changes the proposed definition. Everything that edits goes through here.
   * @param group edits with the same name that follow each other are one step for Undo
   */
  change(edit: (domain: Domain) => void, group = ''): void {
    const before = this.#now();
    try {
      edit(this.domain);
    } catch (error) {
      if (this.xml !== before.xml) {
        this.#documents.propose(Domain.parse(before.xml));
        // Who shows something of the document that was spoilt has to take it from this one.
        this.#changed();
      }
      throw error;
    }
    this.#steps.add(before, group);
    this.#changed();
  }

  /** Makes the change that a typed text is; one that XML cannot hold is kept, and told. */
  enter({ id, text, label }: Entered, edit: (domain: Domain) => void): void {
    try {
      this.change(edit, id);
      this.setTyped(id, null);
    } catch (error) {
      if (!(error instanceof XmlError)) throw error;
      this.setTyped(id, { text, problem: error.message, label });
    }
  }

  undo(): void {
    this.#goTo(this.#steps.undo(this.#now()));
  }

  redo(): void {
    this.#goTo(this.#steps.redo(this.#now()));
  }

  #now(): Step {
    return { xml: this.xml, deletions: this.storage.deletions };
  }

  #goTo(step: Step | undefined): void {
    if (step === undefined) return;
    this.#documents.propose(Domain.parse(step.xml));
    this.storage.putBack(step.deletions);
    this.#changed();
  }

  /** Back to the definition as it is. */
  discard(): void {
    this.#begin(this.baseXml);
    this.store.setState({ typed: new Map(), notice: null, conflicts: [], applyError: null, result: null });
    this.#changed();
  }

  /** Takes back one of the changes. */
  revert(key: string): void {
    this.change(() => this.#documents.revert([key]));
  }

  /** The user's choice where somebody else has changed the same. */
  resolve(key: string, take: 'ours' | 'theirs'): void {
    if (take === 'theirs') {
      const keys = changesOf(key, this.store.getState().changes);
      this.change(() => this.#documents.revert(keys));
    }
    this.store.setState(({ conflicts }) => ({ conflicts: conflicts.filter((one) => one.key !== key) }));
  }

  dismissNotice(): void {
    this.store.setState({ notice: null });
  }

  dismissResult(): void {
    this.store.setState({ result: null, applyError: null });
  }

  select(selected: string): void {
    this.store.setState({ selected });
  }

  /** Keeps what was typed and cannot be taken; null: it can. */
  setTyped(field: string, typed: Typed | null): void {
    const all = new Map(this.store.getState().typed);
    if (typed === null && !all.delete(field)) return;
    if (typed !== null) all.set(field, typed);
    this.store.setState({ typed: all });
  }

  device(id: string): Device | undefined {
    return this.domain.devices.find((device) => this.ids.of(device) === id);
  }

  /** What a node of the proposed definition was in the base; undefined: it is new. */
  before(node: XmlNode): XmlNode | undefined {
    return this.#documents.counterparts.before(node);
  }

  /** The devices of the proposed definition that are new, or in which something was changed. */
  changedDevices(changes: readonly Change[]): ReadonlySet<Device['element']> {
    return this.#documents.counterparts.changedDevices(changes);
  }

  /**
   * Puts a device described in XML in the place of one.
   * @throws XmlError what is wrong with the XML
   */
  replaceDevice(device: Device, xml: string, group = ''): void {
    this.change(() => {
      const { element } = device;
      const made = replaceElement(element, xml);
      if (made) this.ids.replace(element, made);
    }, group);
  }

  /**
   * Puts a whole other definition in the place of the proposed one.
   * @param from the proposed definition that it was made of: what has come into it since, from others too, stays
   * @throws XmlError what is wrong with it
   */
  replaceAll(xml: string, group = '', from = this.xml): void {
    const made = Domain.parse(xml);
    const next = from === this.xml ? made : rebase(Domain.parse(from), made, this.xml).proposed;
    this.change(() => this.#documents.propose(next), group);
  }

  /** Makes the changes. True: they are made, at least in part. */
  async apply({ validate = true, live = true } = {}): Promise<boolean> {
    if (this.store.getState().applying) return false;
    const { active, persistent } = this.store.getState();
    this.store.setState({ applying: true, applyError: null, result: null });
    const newVolumes = this.storage.newVolumesOf(this.domain);
    const deleteStorage = this.storage.deletedOf(this.domain);
    try {
      const result = await this.source.apply({
        base: this.baseXml,
        proposed: this.xml,
        resolutions: [],
        validate,
        saved: persistent,
        live: active && live,
        newVolumes,
        deleteStorage,
      });
      const nothing = result.refused !== null || result.conflicts.length > 0;
      // What others changed in the same moment is told like what they changed before.
      if (result.conflicts.length > 0) this.store.setState({ applying: false });
      if (!nothing) this.storage.carriedOut(result, newVolumes, deleteStorage);
      await this.reload();
      this.store.setState({ result, ...(!nothing && { notice: null, conflicts: [] }) });
      return !nothing;
    } catch (error) {
      this.store.setState({ applyError: toErrorData(error) });
      return false;
    } finally {
      this.store.setState({ applying: false });
    }
  }

  #changed(): void {
    this.#documents.changed();
    this.storage.forgetNamed(this.domain);
    const changes = this.#documents.compare(this.transient);
    this.store.setState(({ revision, conflicts }) => ({
      revision: revision + 1,
      changes,
      conflicts: openConflicts(conflicts, changes),
      canUndo: this.#steps.canUndo,
      canRedo: this.#steps.canRedo,
    }));
  }
}

function unreadable(error: XmlError): ApiErrorData {
  return { kind: 'invalid', message: `The definition cannot be read: ${error.message}` };
}
