import { useSyncExternalStore } from 'react';

/** The screen's pixels for each of the page's, as the window goes from one screen to another or is zoomed. */
export function usePixelRatio(): number {
  return useSyncExternalStore(subscribe, () => window.devicePixelRatio);
}

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(`(resolution: ${String(window.devicePixelRatio)}dppx)`);
  query.addEventListener('change', changed);
  window.addEventListener('resize', changed);
  return () => {
    query.removeEventListener('change', changed);
    window.removeEventListener('resize', changed);
  };
}
