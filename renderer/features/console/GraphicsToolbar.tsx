import { Button, Menu, SegmentedControl } from '@mantine/core';
import {
  IconAdjustments,
  IconCamera,
  IconClipboard,
  IconExternalLink,
  IconInfoCircle,
  IconKeyboard,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DisplayInput } from '../../../contract/index.ts';
import type { MenuEntry } from '../../ui/menu.tsx';
import { MenuLines } from '../../ui/menu.tsx';
import { reportError } from '../../ui/notify.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import classes from './Console.module.css';
import { type ClipboardPolicy, openGiveText } from './clipboard.tsx';
import type { GuardedRfb } from './guardedRfb.ts';
import { KEY_COMBINATIONS, type KeyCombination, MAX_SCREENS, pressKeys, screenKeys } from './keys.ts';
import { Note } from './Note.tsx';
import { openOwnKeys } from './OwnKeysDialog.tsx';
import { useOwnCombinations } from './ownKeys.ts';
import { QUALITIES, type Quality } from './quality.ts';
import { copyScreenshot, saveScreenshot } from './screenshot.ts';
import { type Keyboard, openTypeText } from './TypeTextDialog.tsx';
import { usePixelRatio } from './usePixelRatio.ts';

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
  input: DisplayInput;
  /** Heads of the machine's graphics cards, one of which the display shows. */
  screens: number;
  /** Why the guest does not take the window's size; null: it does, or is not to. */
  problem: { readonly short: string; readonly long: string } | null;
  /** One pixel of a screen with several for each of the page's is enough. */
  fine: Choice<boolean>;
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
  const { rfb, machine, notes, input, problem, scaling, viewOnly, onOwnWindow } = props;
  const ratio = usePixelRatio();
  const reason = rfb ? null : 'The display is not connected.';
  const typing = reason ?? (viewOnly.value ? 'View only is on.' : null);
  return (
    <>
      <SendKeys rfb={rfb} kind={input.keyboard} reason={typing} />
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
        <MenuLines entries={viewEntries(props, typing, ratio)} />
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
        <Note text={notes.join(' ')}>
          <IconInfoCircle size={17} />
        </Note>
      )}
      {problem && (
        <span role="status" className={classes.problem}>
          <Note text={problem.long}>{problem.short}</Note>
        </span>
      )}
    </>
  );
}

function clipboardEntries(
  { rfb, machine, input, clipboard }: GraphicsToolbarProps,
  reason: string | null,
): MenuEntry[] {
  const policy = (value: ClipboardPolicy, label: string): MenuEntry => ({
    label,
    chosen: clipboard.value === value,
    run: () => clipboard.set(value),
  });
  const off = clipboard.value === 'off' ? 'The clipboard is off for this machine.' : null;
  return [
    { heading: 'Between this computer and the guest' },
    policy('off', 'Off: nothing passes'),
    policy('ask', 'Ask each time'),
    policy('on', 'On: both ways'),
    'line',
    {
      label: 'Paste into the guest’s clipboard…',
      keys: 'Ctrl+Shift+V',
      reason: reason ?? off ?? input.clipboardRefusal,
      run: () => rfb && openGiveText(machine, (text) => rfb.giveClipboard(text)),
    },
  ];
}

function viewEntries(props: GraphicsToolbarProps, reason: string | null, ratio: number): MenuEntry[] {
  const { viewOnly, exclusive, quality, fine } = props;
  return [
    ...screenEntries(props, reason),
    { label: 'View only', checked: viewOnly.value, run: () => viewOnly.set(!viewOnly.value) },
    {
      label: 'Alone: disconnect other viewers',
      checked: exclusive.value,
      run: () => exclusive.set(!exclusive.value),
    },
    ...(ratio > 1
      ? [
          {
            label: 'Small pixels: 1:1 and Resize guest by this screen’s own',
            checked: fine.value,
            run: () => fine.set(!fine.value),
          },
        ]
      : []),
    'line',
    { heading: 'Quality' },
    ...QUALITIES.map(({ value, label }) => ({
      label,
      chosen: quality.value === value,
      run: () => quality.set(value),
    })),
  ];
}

/** The screens of a machine that has several; which one is shown is the machine's, and does not say. */
function screenEntries({ rfb, screens }: GraphicsToolbarProps, reason: string | null): MenuEntry[] {
  if (screens < 2) return [];
  const show = (screen: number): MenuEntry => ({
    label: `Screen ${String(screen)}`,
    keys: `Ctrl+Alt+${String(screen)}`,
    reason,
    run: () => rfb && pressKeys(screenKeys(screen), (...key) => rfb.sendKey(...key)),
  });
  return [
    { heading: 'Show, for all who look' },
    ...Array.from({ length: Math.min(screens, MAX_SCREENS) }, (_, index) => show(index + 1)),
    'line',
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

/** A menu that may have more lines than there is room for. */
const SCROLLED = { mah: 'min(420px, 60vh)', style: { overflow: 'auto' } };

interface SendKeysProps {
  rfb: GuardedRfb | null;
  kind: DisplayInput['keyboard'];
  reason: string | null;
}

function SendKeys({ rfb, kind, reason }: SendKeysProps) {
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
      run: () => rfb && openTypeText(keyboardOf(rfb, kind)),
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
          <span className={classes.word}>Send keys</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown {...SCROLLED}>
        <MenuLines entries={entries} />
      </Menu.Dropdown>
    </Menu>
  );
}

function keyboardOf(rfb: GuardedRfb, kind: DisplayInput['keyboard']): Keyboard {
  return {
    kind,
    send: (keysym, code, down) => rfb.sendKey(keysym, code, down),
    refusal() {
      if (!rfb.connected) return 'The display is not connected any more.';
      return rfb.viewOnly ? 'View only is on.' : null;
    },
  };
}

function ToolMenu({ label, icon, children }: { label: string; icon: ReactNode; children: ReactNode }) {
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={label}>{icon}</IconButton>
      </Menu.Target>
      <Menu.Dropdown {...SCROLLED}>{children}</Menu.Dropdown>
    </Menu>
  );
}
