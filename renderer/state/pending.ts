import { create } from 'zustand';
import type { DomainAction, DomainRef } from '../../contract/index.ts';
import { domainKey } from './keys.ts';

/** Actions that were asked for and have not been answered, by domainKey(). */
const usePending = create<{ readonly byDomain: ReadonlyMap<string, DomainAction> }>()(() => ({
  byDomain: new Map(),
}));

/** Milliseconds in which what happens to a machine may come of what was asked for here. */
const OWN = 20_000;

const asked = new Map<string, number>();

/** Whether something was asked of the machine in this window just now: then its end is no news. */
export function wasAskedHere(ref: DomainRef, now: number): boolean {
  const time = asked.get(domainKey(ref));
  return time !== undefined && now - time < OWN;
}

/** Marks an action as under way while `work` runs. */
export async function whilePending<T>(
  ref: DomainRef,
  action: DomainAction,
  work: () => Promise<T>,
): Promise<T> {
  const key = domainKey(ref);
  asked.set(key, Date.now());
  usePending.setState(({ byDomain }) => ({ byDomain: new Map(byDomain).set(key, action) }));
  try {
    return await work();
  } finally {
    usePending.setState(({ byDomain }) => {
      const rest = new Map(byDomain);
      rest.delete(key);
      return { byDomain: rest };
    });
  }
}

/** The action under way on a machine, for its busy marks. */
export function usePendingAction(ref: DomainRef): DomainAction | undefined {
  return usePending((state) => state.byDomain.get(domainKey(ref)));
}
