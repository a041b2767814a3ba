import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type MenuEntry, MenuLines } from './menu.tsx';
import { IconButton } from './ReasonButton.tsx';

interface MoreMenuProps {
  /** Of the button: "More actions". */
  label: string;
  /** Of the menu, where the button does not say what its actions are for: "Actions for web1". */
  title?: string;
  /** The side at which it is in line with the button. */
  side?: 'start' | 'end';
  entries: readonly MenuEntry[];
}

/** What can be done besides the buttons in front of it. */
export function MoreMenu({ label, title = label, side = 'end', entries }: MoreMenuProps) {
  return (
    <Menu position={`bottom-${side}`}>
      <Menu.Target>
        <IconButton label={label} variant="default" size={30}>
          <IconDots size={17} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={title}>
        <MenuLines entries={entries} />
      </Menu.Dropdown>
    </Menu>
  );
}
