import type { Address, OsinfoLibrary } from './native.ts';

/** Reads entities (systems, media, devices...): everything they have is a parameter with one or more values. */
export class Entities {
  constructor(readonly library: OsinfoLibrary) {}

  id(entity: Address): string {
    return this.library.text('osinfo_entity_get_id', entity) ?? '';
  }

  /** The first value of a parameter; null: it has none. */
  value(entity: Address, key: string): string | null {
    return this.library.text('osinfo_entity_get_param_value', entity, key);
  }

  values(entity: Address, key: string): string[] {
    return this.library.texts(this.library.object('osinfo_entity_get_param_value_list', entity, key));
  }

  /** A flag; null: it is not set. */
  flag(entity: Address, key: string): boolean | null {
    const value = this.value(entity, key);
    return value === null ? null : value === 'true';
  }

  /** A whole number that is not negative; null: none, or no number. */
  count(entity: Address, key: string): number | null {
    const value = this.value(entity, key);
    return value !== null && /^\d{1,18}$/.test(value) ? Number(value) : null;
  }

  set(entity: Address, key: string, value: string): void {
    this.library.run('osinfo_entity_set_param', entity, key, value);
  }

  /**
   * What a getter lists, read while the list lives. Empty where this version of the library has no such getter.
   * The list must be ours, as most are.
   */
  list<T>(getter: string, args: readonly (Address | null)[], read: (entity: Address) => T): T[] {
    if (!this.library.has(getter)) return [];
    const list = this.library.object(getter, ...args);
    try {
      return this.#read(list, read);
    } finally {
      this.library.unref(list);
    }
  }

  /** As {@link list}, for the getters that lend a list of their own: drivers and the devices of one. */
  lent<T>(getter: string, entity: Address, read: (entity: Address) => T): T[] {
    return this.library.has(getter) ? this.#read(this.library.object(getter, entity), read) : [];
  }

  #read<T>(list: Address, read: (entity: Address) => T): T[] {
    if (list === 0n) return [];
    const length = this.library.number('osinfo_list_get_length', list);
    return Array.from({ length }, (_, at) => read(this.library.object('osinfo_list_get_nth', list, at)));
  }
}
