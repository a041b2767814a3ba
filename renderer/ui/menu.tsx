import { Menu, Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** One line of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  /** Why it cannot be chosen now; it stays visible. */
  readonly reason?: string | null;
  readonly danger?: boolean;
  /** The key that does the same, as shown. */
  readonly keys?: string;
  readonly checked?: boolean;
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

function MenuLine({ label, icon, reason = null, danger, keys, checked, run }: MenuItem) {
  const blocked = reason !== null;
  return (
    <Tooltip label={reason ?? ''} disabled={!blocked} position="left" openDelay={150}>
      <Menu.Item
        leftSection={icon ?? (checked !== undefined && <Mark shown={checked} />)}
        {...(keys !== undefined && { rightSection: <kbd>{keys}</kbd> })}
        {...(danger && !blocked && { c: 'var(--vd-error)' })}
        {...(checked !== undefined && { role: 'menuitemcheckbox', 'aria-checked': checked })}
        {...(blocked && { 'data-disabled': true, 'aria-disabled': true, 'aria-description': reason })}
        closeMenuOnClick={!blocked && checked === undefined}
        onClick={() => {
          if (!blocked) run();
        }}
      >
        {label}
      </Menu.Item>
    </Tooltip>
  );
}

/** Says to the eye whether a line is chosen. */
function Mark({ shown }: { shown: boolean }) {
  return shown ? <IconCheck size={15} /> : <span style={{ display: 'inline-block', width: 15 }} />;
}
