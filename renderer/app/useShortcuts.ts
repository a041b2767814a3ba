import { useEffect } from 'react';
import { isDialogOpen } from '../ui/dialogs.tsx';
import { preparePalette } from './openers.tsx';
import { keysOf, SHORTCUTS } from './shortcuts.ts';

/** Listens for the shortcuts of the window. Dialogs and consoles keep their keys. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isDialogOpen()) return;
      if (event.target instanceof Element && event.target.closest('[data-guest-keys]')) return;
      const keys = keysOf(event);
      const shortcut = SHORTCUTS.find((candidate) => candidate.keys === keys);
      if (shortcut?.run()) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    preparePalette();
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
