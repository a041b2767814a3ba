import { Menu } from '@mantine/core';
import { IconLayoutColumns, IconLayoutRows } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import type { ConsoleInfo } from '../../../contract/index.ts';
import { type MenuEntry, MenuLines } from '../../ui/menu.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import classes from './Console.module.css';
import { boundShare, MAX_SHARE, MIN_SHARE, type Split } from './split.ts';
import { consoleId } from './useConsoleList.ts';

/** What the arrow keys move, in percent. */
const STEP = 5;

interface SplitMenuProps {
  /** The machine's consoles without the chosen one. */
  others: readonly ConsoleInfo[];
  /** Null: one is shown alone. */
  split: Split | null;
  onChange: (split: Split | null) => void;
}

/** Chooses which console is shown beside the chosen one, and how. */
export function SplitMenu({ others, split, onChange }: SplitMenuProps) {
  const now = split ?? { beside: '', way: 'row' as const, share: 50 };
  const Icon = now.way === 'row' ? IconLayoutColumns : IconLayoutRows;
  const entries: MenuEntry[] = [
    { heading: 'Show at the same time' },
    ...others.map((info) => ({
      label: info.title,
      chosen: split?.beside === consoleId(info),
      run: () => onChange({ ...now, beside: consoleId(info) }),
    })),
    { label: 'Nothing else', chosen: split === null, run: () => onChange(null) },
  ];
  if (split) {
    entries.push(
      { heading: 'Arrange' },
      { label: 'Side by side', chosen: now.way === 'row', run: () => onChange({ ...now, way: 'row' }) },
      {
        label: 'One above the other',
        chosen: now.way === 'column',
        run: () => onChange({ ...now, way: 'column' }),
      },
    );
  }
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <IconButton label="Show two consoles at once" variant={split ? 'light' : 'subtle'}>
          <Icon size={17} />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <MenuLines entries={entries} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** The border between two consoles: dragged, or moved with the arrow keys. */
export function SplitDivider({ split, onMove }: { split: Split; onMove: (share: number) => void }) {
  const upright = split.way === 'row';
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const target = event.currentTarget;
    const area = target.parentElement?.getBoundingClientRect();
    if (!area) return;
    target.setPointerCapture(event.pointerId);
    target.onpointermove = ({ clientX, clientY }) => {
      const part = upright ? (clientX - area.left) / area.width : (clientY - area.top) / area.height;
      onMove(boundShare(part * 100));
    };
    target.onlostpointercapture = () => {
      target.onpointermove = null;
    };
  };
  return (
    <div
      role="separator"
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-label="Border between the consoles"
      aria-valuenow={Math.round(split.share)}
      aria-valuemin={MIN_SHARE}
      aria-valuemax={MAX_SHARE}
      tabIndex={0}
      className={classes.divider}
      onPointerDown={onPointerDown}
      onDoubleClick={() => onMove(50)}
      onKeyDown={({ key }) => {
        if (key === (upright ? 'ArrowLeft' : 'ArrowUp')) onMove(boundShare(split.share - STEP));
        if (key === (upright ? 'ArrowRight' : 'ArrowDown')) onMove(boundShare(split.share + STEP));
      }}
    />
  );
}
