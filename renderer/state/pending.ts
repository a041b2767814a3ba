import { create } from 'zustand';
import type { DomainAction, DomainRef } from '../../contract/index.ts';
import { domainKey } from './keys.ts';

/** Actions that were asked for and have not been answered, by domainKey(). */
export const usePending = create<{ readonly byDomain: ReadonlyMap<string, DomainAction> }>()(() => ({
  byDomain: new Map(),
}));

/** Marks an action as under way while `work` runs. */
export async function whilePending<T>(
  ref: DomainRef,
  action: DomainAction,
  work: () => Promise<T>,
): Promise<T> {
  const key = domainKey(ref);
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
