import { type RefObject, useEffect } from 'react';
import type { DomainRef, LastFrame } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { useAsked } from '../../state/useAsked.ts';
import type { Graphics } from './graphicsClient.ts';

/**
 * What a machine's display showed when it was last seen in an earlier run, or in another window; null: nothing is known.
 * @param key of the display; null: the one that was seen last
 * @param wanted whether it is to be shown; asked for anew each time that it becomes so
 */
export function useLastFrame({ uuid }: DomainRef, key: string | null, wanted: boolean): LastFrame | null {
  const asked = wanted ? `${uuid} ${key ?? ''}` : null;
  return useAsked(asked, () => client().consoles.lastFrame({ uuid, key }))?.frame ?? null;
}

/** Keeps the picture of a display whenever it is not looked at any more: another tab, another window, the end. */
export function useSnapshots(target: RefObject<HTMLElement | null>, graphics: Graphics | null): void {
  useEffect(() => {
    const element = target.current;
    if (!graphics || !element) return;
    let shown = element.clientWidth > 0;
    const observer = new ResizeObserver(() => {
      const now = element.clientWidth > 0;
      if (shown && !now) graphics.snapshot();
      shown = now;
    });
    observer.observe(element);
    const onVisibility = () => document.hidden && shown && graphics.snapshot();
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, [graphics, target]);
}
