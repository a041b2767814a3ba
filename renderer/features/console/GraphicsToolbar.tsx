import { Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import {
  IconAdjustments,
  IconCamera,
  IconCheck,
  IconClipboard,
  IconExternalLink,
  IconInfoCircle,
  IconKeyboard,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MenuEntry } from '../../ui/menu.tsx';
import { MenuLines } from '../../ui/menu.tsx';
import { reportError } from '../../ui/notify.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import classes from './Console.module.css';
import { type ClipboardPolicy, openGiveText } from './clipboard.tsx';
import type { GuardedRfb } from './guardedRfb.ts';
import { KEY_COMBINATIONS, type KeyCombination, pressKeys } from './keys.ts';
import { openOwnKeys } from './OwnKeysDialog.tsx';
import { useOwnCombinations } from './ownKeys.ts';
import { QUALITIES, type Quality } from './quality.ts';
import { copyScreenshot, saveScreenshot } from './screenshot.ts';
import { openTypeText } from './TypeTextDialog.tsx';

/** Fit it into the window, show its own pixels, or have the guest take the size of the window. */
export type Scaling = 'fit' | 'actual' | 'resize';

/** Any value as a way of scaling. */
export function readScaling(value: unknown): Scaling {
  return value === 'actual' || value === 'resize' ? value : 'fit';
}

/** A choice that the user has made, and the function that changes it. */
interface Choice<T> {
  readonly value: T;
  readonly set: (value: T) => void;
}

interface GraphicsToolbarProps {
  /** Null while nothing is connected. */
  rfb: GuardedRfb | null;
  machine: string;
  /** What one should know of the display. */
  notes: readonly string[];
  scaling: Choice<Scaling>;
  viewOnly: Choice<boolean>;
  exclusive: Choice<boolean>;
  quality: Choice<Quality>;
  clipboard: Choice<ClipboardPolicy>;
  /** Opens it in a window of its own; null: it is in one. */
  onOwnWindow: (() => void) | null;
}

/** What can be done with a display. */
export function GraphicsToolbar(props: GraphicsToolbarProps) {
  const { rfb, machine, notes, scaling, viewOnly, onOwnWindow } = props;
  const reason = rfb ? null : 'The display is not connected.';
  const typing = reason ?? (viewOnly.value ? 'View only is on.' : null);
  return (
    <>
      <SendKeys rfb={rfb} reason={typing} />
      <ToolMenu label="Clipboard" icon={<IconClipboard size={17} />}>
        <MenuLines entries={clipboardEntries(props, typing)} />
      </ToolMenu>
      <SegmentedControl
        aria-label="Scaling"
        value={scaling.value}
        onChange={(value) => scaling.set(readScaling(value))}
        data={[
          { value: 'fit', label: 'Fit' },
          { value: 'actual', label: '1:1' },
          { value: 'resize', label: 'Resize guest' },
        ]}
      />
      <ToolMenu label="View" icon={<IconAdjustments size={17} />}>
        <MenuLines entries={viewEntries(props)} />
      </ToolMenu>
      <ToolMenu label="Screenshot" icon={<IconCamera size={17} />}>
        <MenuLines entries={screenshotEntries(rfb, machine, reason)} />
      </ToolMenu>
      {onOwnWindow && (
        <IconButton label="Open in a window of its own" onClick={onOwnWindow}>
          <IconExternalLink size={17} />
        </IconButton>
      )}
      {notes.length > 0 && (
        <Tooltip label={notes.join(' ')} multiline w={340}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard has to reach what it says. */}
          <span className={classes.note} role="note" aria-label={notes.join(' ')} tabIndex={0}>
            <IconInfoCircle size={17} />
          </span>
        </Tooltip>
      )}
    </>
  );
}

function clipboardEntries(
  { rfb, machine, clipboard }: GraphicsToolbarProps,
  reason: string | null,
): MenuEntry[] {
  const policy = (value: ClipboardPolicy, label: string): MenuEntry => ({
    label,
    ...chosen(clipboard.value === value),
    run: () => clipboard.set(value),
  });
  const off = clipboard.value === 'off' ? 'The clipboard is off for this machine.' : null;
  return [
    { heading: 'Between this machine and the guest' },
    policy('off', 'Off: nothing passes'),
    policy('ask', 'Ask each time'),
    policy('on', 'On: both ways'),
    'line',
    {
      label: 'Paste into the guest’s clipboard…',
      keys: 'Ctrl+Shift+V',
      reason: reason ?? off,
      run: () => openGiveText(machine, (text) => rfb?.clipboardPasteFrom(text)),
    },
  ];
}

/** A line that says whether it is chosen, also to the eye. */
function chosen(checked: boolean) {
  return { checked, icon: checked ? <IconCheck size={15} /> : <span className={classes.unchosen} /> };
}

function viewEntries({ viewOnly, exclusive, quality }: GraphicsToolbarProps): MenuEntry[] {
  return [
    { label: 'View only', ...chosen(viewOnly.value), run: () => viewOnly.set(!viewOnly.value) },
    {
      label: 'Alone: disconnect other viewers',
      ...chosen(exclusive.value),
      run: () => exclusive.set(!exclusive.value),
    },
    'line',
    { heading: 'Quality' },
    ...QUALITIES.map(({ value, label }) => ({
      label,
      ...chosen(quality.value === value),
      run: () => quality.set(value),
    })),
  ];
}

function screenshotEntries(rfb: GuardedRfb | null, machine: string, reason: string | null): MenuEntry[] {
  const take = (work: (rfb: GuardedRfb) => Promise<void>, problem: string) => () => {
    if (rfb) work(rfb).catch((error: unknown) => reportError(problem, error));
  };
  return [
    {
      label: 'Save as a file',
      reason,
      run: take((shown) => saveScreenshot(shown, machine), 'The screenshot could not be saved'),
    },
    {
      label: 'Copy to the clipboard',
      reason,
      run: take(copyScreenshot, 'The screenshot could not be copied'),
    },
  ];
}

function SendKeys({ rfb, reason }: { rfb: GuardedRfb | null; reason: string | null }) {
  const own = useOwnCombinations();
  const send = ({ keys }: KeyCombination) => {
    if (!rfb) return;
    pressKeys(keys, (keysym, code, down) => rfb.sendKey(keysym, code, down));
    rfb.focus();
  };
  const entries: MenuEntry[] = [
    {
      label: 'Type text…',
      reason,
      run: () => rfb && openTypeText((keysym, code, down) => rfb.sendKey(keysym, code, down)),
    },
    { label: 'Other keys…', reason, run: () => openOwnKeys(send) },
  ];
  const known = new Set(KEY_COMBINATIONS.flat().map(({ label }) => label));
  for (const group of [own.filter(({ label }) => !known.has(label)), ...KEY_COMBINATIONS]) {
    if (group.length > 0) entries.push('line');
    for (const combination of group) {
      entries.push({ label: combination.label, reason, run: () => send(combination) });
    }
  }
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" leftSection={<IconKeyboard size={16} />}>
          Send keys
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah="min(420px, 60vh)" style={{ overflow: 'auto' }}>
        <MenuLines entries={entries} />
      </Menu.Dropdown>
    </Menu>
  );
}

function ToolMenu({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={label}>{icon}</IconButton>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
