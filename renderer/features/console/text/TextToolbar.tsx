import { Button, Menu } from '@mantine/core';
import {
  IconClipboard,
  IconCopy,
  IconDots,
  IconExternalLink,
  IconInfoCircle,
  IconSearch,
} from '@tabler/icons-react';
import type { ConsoleLog } from '../../../../contract/index.ts';
import { formatBytes } from '../../../ui/format.ts';
import { type MenuEntry, MenuLines } from '../../../ui/menu.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import { Note } from '../Note.tsx';
import classes from './Text.module.css';

/** What can be done with a terminal. */
export interface TextActions {
  readonly copy: () => void;
  readonly paste: () => void;
  readonly selectAll: () => void;
  readonly search: () => void;
  readonly sendSize: () => void;
  readonly save: () => void;
  readonly startLog: () => void;
  readonly stopLog: () => void;
  readonly copyLogPath: () => void;
  readonly clear: () => void;
  readonly reset: () => void;
  readonly setFontSize: (change: 'larger' | 'smaller' | 'normal') => void;
  readonly setClassic: (classic: boolean) => void;
}

interface TextToolbarProps {
  actions: TextActions;
  connected: boolean;
  log: ConsoleLog | null;
  fontSize: number;
  classic: boolean;
  /** Columns and lines, as "80 × 24". */
  size: string;
  /** What one should know of the console. */
  notes: readonly string[];
  /** Opens it in a window of its own; null: it is in one. */
  onOwnWindow: (() => void) | null;
}

/** The tools of a text console. */
export function TextToolbar(props: TextToolbarProps) {
  const { actions, connected, log, fontSize, classic, size, notes, onOwnWindow } = props;
  const reason = connected ? null : 'The console is not connected.';
  return (
    <>
      <IconButton label="Copy" keys="Ctrl+Shift+C" onClick={actions.copy}>
        <IconCopy size={17} />
      </IconButton>
      <IconButton label="Paste" keys="Ctrl+Shift+V" reason={reason} onClick={actions.paste}>
        <IconClipboard size={17} />
      </IconButton>
      <IconButton label="Search" keys="Ctrl+Shift+F" onClick={actions.search}>
        <IconSearch size={17} />
      </IconButton>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={15} />}>
            Terminal
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuLines entries={terminalEntries({ actions, reason, log, fontSize, classic, size })} />
        </Menu.Dropdown>
      </Menu>
      {onOwnWindow && (
        <IconButton label="Open in a window of its own" onClick={onOwnWindow}>
          <IconExternalLink size={17} />
        </IconButton>
      )}
      {log && <LogChip log={log} actions={actions} />}
      {notes.length > 0 && (
        <Note text={notes.join(' ')}>
          <IconInfoCircle size={17} />
        </Note>
      )}
    </>
  );
}

interface EntriesProps extends Pick<TextToolbarProps, 'actions' | 'log' | 'fontSize' | 'classic' | 'size'> {
  /** Why nothing can be sent; null: it can. */
  reason: string | null;
}

function terminalEntries({ actions, reason, log, fontSize, classic, size }: EntriesProps): MenuEntry[] {
  const writing = log !== null && log.ended === null;
  return [
    { heading: 'What was printed' },
    { label: 'Save as a file', run: actions.save },
    writing
      ? { label: 'Stop writing to the file', run: actions.stopLog }
      : { label: 'Write everything to a file…', run: actions.startLog },
    { label: 'Clear', run: actions.clear },
    { label: 'Reset the terminal', run: actions.reset },
    { heading: `Size: ${size}` },
    { label: 'Fit to the window', chosen: !classic, run: () => actions.setClassic(false) },
    { label: '80 × 24', chosen: classic, run: () => actions.setClassic(true) },
    { label: 'Send size to guest…', reason, run: actions.sendSize },
    { heading: `Letters: ${String(fontSize)} px` },
    { label: 'Larger', keys: 'Ctrl +', run: () => actions.setFontSize('larger') },
    { label: 'Smaller', keys: 'Ctrl −', run: () => actions.setFontSize('smaller') },
    { label: 'Normal', keys: 'Ctrl 0', run: () => actions.setFontSize('normal') },
  ];
}

/** That the console is written down, where, and how much it is. */
function LogChip({ log, actions }: { log: ConsoleLog; actions: TextActions }) {
  const stopped = log.ended !== null;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" aria-label={`Log: ${formatBytes(log.bytes)}${stopped ? ', stopped' : ''}`}>
          <span className={classes.log}>
            <span
              className={classes.recording}
              aria-hidden
              {...((stopped || log.waiting !== null) && { 'data-waiting': '' })}
            />
            {stopped ? `Log stopped, ${formatBytes(log.bytes)}` : `Log ${formatBytes(log.bytes)}`}
          </span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown maw={440}>
        <Menu.Label style={{ overflowWrap: 'anywhere' }}>{log.path}</Menu.Label>
        {(log.ended ?? log.waiting) !== null && (
          <Menu.Label>{log.ended ?? `Waiting: ${log.waiting ?? ''}`}</Menu.Label>
        )}
        <MenuLines
          entries={[
            { label: 'Copy the path', run: actions.copyLogPath },
            { label: stopped ? 'Close' : 'Stop writing to the file', run: actions.stopLog },
          ]}
        />
      </Menu.Dropdown>
    </Menu>
  );
}
