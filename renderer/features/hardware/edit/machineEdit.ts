import { createStore, type StoreApi } from 'zustand';
import type { ApiErrorData, EditConflict, EditResult, NewVolume } from '../../../../contract/index.ts';
import {
  applyChanges,
  type Change,
  compare,
  type Device,
  Domain,
  insertXml,
  locateDevices,
  pairDevices,
  removeElement,
  sameView,
  XmlError,
  type XmlNode,
} from '../../../../model/index.ts';
import { toErrorData } from '../../../state/host.ts';
import { DeviceIds } from './ids.ts';
import { rebase } from './rebase.ts';
import type { EditSource } from './source.ts';
import { StorageWishes } from './storageWishes.ts';

/** What was typed into a field and cannot be taken as it stands. */
export interface Typed {
  readonly text: string;
  /** What is wrong with it. */
  readonly problem: string;
  /** The field in words: "Memory". */
  readonly label: string;
  /** The proposed definition that the text was made of, where it is the text of all of it. */
  readonly from?: string;
}

export interface EditState {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly error: ApiErrorData | null;
  /** Counts changes of the documents: who shows something of them reads it again when this changes. */
  readonly revision: number;
  readonly changes: readonly Change[];
  readonly typed: ReadonlyMap<string, Typed>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What others did to the machine meanwhile, in words. */
  readonly notice: string | null;
  readonly conflicts: readonly EditConflict[];
  readonly applying: boolean;
  readonly applyError: ApiErrorData | null;
  /** What came of the last time it was applied. */
  readonly result: EditResult | null;
  /** The machine runs: some changes can be made at once. */
  readonly active: boolean;
  /** There is a saved definition (or a draft) to be changed. */
  readonly persistent: boolean;
  /** A section's name, or a device's id. */
  readonly selected: string;
}

/** Edits that can be taken back. */
const MOST_UNDO = 100;
/** Changes of others' that are told one by one. */
const MOST_TOLD = 5;
/** Edits of the same field within this many milliseconds are taken back together. */
const TOGETHER_MS = 1500;

/** What Undo and Redo go back to. */
interface Step {
  readonly xml: string;
  readonly deletions: ReadonlySet<string>;
}

const START: EditState = {
  phase: 'loading',
  error: null,
  revision: 0,
  changes: [],
  typed: new Map(),
  canUndo: false,
  canRedo: false,
  notice: null,
  conflicts: [],
  applying: false,
  applyError: null,
  result: null,
  active: false,
  persistent: false,
  selected: 'general',
};

/**
 * An edit of one machine, or of one that is not made yet: the definition it began from, the proposed one, which
 * forms change in place, and what is between them. It outlives the page that shows it, and what others do to the
 * machine meanwhile: their changes are taken over by field, and where both changed the same the user chooses.
 */
export class MachineEdit {
  readonly source: EditSource;
  readonly store: StoreApi<EditState> = createStore<EditState>()(() => START);
  readonly ids = new DeviceIds();
  /** Volumes to be made and storage to be deleted when it is applied. */
  readonly storage = new StorageWishes();
  #baseText = '';
  #base: Domain = emptyDomain();
  #proposed: Domain = emptyDomain();
  #liveText: string | null = null;
  #live: Domain | null = null;
  #counterparts: ReturnType<typeof pairDevices> | null = null;
  #changedDevices: { of: readonly Change[]; devices: Set<Device['element']> } | null = null;
  #undo: Step[] = [];
  #redo: Step[] = [];
  #lastEdit = { group: '', time: 0 };
  #reloading: Promise<void> | null = null;
  #again = false;

  constructor(source: EditSource) {
    this.source = source;
  }

  /** The proposed definition. Forms read it, and change it inside of `change` only. */
  get domain(): Domain {
    return this.#proposed;
  }

  /** The definition that the edit began from. */
  get base(): Domain {
    return this.#base;
  }

  /** The definition of the running machine; null: it is off. */
  get live(): Domain | null {
    return this.#live;
  }

  get xml(): string {
    return this.#proposed.toXml();
  }

  /** Whether there is something here that would be lost. */
  get dirty(): boolean {
    const { changes, typed } = this.store.getState();
    return changes.length > 0 || typed.size > 0;
  }

