import type { DomainEvent, HistoryItem } from '../../../../contract/index.ts';

/** Something of a machine's past: a definition that was replaced, or an event. */
export type Moment =
  | { readonly kind: 'definition'; readonly time: number; readonly item: HistoryItem }
  | { readonly kind: 'event'; readonly time: number; readonly event: DomainEvent };

/** Replaced definitions and events together, newest first. */
export function timeline(items: readonly HistoryItem[], events: readonly DomainEvent[]): Moment[] {
  return [
    ...items.map((item): Moment => ({ kind: 'definition', time: item.time, item })),
    ...events.map((event): Moment => ({ kind: 'event', time: event.time, event })),
  ].sort((a, b) => b.time - a.time || order(a) - order(b));
}

/** What libvirt tells of a replacement comes after the replacement. */
const order = ({ kind }: Moment): number => (kind === 'event' ? 0 : 1);

/** What a definition was replaced by: the id of the one after it, or null: by what there is now. */
export function replacedBy(items: readonly HistoryItem[], id: string): string | null {
  const index = items.findIndex((item) => item.id === id);
  return items[index - 1]?.id ?? null;
}
