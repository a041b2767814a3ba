import { Domain } from '../domain/domain.ts';
import type { XmlNode } from '../field/node.ts';
import type { ElementOrDocument } from '../xml/document.ts';
import type { Change, Effect } from './change.ts';
import { type CompareOptions, compare } from './compare.ts';
import { whenRunning } from './running.ts';

type Source = ElementOrDocument | XmlNode;

/** One line of the review: the same thing in the running machine, as saved and as proposed. */
export interface ReviewRow {
  readonly key: string;
  readonly subject: string;
  readonly label: string;
  readonly kind: Change['kind'];
  /** Values in words; null where there is none. For a machine that does not run, `live` is undefined. */
  readonly live: string | null | undefined;
  readonly saved: string | null;
  readonly proposed: string | null;
  readonly effect: Effect;
  /** True if the proposal changes it; false if only the running machine differs from what is saved. */
  readonly proposedChange: boolean;
}

/**
 * Everything in which a running machine, its saved definition and a proposed one are not all the same.
 *
 * @param live undefined if the machine does not run
 * @param options whether the machine runs without being saved, besides those of `compare`
 */
export function review(
  live: Source | undefined,
  saved: Source,
  proposed: Source,
  options: CompareOptions & { readonly transient?: boolean } = {},
): ReviewRow[] {
  const pending = new Map(live ? compare(live, saved, options).map((change) => [change.key, change]) : []);
  const changes = compare(saved, proposed, options);
  const timed =
    live instanceof Domain && proposed instanceof Domain
      ? whenRunning(changes, live, proposed, options.transient)
      : changes;
  const rows = timed.map((change) => {
    const open = pending.get(change.key);
    pending.delete(change.key);
    const running = live ? (open ? open.before : change.before) : undefined;
    return row(change, running, change.before, change.after, true);
  });
  const others = [...pending.values()].map((change) =>
    row(change, change.before, change.after, change.after, false),
  );
  return [...rows, ...others];
}

function row(
  change: Change,
  live: string | null | undefined,
  saved: string | null,
  proposed: string | null,
  proposedChange: boolean,
): ReviewRow {
  const { key, subject, label, kind, effect } = change;
  return { key, subject, label, kind, live, saved, proposed, effect, proposedChange };
}

/** The changes that two people made to the same thing with different results. */
export function conflicts(mine: readonly Change[], theirs: readonly Change[]): [Change, Change][] {
  const others = new Map(theirs.map((change) => [change.key, change]));
  return mine.flatMap((change): [Change, Change][] => {
    const other = findOverlap(change, others);
    return other && !(other.key === change.key && same(change, other)) ? [[change, other]] : [];
  });
}

function same(a: Change, b: Change): boolean {
  return a.kind === b.kind && a.after === b.after;
}

/** The other change to the same thing, to what it is part of, or to a part of it. */
function findOverlap(change: Change, others: ReadonlyMap<string, Change>): Change | undefined {
  const exact = others.get(change.key);
  if (exact) return exact;
  for (const other of others.values()) {
    const removedAround = other.kind === 'removed' && change.key.startsWith(`${other.key}/`);
    const removedHere = change.kind === 'removed' && other.key.startsWith(`${change.key}/`);
    if (removedAround || removedHere) return other;
  }
  return undefined;
}
