import type { NameCheck } from './useNameCheck.ts';

/** What every step gets. */
export interface StepProps {
  /** What is wrong, by field; empty until the user wanted to go on. */
  readonly problems: Readonly<Record<string, string>>;
  readonly name: NameCheck;
}

/** Why nothing of a storage pool can be chosen; undefined when it can. */
export function poolRefusal(pools: readonly unknown[]): string | undefined {
  return pools.length === 0 ? 'This host has no storage pool.' : undefined;
}
