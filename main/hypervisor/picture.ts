import type { DomainRow, Events, InventorySnapshot } from '../../contract/index.ts';
import { PatchQueue } from './patchQueue.ts';
import { diffRow } from './rows.ts';

export type PictureEmit = <N extends 'inventoryPatch' | 'inventorySnapshot'>(
  name: N,
  payload: Events[N],
) => void;

/** Patches go out at most this often, in ms (design, section 4). */
const PATCH_MS = 100;

/**
 * The rows of one connection and what windows know of them. Changes go out as patches with
 * consecutive revisions; rows are never changed in place.
 */
export class Picture {
  readonly #connection: string;
  readonly #emit: PictureEmit;
  readonly #rows = new Map<string, DomainRow>();
  /** The rows as windows know them. */
  readonly #published = new Map<string, DomainRow>();
  readonly #touched = new Set<string>();
  readonly #patches = new PatchQueue(() => this.#publish(), PATCH_MS);
  #revision = 0;
  #complete = false;

  constructor(connection: string, emit: PictureEmit) {
    this.#connection = connection;
    this.#emit = emit;
  }

  get size(): number {
    return this.#rows.size;
  }

  get(uuid: string): DomainRow | undefined {
    return this.#rows.get(uuid);
  }

  rows(): DomainRow[] {
    return [...this.#rows.values()];
  }

  /** The picture as a window can take it; patches that follow have higher revisions. */
  snapshot(): InventorySnapshot {
    if (this.#touched.size > 0) this.#patches.now();
    return {
      connection: this.#connection,
      revision: this.#revision,
      complete: this.#complete,
      domains: this.rows(),
    };
  }

  /** Adds a row. */
  add(row: DomainRow): void {
    this.#rows.set(row.uuid, row);
    this.#touch(row.uuid);
  }

  /** Changes a part of a row; nothing when there is no such row. */
  change(uuid: string, change: Partial<DomainRow>): void {
    const row = this.#rows.get(uuid);
    if (!row) return;
    const next = { ...row, ...change };
    if (diffRow(row, next) === null) return;
    this.#rows.set(uuid, next);
    this.#touch(uuid);
  }

  remove(uuid: string): void {
    if (this.#rows.delete(uuid)) this.#touch(uuid);
  }

  /** Puts other rows in the place of all, and tells windows at once. */
  replace(rows: readonly DomainRow[], complete: boolean): void {
    this.#patches.cancel();
    this.#touched.clear();
    this.#rows.clear();
    this.#published.clear();
    for (const row of rows) {
      this.#rows.set(row.uuid, row);
      this.#published.set(row.uuid, row);
    }
    this.#complete = complete;
    this.#revision += 1;
    this.#emit('inventorySnapshot', this.snapshot());
  }

  /** Nothing more goes out. */
  stop(): void {
    this.#patches.cancel();
  }

  #touch(uuid: string): void {
    this.#touched.add(uuid);
    this.#patches.touch();
  }

  /** Tells windows the difference between what they know and what is. */
  #publish(): void {
    if (this.#touched.size === 0) return;
    const patch: Events['inventoryPatch'] = {
      connection: this.#connection,
      revision: this.#revision + 1,
      added: [],
      changed: [],
      removed: [],
    };
    for (const uuid of this.#touched) this.#add(patch, uuid);
    this.#touched.clear();
    if (patch.added.length + patch.changed.length + patch.removed.length === 0) return;
    this.#revision = patch.revision;
    this.#emit('inventoryPatch', patch);
  }

  #add(patch: Events['inventoryPatch'], uuid: string): void {
    const before = this.#published.get(uuid);
    const after = this.#rows.get(uuid);
    if (!after) {
      if (this.#published.delete(uuid)) patch.removed.push(uuid);
      return;
    }
    this.#published.set(uuid, after);
    const change = before && diffRow(before, after);
    if (!before) patch.added.push(after);
    else if (change) patch.changed.push(change);
  }
}
