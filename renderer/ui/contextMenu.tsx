import { Menu } from '@mantine/core';
import type { MouseEvent as ReactMouseEvent } from 'react';
import { create } from 'zustand';
import { isFocusFree } from './focus.ts';
import { type MenuEntry, MenuLines } from './menu.tsx';

interface Shown {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** What had the focus, and gets it back unless the choice took it elsewhere. */
  readonly from: Element | null;
}

const useContextMenu = create<{ readonly shown: Shown | null }>()(() => ({ shown: null }));

/** Opens a menu at the pointer; or at an element, when the keyboard asked for it. */
export function openContextMenu(
  event: Pick<ReactMouseEvent, 'preventDefault' | 'clientX' | 'clientY'>,
  label: string,
  entries: readonly MenuEntry[],
  at: Element | null,
): void {
  event.preventDefault();
  const box = at?.getBoundingClientRect();
  const x = box ? box.left + 40 : event.clientX;
  const y = box ? box.bottom - 4 : event.clientY;
  useContextMenu.setState({ shown: { x, y, label, entries, from: document.activeElement } });
}

/** The place where context menus appear; once in the application. */
export function ContextMenu() {
  const shown = useContextMenu((state) => state.shown);
  if (!shown) return null;
  const close = () => {
    useContextMenu.setState({ shown: null });
    // After the menu has gone, and after what was chosen has opened its dialog.
    requestAnimationFrame(() => {
      if (isFocusFree() && shown.from instanceof HTMLElement) shown.from.focus({ preventScroll: true });
    });
  };
  return (
    <Menu opened onClose={close} withinPortal key={`${shown.x} ${shown.y} ${shown.label}`}>
      <Menu.Target>
        <div style={{ position: 'fixed', left: shown.x, top: shown.y, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={shown.label}>
        <MenuLines entries={shown.entries} />
      </Menu.Dropdown>
    </Menu>
  );
}
