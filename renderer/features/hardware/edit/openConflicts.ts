import type { EditConflict } from '../../../../contract/index.ts';
import type { Change } from '../../../../model/index.ts';

/** What is to be asked: what was asked and not answered yet is still asked, where it is not asked anew. */
export function joinConflicts(
  before: readonly EditConflict[],
  found: readonly EditConflict[],
): readonly EditConflict[] {
  const again = new Set(found.map(({ key }) => key));
  return [...before.filter(({ key }) => !again.has(key)), ...found];
}

/** Those that are still to be asked: where nothing is wanted otherwise any more, there is nothing to choose. */
export function openConflicts(
  conflicts: readonly EditConflict[],
  changes: readonly Change[],
): readonly EditConflict[] {
  return conflicts.filter(({ key }) => changesOf(key, changes).length > 0);
}

/**
 * The keys of the changes that a conflict is about: what somebody removed has come back as a whole, and goes as a
 * whole.
 */
export function changesOf(key: string, changes: readonly Change[]): string[] {
  return changes.map((change) => change.key).filter((one) => one === key || key.startsWith(`${one}/`));
}
