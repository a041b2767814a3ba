import { setActivityOpen, useActivityPanel } from '../features/activity/activityPanel.ts';
import { TAB_TITLES } from '../features/vm/tabTitles.ts';
import { currentRoute, MACHINE_TABS, type MachineTab, navigate } from '../state/route.ts';
import { openPalette, openShortcuts } from './openers.tsx';
import { showSidebar, toggleSidebar } from './sidebarHidden.ts';

export interface Shortcut {
  /** As shown and as matched: modifiers in the order Ctrl, Alt, Shift, then event.key. */
  readonly keys: string;
  readonly label: string;
  /** False: nothing to do here, the key goes on. */
  readonly run: () => boolean;
}

const done = (run: () => void) => () => {
  run();
  return true;
};

/** Keys that work everywhere, except where the guest has the keyboard. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: 'Ctrl+K', label: 'Command palette', run: done(openPalette) },
  { keys: 'F1', label: 'Keyboard shortcuts', run: done(openShortcuts) },
  { keys: 'Ctrl+F', label: 'Filter the page', run: focusPageFilter },
  { keys: 'Ctrl+Shift+F', label: 'Filter hosts and machines in the sidebar', run: focusSidebarFilter },
  { keys: 'Ctrl+B', label: 'Show or hide the sidebar', run: done(toggleSidebar) },
  { keys: 'Ctrl+J', label: 'Show or hide activity', run: done(toggleActivity) },
  { keys: 'Ctrl+,', label: 'Settings', run: done(() => navigate({ page: 'settings' })) },
  { keys: 'Alt+N', label: 'New machine', run: done(() => navigate({ page: 'new', connection: null })) },
  { keys: 'Alt+Home', label: 'All machines', run: done(() => navigate({ page: 'fleet' })) },
  { keys: 'Alt+ArrowLeft', label: 'Back', run: done(() => window.history.back()) },
  { keys: 'Alt+ArrowRight', label: 'Forward', run: done(() => window.history.forward()) },
  ...MACHINE_TABS.map((tab, index) => ({
    keys: `Alt+${String(index + 1)}`,
    label: `Machine: ${TAB_TITLES[tab]}`,
    run: () => goToTab(tab),
  })),
];

/** Keys that belong to a part of the window; for the list only. */
export const LOCAL_SHORTCUTS: readonly (readonly [keys: string, label: string])[] = [
  ['↑ ↓ Page Home End', 'Move in a table or tree'],
  ['Enter', 'Open the machine or host'],
  ['Space', 'Select the row, or deselect it'],
  ['Shift+↑ ↓', 'Select several rows'],
  ['Ctrl+A', 'Select all rows'],
  ['Menu or Shift+F10', 'Menu of the row'],
  ['← →', 'Close or open a host in the sidebar'],
  ['Escape', 'Clear the filter or the selection, close a dialog'],
  ['Ctrl+Alt, let go', 'Give the keyboard back from a console'],
];

/** The keys as the user reads them. */
export function shownKeys(keys: string): string {
  return keys.replace('ArrowLeft', '←').replace('ArrowRight', '→');
}

/** How a key press is written in the lists above. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'shiftKey' | 'metaKey'>,
): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const parts = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ];
  return [...parts.filter(Boolean), key].join('+');
}

function toggleActivity(): void {
  setActivityOpen(!useActivityPanel.getState().open);
}

function goToTab(tab: MachineTab): boolean {
  const route = currentRoute();
  if (route.page !== 'machine') return false;
  navigate({ ...route, tab }, { replace: true });
  return true;
}

function focusPageFilter(): boolean {
  const box = document.querySelector<HTMLInputElement>('[data-page-filter]');
  if (!box) return focusSidebarFilter();
  box.focus();
  box.select();
  return true;
}

function focusSidebarFilter(): boolean {
  showSidebar();
  // The sidebar may have to be painted first.
  requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-sidebar-filter]')?.focus());
  return true;
}
