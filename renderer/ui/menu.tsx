import { Menu, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One line of a menu. */
export interface MenuItem {
  readonly label: string;
  /** Not shown where there is a mark. */
  readonly icon?: ReactNode;
  /** Why it cannot be chosen now; it stays visible. */
  readonly reason?: string | null;
  readonly danger?: boolean;
  /** The key that does the same, as shown. */
  readonly keys?: string;
  /** It is on or off by itself: has a mark when it is on. */
  readonly checked?: boolean;
  /** It is one of several, of which one is on: has a mark when it is that one. */
  readonly chosen?: boolean;
  readonly run: () => void;
}

/** 'line' divides; a label alone heads what follows. */
export type MenuEntry = MenuItem | 'line' | { readonly heading: string };

/** The lines of a menu, within Menu.Dropdown. */
export function MenuLines({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) => {
    // Lines have nothing of their own to be known by, and a menu does not reorder them.
    if (entry === 'line') return <Menu.Divider key={`line${String(index)}`} />;
    if ('heading' in entry) return <Menu.Label key={entry.heading}>{entry.heading}</Menu.Label>;
    return <MenuLine key={entry.label} {...entry} />;
  });
}

function MenuLine({ label, icon, reason = null, danger, keys, checked, chosen, run }: MenuItem) {
  const blocked = reason !== null;
  const choose = () => {
    if (!blocked) run();
  };
  const line = {
    children: label,
    ...(keys !== undefined && { rightSection: <kbd>{keys}</kbd> }),
    ...(danger && !blocked && { c: 'var(--vd-error)' }),
    // Not data-disabled: the arrow keys would pass it by, and nobody would read why.
    ...(blocked && { style: BLOCKED, 'aria-disabled': true, 'aria-description': reason }),
  };
  const mark = { checkIcon: <IconCheck size={15} />, styles: MARK };
  return (
    <Tooltip
      label={reason ?? ''}
      disabled={!blocked}
      position="left"
      openDelay={150}
      events={{ hover: true, focus: true, touch: true }}
    >
      {checked !== undefined ? (
        <Menu.CheckboxItem {...line} {...mark} checked={checked} onChange={choose} />
      ) : chosen !== undefined ? (
        <Menu.RadioItem {...line} {...mark} value={label} checked={chosen} onChange={choose} />
      ) : (
        <Menu.Item {...line} leftSection={icon} closeMenuOnClick={!blocked} onClick={choose} />
      )}
    </Tooltip>
  );
}

const BLOCKED = { color: 'var(--vd-dim)', opacity: 0.7, cursor: 'not-allowed' };

/** A mark takes the room of an icon. */
const MARK = { itemIndicator: { width: 15, marginInlineEnd: 'var(--mantine-spacing-xs)' } };
