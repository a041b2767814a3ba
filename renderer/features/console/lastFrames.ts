import { create } from 'zustand';

/** Pictures kept; each may be a few hundred kilobytes. */
const KEPT = 12;

/** The last picture of each display that was shown, as data URL, by domainKey() and console key. */
export const useLastFrames = create<{ readonly byDisplay: ReadonlyMap<string, string> }>()(() => ({
  byDisplay: new Map(),
}));

export function saveLastFrame(display: string, picture: string): void {
  useLastFrames.setState(({ byDisplay }) => {
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

/** The pictures of a machine (domainKey) are those of one on another host from now on. */
export function moveLastFrames(from: string, to: string): void {
  useLastFrames.setState(({ byDisplay }) => {
    const renamed = [...byDisplay].map(([display, picture]): [string, string] => [
      display.startsWith(`${from} `) ? `${to}${display.slice(from.length)}` : display,
      picture,
    ]);
    return { byDisplay: new Map(renamed) };
  });
}
