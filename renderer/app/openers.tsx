import type { ReactNode } from 'react';
import { openDialog } from '../ui/dialogs.tsx';
import { withRetries } from '../ui/lazyPart.tsx';
import { reportError } from '../ui/notify.tsx';

type Load = () => Promise<(props: { onClose: () => void }) => ReactNode>;

const open = new Set<Load>();

/** Loads a dialog when it is first wanted, and shows it once at a time. */
async function show(load: Load): Promise<void> {
  if (open.has(load)) return;
  open.add(load);
  try {
    const Dialog = await withRetries(load, [200, 1000]);
    openDialog((close) => (
      <Dialog
        onClose={() => {
          open.delete(load);
          close();
        }}
      />
    ));
  } catch (error) {
    open.delete(load);
    reportError('A part of Virtdeck could not be loaded', error);
  }
}

const palette: Load = async () => (await import('./CommandPalette.tsx')).CommandPalette;
const shortcuts: Load = async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog;

/** Has the palette at hand when it is wanted: what is typed right after Ctrl+K belongs to it, not to the page. */
export function preparePalette(): void {
  // One that fails is tried again when it is wanted.
  requestIdleCallback(() => void palette().catch(() => {}), { timeout: 10_000 });
}

/** Opens the palette: every action on every object by name. */
export function openPalette(): void {
  void show(palette);
}

/** Opens the list of all keys. */
export function openShortcuts(): void {
  void show(shortcuts);
}