  /** Reads the definitions, at first and whenever the machine may have changed. Never loses an edit. */
  reload(): Promise<void> {
    if (this.#reloading) {
      this.#again = true;
      return this.#reloading;
    }
    this.#reloading = this.#load().finally(() => {
      this.#reloading = null;
      if (!this.#again) return;
      this.#again = false;
      void this.reload();
    });
    return this.#reloading;
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
    const same = fresh === this.#baseText;
    if (live !== this.#liveText) {
      this.#live = live === null ? null : Domain.parse(live);
      this.#liveText = live;
    } else if (same && !first) {
      this.store.setState({ error: null });
      return;
    }
    const facts = { active: live !== null, persistent: saved !== null, error: null };
    if (first || (this.store.getState().changes.length === 0 && !same)) this.#begin(fresh);
    else if (!same) this.#carryOver(fresh);
    this.store.setState({ ...facts, phase: 'ready' });
    this.#changed();
  }

  #begin(text: string): void {
    const proposed = Domain.parse(text);
    this.ids.carryOver(this.#proposed, proposed);
    this.#setBase(text);
    this.#proposed = proposed;
    this.storage.clear();
    this.#forgetSteps();
  }

  #carryOver(text: string): void {
    const { proposed, others, conflicts } = rebase(this.#base, this.#proposed, text);
    this.ids.carryOver(this.#proposed, proposed);
    this.#setBase(text);
    this.#proposed = proposed;
    this.#forgetSteps();
    if (this.store.getState().applying) return;
    const asked = new Set(conflicts.map(({ key }) => key));
    const told = others.filter(({ key }) => !asked.has(key)).map(({ text }) => text);
    const more = told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : '';
    const words = told.slice(0, MOST_TOLD).join('; ');
    const notice = told.length === 0 ? null : `Changed by somebody else meanwhile: ${words}${more}`;
    this.store.setState({ notice, conflicts });
  }

  #setBase(text: string): void {
    this.#baseText = text;
    this.#base = Domain.parse(text);
    this.storage.forgetMade(this.#base);
  }

  #forgetSteps(): void {
    this.#undo = [];
    this.#redo = [];
    this.#lastEdit = { group: '', time: 0 };
  }

  /**
   * Changes the proposed definition. Everything that edits goes through here.
   * @param group edits with the same name that follow each other are one step for Undo
   */
  change(edit: (domain: Domain) => void, group = ''): void {
    const before = this.xml;
    const { deletions } = this.storage;
    const now = Date.now();
    const together =
      group !== '' && group === this.#lastEdit.group && now - this.#lastEdit.time < TOGETHER_MS;
    try {
      edit(this.#proposed);
    } catch (error) {
      this.#restore(before);
      throw error;
    }
    this.#lastEdit = { group, time: now };
    if (!together) this.#undo = [...this.#undo, { xml: before, deletions }].slice(-MOST_UNDO);
    this.#redo = [];
    this.#changed();
  }

  undo(): void {
    this.#step(this.#undo, this.#redo);
  }

  redo(): void {
    this.#step(this.#redo, this.#undo);
  }

  #step(from: Step[], to: Step[]): void {
    const step = from.pop();
    if (step === undefined) return;
    to.push({ xml: this.xml, deletions: this.storage.deletions });
    this.#lastEdit = { group: '', time: 0 };
    this.#restore(step.xml);
    this.storage.putBack(step.deletions);
    this.#changed();
  }

  #restore(text: string): void {
    const next = Domain.parse(text);
    this.ids.carryOver(this.#proposed, next);
    this.#proposed = next;
  }

  /** Back to the definition as it is. */
  discard(): void {
    this.#begin(this.#baseText);
    this.store.setState({ typed: new Map(), notice: null, conflicts: [], applyError: null, result: null });
    this.#changed();
  }

  /** Takes back one of the changes. */
  revert(key: string): void {
    this.change((domain) => applyChanges(domain, this.#base, new Set([key])));
  }

  /** The user's choice where somebody else has changed the same. */
  resolve(key: string, take: 'ours' | 'theirs'): void {
    if (take === 'theirs') {
      // What somebody removed has come back as a whole, and goes as a whole.
      const around = this.store.getState().changes.map((change) => change.key);
      const keys = around.filter((one) => one === key || key.startsWith(`${one}/`));
      this.change((domain) => applyChanges(domain, this.#base, new Set(keys)));
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
    return this.#proposed.devices.find((device) => this.ids.of(device) === id);
  }

  /** What a node of the proposed definition was in the base; undefined: it is new. */
  before(node: XmlNode): XmlNode | undefined {
    if (node.element === this.#proposed.element) return sameView(node, this.#base.element);
    this.#counterparts ??= pairDevices(this.#proposed, this.#base);
    const device = this.#counterparts.get(node.element);
    return device && sameView(node, device.element);
  }

  /** The devices of the proposed definition that are new, or in which something was changed. */
  changedDevices(changes: readonly Change[]): ReadonlySet<Device['element']> {
    // The list and the bar ask one after another, at each keystroke.
    if (this.#changedDevices?.of !== changes) {
      this.#changedDevices = { of: changes, devices: this.#findChanged(changes) };
    }
    return this.#changedDevices.devices;
  }

  #findChanged(changes: readonly Change[]): Set<Device['element']> {
    this.#counterparts ??= pairDevices(this.#proposed, this.#base);
    const found = new Set<Device['element']>();
    const keys = changes.map((change) => change.key);
    for (const { device, key } of locateDevices(this.#base)) {
      if (keys.some((one) => one.startsWith(`${key}/`))) found.add(device.element);
    }
    const counterparts = this.#counterparts;
    return new Set(
      this.#proposed.devices
        .map((device) => device.element)
        .filter((element) => {
          const before = counterparts.get(element);
          return before === undefined || found.has(before.element);
        }),
    );
  }

  /**
   * Puts a device described in XML in the place of one.
   * @throws XmlError what is wrong with the XML
   */
  replaceDevice(device: Device, xml: string, group = ''): void {
    this.change(() => {
      const { element } = device;
      const parent = element.parentNode;
      if (!parent || !isElement(parent)) return;
      const made = insertXml(parent, xml, element);
      if (made.nodeName !== element.nodeName) {
        throw new XmlError('value', `<${element.nodeName}> was expected, not <${made.nodeName}>`);
      }
      removeElement(element);
      this.ids.replace(element, made);
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
    this.change(() => {
      this.ids.carryOver(this.#proposed, next);
      this.#proposed = next;
    }, group);
  }

  /** Makes the changes. True: they are made, at least in part. */
  async apply({ validate = true, live = true } = {}): Promise<boolean> {
    if (this.store.getState().applying) return false;
    const { active, persistent } = this.store.getState();
    this.store.setState({ applying: true, applyError: null, result: null });
    const newVolumes = this.storage.newVolumesOf(this.#proposed);
    const deleteStorage = this.storage.deletedOf(this.#proposed);
    try {
      const result = await this.source.apply({
        base: this.#baseText,
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
      if (!nothing) this.#carriedOut(result, newVolumes, deleteStorage);
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

  /** Forgets the wishes of storage that an outcome is told of: a volume whose disk was refused is gone, and wanted still. */
  #carriedOut({ storage }: EditResult, made: readonly NewVolume[], deleted: readonly string[]): void {
    const told = storage && new Set(storage.map(({ path, wanted }) => wanted ?? path));
    const isDone = (path: string): boolean => told?.has(path) ?? true;
    this.storage.done(
      made.filter(({ path }) => isDone(path)),
      deleted.filter(isDone),
    );
  }

  #changed(): void {
    this.#counterparts = null;
    this.storage.forgetNamed(this.#proposed);
    this.#changedDevices = null;
    this.store.setState(({ revision }) => ({
      revision: revision + 1,
      changes: compare(this.#base, this.#proposed),
      canUndo: this.#undo.length > 0,
      canRedo: this.#redo.length > 0,
    }));
  }
}

function emptyDomain(): Domain {
  return Domain.parse('<domain/>');
}

function isElement(node: { readonly nodeType: number }): node is Device['element'] {
  return node.nodeType === 1;
}

function unreadable(error: XmlError): ApiErrorData {
  return { kind: 'invalid', message: `The definition cannot be read: ${error.message}` };
}
