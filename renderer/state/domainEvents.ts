import { create } from 'zustand';
import type { DomainEvent } from '../../contract/index.ts';
import { domainKey } from './keys.ts';

/** Events kept of each machine in the window; main keeps more. */
const KEPT = 100;
/** Machines whose events are kept; those that were silent for longest lose theirs first. */
export const KEPT_MACHINES = 1000;

/** Events that arrived since the window opened, newest last, by domainKey(). */
export const useDomainEvents = create<{ readonly byDomain: ReadonlyMap<string, readonly DomainEvent[]> }>()(
  () => ({ byDomain: new Map() }),
);

/** Keeps an event that main has told; the oldest of many go. */
export function addDomainEvent(event: DomainEvent): void {
  useDomainEvents.setState(({ byDomain }) => {
    const key = domainKey(event);
    const events = [...(byDomain.get(key) ?? []), event].slice(-KEPT);
    const next = new Map(byDomain);
    // In the order of their last event.
    next.delete(key);
    next.set(key, events);
    const [oldest] = next.keys();
    if (next.size > KEPT_MACHINES && oldest !== undefined) next.delete(oldest);
    return { byDomain: next };
  });
}

/** Main's list with what arrived after it, without what is in both, newest first. */
export function mergeEvents(fetched: readonly DomainEvent[], arrived: readonly DomainEvent[]): DomainEvent[] {
  const seen = new Set<string>();
  const all: DomainEvent[] = [];
  for (const event of [...fetched, ...arrived]) {
    const key = `${event.time} ${event.kind} ${event.message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    all.push(event);
  }
  return all.sort((a, b) => b.time - a.time);
}
