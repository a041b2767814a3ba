import { create } from 'zustand';
import type { DomainRef } from '../../../contract/index.ts';
import { domainKey } from '../../state/keys.ts';

/** Pictures kept; each may be a few hundred kilobytes. */
const KEPT = 12;

/** The last picture of each display that was shown, as data URL, by displayKey(), the newest last. */
const useFrames = create<{ readonly byDisplay: ReadonlyMap<string, string> }>()(() => ({
  byDisplay: new Map(),
}));

/** @param key of the display among the machine's consoles; empty: how those of the machine begin */
function displayKey(domain: DomainRef, key: string): string {
  return `${domainKey(domain)} ${key}`;
}

/**
 * The last picture of a machine's display that was shown in this run; undefined: none was.
 * @param key of the display; null: the one that was seen last
 */
export function useShownFrame(domain: DomainRef, key: string | null): string | undefined {
  return useFrames(({ byDisplay }) => {
    if (key !== null) return byDisplay.get(displayKey(domain, key));
    const newest = [...byDisplay.keys()].findLast((one) => one.startsWith(displayKey(domain, '')));
    return newest === undefined ? undefined : byDisplay.get(newest);
  });
}

export function saveLastFrame(domain: DomainRef, key: string, picture: string): void {
  const display = displayKey(domain, key);
  useFrames.setState(({ byDisplay }) => {
    const next = new Map(byDisplay);
    next.delete(display);
    next.set(display, picture);
    for (const oldest of next.keys()) {
      if (next.size <= KEPT) break;
      next.delete(oldest);
    }
    return { byDisplay: next };
  });
}

/** The pictures of a machine are those of one on another host from now on. */
export function moveLastFrames(from: DomainRef, to: DomainRef): void {
  const before = displayKey(from, '');
  useFrames.setState(({ byDisplay }) => {
    const renamed = [...byDisplay].map(([display, picture]): [string, string] => [
      display.startsWith(before) ? displayKey(to, display.slice(before.length)) : display,
      picture,
    ]);
    return { byDisplay: new Map(renamed) };
  });
}
