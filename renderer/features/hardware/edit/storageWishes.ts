import { createStore, type StoreApi } from 'zustand';
import type { EditResult, NewVolume } from '../../../../contract/index.ts';
import type { Domain } from '../../../../model/index.ts';

/** What an edit wants of storage besides the definition, by path: it is done when the edit is applied. */
export interface StorageState {
  readonly newVolumes: ReadonlyMap<string, NewVolume>;
  /** Storage of removed disks that is to be deleted. */
  readonly deleted: ReadonlySet<string>;
}

const NONE: StorageState = { newVolumes: new Map(), deleted: new Set() };

/**
 * Volumes to be made, and storage to be deleted. They are kept by path apart from the definition. A new volume counts
 * as long as a disk names it. A deletion was agreed to for one removal: it ends when a disk has the storage again,
 * and comes back only with that removal, by Redo.
 */
export class StorageWishes {
  readonly store: StoreApi<StorageState> = createStore<StorageState>()(() => NONE);

  make(volume: NewVolume): void {
    this.store.setState(({ newVolumes }) => ({
      newVolumes: new Map(newVolumes).set(volume.path, volume),
    }));
  }

  delete(path: string): void {
    this.store.setState(({ deleted }) => ({ deleted: new Set(deleted).add(path) }));
  }

  /** Takes over what another edit wants: that of a device which was added there first. */
  take(other: StorageWishes): void {
    for (const volume of other.store.getState().newVolumes.values()) this.make(volume);
    for (const path of other.store.getState().deleted) this.delete(path);
  }

  /** The deletions, to be put back with a step. */
  get deletions(): ReadonlySet<string> {
    return this.store.getState().deleted;
  }

  /** Back to deletions as they were. */
  putBack(deleted: ReadonlySet<string>): void {
    if (deleted !== this.deletions) this.store.setState({ deleted });
  }

  /** Forgets the deletions of storage that a definition names again: what removes it later was not asked about. */
  forgetNamed(domain: Domain): void {
    const { deletions } = this;
    if (deletions.size === 0) return;
    const left = this.deletedOf(domain);
    if (left.length < deletions.size) this.store.setState({ deleted: new Set(left) });
  }

  /** Forgets what was done; what was wanted meanwhile stays. */
  done(made: readonly NewVolume[], deleted: readonly string[]): void {
    this.store.setState((state) => ({
      newVolumes: new Map([...state.newVolumes].filter(([, volume]) => !made.includes(volume))),
      deleted: new Set([...state.deleted].filter((path) => !deleted.includes(path))),
    }));
  }

  /** Forgets what an outcome is told of: a volume whose disk was refused is gone, and wanted still. */
  carriedOut({ storage }: EditResult, made: readonly NewVolume[], deleted: readonly string[]): void {
    const told = storage && new Set(storage.map(({ path, wanted }) => wanted ?? path));
    const isDone = (path: string): boolean => told?.has(path) ?? true;
    this.done(
      made.filter(({ path }) => isDone(path)),
      deleted.filter(isDone),
    );
  }

  /** Forgets the volumes that a machine has already: they were made, even if no answer told so. */
  forgetMade(domain: Domain): void {
    const made = this.newVolumesOf(domain);
    if (made.length > 0) this.done(made, []);
  }

  clear(): void {
    this.store.setState(NONE);
  }

  /** The volumes that disks of a definition name. */
  newVolumesOf(domain: Domain): NewVolume[] {
    if (this.store.getState().newVolumes.size === 0) return [];
    const named = pathsOf(domain);
    return [...this.store.getState().newVolumes.values()].filter(({ path }) => named.has(path));
  }

  /** The storage that a definition does not name any more. */
  deletedOf(domain: Domain): string[] {
    const named = pathsOf(domain);
    return [...this.store.getState().deleted].filter((path) => !named.has(path));
  }
}

function pathsOf(domain: Domain): Set<string | null> {
  return new Set(domain.disks.all.map(({ source }) => source.location));
}
