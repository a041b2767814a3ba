import { applyChanges, type Change, compare, Domain, whenRunning } from '../../../../model/index.ts';
import { Counterparts } from './counterparts.ts';
import { DeviceIds } from './ids.ts';

/** The documents of an edit: where it began, what is proposed, and what runs. */
export class EditDocuments {
  readonly ids = new DeviceIds();
  #baseText = '';
  #base = emptyDomain();
  #proposed = emptyDomain();
  #liveText: string | null = null;
  #live: Domain | null = null;
  #counterparts: Counterparts | null = null;

  /** The definition that the edit began from, as it was read. */
  get baseText(): string {
    return this.#baseText;
  }

  get base(): Domain {
    return this.#base;
  }

  get proposed(): Domain {
    return this.#proposed;
  }

  /** The definition of the running machine; null: it is off. */
  get live(): Domain | null {
    return this.#live;
  }

  /**
   * Another definition that the edit begins from.
   * @throws XmlError it cannot be read
   */
  begin(text: string): void {
    this.#base = Domain.parse(text);
    this.#baseText = text;
    this.changed();
  }

  /** Puts another document in the place of the proposed one; its devices keep their names. */
  propose(domain: Domain): void {
    this.ids.carryOver(this.#proposed, domain);
    this.#proposed = domain;
    this.changed();
  }

  /**
   * What runs. True: that is something else than before.
   * @throws XmlError it cannot be read
   */
  run(text: string | null): boolean {
    if (text === this.#liveText) return false;
    this.#live = text === null ? null : Domain.parse(text);
    this.#liveText = text;
    return true;
  }

  /** Takes changes of the proposed definition back, in place. */
  revert(keys: readonly string[]): void {
    applyChanges(this.#proposed, this.#base, new Set(keys));
  }

  /**
   * What was changed; asked for anew after `changed`.
   * @param transient the machine runs without being saved
   */
  compare(transient: boolean): Change[] {
    return whenRunning(compare(this.#base, this.#proposed), this.#live, this.#proposed, transient);
  }

  /** What was what in both; good until `changed`. */
  get counterparts(): Counterparts {
    this.#counterparts ??= new Counterparts(this.#base, this.#proposed);
    return this.#counterparts;
  }

  /** The proposed definition was changed in place. */
  changed(): void {
    this.#counterparts = null;
  }
}

function emptyDomain(): Domain {
  return Domain.parse('<domain/>');
}
