import type { EditConflict, Resolution } from '../../../contract/index.ts';
import { type Change, compare, conflicts, type Domain } from '../../../model/index.ts';

/** What is to be changed, once it is settled what becomes of what somebody else has changed too. */
export interface Wanted {
  /** Changes of the user's, without those given up. */
  readonly changes: readonly Change[];
  /** Keys to make equal to the proposal. */
  readonly keys: ReadonlySet<string>;
  /** Not settled yet; nothing may be changed while there are any. */
  readonly conflicts: readonly EditConflict[];
}

/**
 * Holds the user's changes against what others did since.
 * @param base what the edit began from
 * @param fresh the definition as it is now, without secrets like the other two
 */
export function settle(
  base: Domain,
  proposed: Domain,
  fresh: Domain,
  resolutions: readonly Resolution[],
): Wanted {
  const mine = compare(base, proposed);
  const taken = new Map(resolutions.map(({ key, take }) => [key, take]));
  const open: EditConflict[] = [];
  const dropped = new Set<string>();
  const added = new Set<string>();
  for (const [own, other] of conflicts(mine, compare(base, fresh))) {
    const take = taken.get(own.key);
    if (take === undefined) open.push(inWords(own, other));
    else if (take === 'theirs') dropped.add(own.key);
    // What a change is part of was removed by somebody else: it comes back as a whole.
    else added.add(other.key);
  }
  const changes = mine.filter((change) => !dropped.has(change.key));
  return { changes, keys: new Set([...changes.map((change) => change.key), ...added]), conflicts: open };
}

function inWords(own: Change, other: Change): EditConflict {
  return {
    key: own.key,
    words: [own.subject, own.label].filter((part) => part !== '').join(': '),
    base: own.before,
    theirs: outcomeOf(other),
    ours: outcomeOf(own),
  };
}

function outcomeOf(change: Change): string | null {
  if (change.kind === 'removed') return 'removed';
  return change.kind === 'added' ? (change.after ?? 'added') : change.after;
}
