import type { EditConflict } from '../../../../contract/index.ts';
import { applyChanges, type Change, compare, conflicts, Domain } from '../../../../model/index.ts';

/** An edit carried over to a definition that was changed meanwhile. */
export interface Rebased {
  readonly proposed: Domain;
  /** What others have changed, and not the user in the same way: that may be the user's own, applied already. */
  readonly others: readonly Change[];
  /** What both have changed; the user's own value is in the proposal. */
  readonly conflicts: readonly EditConflict[];
}

/** Changes of others' that are told one by one. */
const MOST_TOLD = 5;

/** Makes the changes between two documents in a third one, which somebody else made of the first. */
export function rebase(base: Domain, proposed: Domain, fresh: string): Rebased {
  const now = Domain.parse(fresh);
  const mine = compare(base, proposed);
  const others = compare(base, now);
  const clashes = conflicts(mine, others);
  const keys = new Set([...mine, ...clashes.map(([, other]) => other)].map((change) => change.key));
  // Of what another one removed, only what is wanted differently here comes back.
  const result = Domain.parse(fresh);
  const wanted = new Set(mine.map((change) => change.key));
  applyChanges(result, proposed, clashes.length === 0 ? wanted : keys);
  return {
    proposed: result,
    others: others.filter((other) => !mine.some((own) => isSame(own, other))),
    conflicts: clashes.map(([own, other]) => ({
      key: own.key,
      words: [own.subject, own.label].filter((part) => part !== '').join(': '),
      base: own.before,
      theirs: outcome(other),
      ours: outcome(own),
    })),
  };
}

/** What others did meanwhile, in words, without what the user is asked about; null: nothing. */
export function tell({ others, conflicts }: Rebased): string | null {
  const asked = new Set(conflicts.map(({ key }) => key));
  const told = others.filter(({ key }) => !asked.has(key)).map(({ text }) => text);
  if (told.length === 0) return null;
  const more = told.length > MOST_TOLD ? `; and ${told.length - MOST_TOLD} more` : '';
  return `Changed by somebody else meanwhile: ${told.slice(0, MOST_TOLD).join('; ')}${more}`;
}

function isSame(own: Change, other: Change): boolean {
  return own.key === other.key && own.kind === other.kind && own.after === other.after;
}

function outcome(change: Change): string | null {
  return change.kind === 'removed' ? 'removed' : change.after;
}
