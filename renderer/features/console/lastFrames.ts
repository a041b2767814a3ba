import { create } from 'zustand';
import type { DomainRef } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { domainKey } from '../../state/keys.ts';

/** Pictures kept in this window; each may be a few hundred kilobytes. */
const KEPT = 12;
/** Pixels of a picture that is kept: it is shown dimmed, or small. */
const MAX_PIXELS = 1024 * 1024;

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

/** What a display shows, as JPEG, made at once: the page may be about to go. Null: nothing. */
export function pictureOf(canvas: HTMLCanvasElement): string | null {
  const pixels = canvas.width * canvas.height;
  if (pixels === 0) return null;
  const scale = Math.min(1, Math.sqrt(MAX_PIXELS / pixels));
  const small = document.createElement('canvas');
  small.width = Math.max(1, Math.floor(canvas.width * scale));
  small.height = Math.max(1, Math.floor(canvas.height * scale));
  small.getContext('2d')?.drawImage(canvas, 0, 0, small.width, small.height);
  return small.toDataURL('image/jpeg', 0.7);
}

/** Keeps the last picture of a display, in this window and for others and later runs. */
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
  // It is for show: what cannot be kept is not missed.
  client()
    .consoles.keepFrame({ uuid: domain.uuid, key, picture })
    .catch(() => {});
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
