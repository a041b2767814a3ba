import '@xterm/xterm/css/xterm.css';
import type { Terminal } from '@xterm/xterm';
import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleInfo, DomainRef } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { openContextMenu } from '../../ui/contextMenu.tsx';
import { copyText } from '../../ui/copyText.ts';
import { isFocusFree } from '../../ui/focus.ts';
import { reportError } from '../../ui/notify.tsx';
import classes from './Console.module.css';
import { ConsoleOverlay } from './ConsoleOverlay.tsx';
import { ConsolePane } from './ConsolePane.tsx';
import type { OpenConsole } from './consoleSession.ts';
import { openConsoleWindow } from './consoleWindow.ts';
import { createTerminal, type TerminalKey, type TerminalView } from './terminal.ts';
import { openLogDialog } from './text/LogDialog.tsx';
import { askForPaste, type PasteTarget, pasteOrAsk } from './text/PasteDialog.tsx';
import { saveText } from './text/scrollback.ts';
import { sendSize } from './text/sendSize.tsx';
import { TextSearch } from './text/TextSearch.tsx';
import { type TextActions, TextToolbar } from './text/TextToolbar.tsx';
import { nextFont, saveClassic, saveFontSize, useTextSettings } from './text/textSettings.ts';
import { sayUnanswered, unsentWords, useUnsent } from './text/unsent.ts';
import { useConsoleLog } from './text/useConsoleLog.ts';
import { openText } from './textClient.ts';
import { useConsoleSession } from './useConsoleSession.ts';

interface TextConsoleProps {
  domain: DomainRef;
  machine: string;
  info: ConsoleInfo;
  /** It is the only thing in its window. */
  alone?: boolean;
}

/** A character device of a machine, over xterm.js. What it printed stays while the machine is off. */
export function TextConsole({ domain, machine, info, alone = false }: TextConsoleProps) {
  const { connection, uuid } = domain;
  const { key, title } = info;
  const label = `${title} of ${machine}`;
  const settings = useTextSettings();
  const onKey = useRef((_key: TerminalKey) => {});
  // Another name of the machine is no reason to connect anew.
  const where = useRef(label);
  useEffect(() => {
    where.current = label;
  }, [label]);
  // Before the session's own effects, so that the terminal is there when it connects.
  const { element, current, view, size } = useTerminal(settings, label, onKey);
  const log = useConsoleLog(domain, key);
  const [searching, setSearching] = useState(false);
  const open = useCallback<OpenConsole>(
    async ({ force, started, ended }) => {
      if (!current.current) throw new Error('The terminal has nowhere to appear.');
      const { terminal } = current.current;
      const onUnanswered = (characters: number) => sayUnanswered(where.current, characters);
      return openText({
        ref: { connection, uuid },
        key,
        force,
        started,
        terminal,
        ended,
        onUnanswered,
      });
    },
    [connection, uuid, key, current],
  );
  const [state, session] = useConsoleSession(domain, open);
  const connected = state.phase === 'connected';
  const unsent = useUnsent(view?.terminal, connected);
  useEffect(() => {
    if (connected && isFocusFree()) view?.terminal.focus();
  }, [connected, view]);

  const focus = () => view?.terminal.focus();
  const paste = (raw: string) => {
    if (view && connected) pasteOrAsk(raw, pasteTarget(view.terminal, label));
  };
  // libvirt lets only one in: the other window gets it from this one.
  const toOwnWindow = () => {
    session.handOver('It was opened in a window of its own.');
    openConsoleWindow(domain, info);
  };
  const fail = (what: string) => (error: unknown) => reportError(what, error);
  const actions: TextActions = {
    copy: () => view?.copy(),
    paste: () => {
      if (view) void readClipboard(view.terminal, label);
    },
    selectAll: () => view?.terminal.selectAll(),
    search: () => setSearching(true),
    sendSize: () => {
      if (!view) return;
      const { rows, cols } = view.terminal;
      void sendSize(rows, cols, (text) => view.terminal.input(text)).then(focus);
    },
    save: () => view && saveText(view.terminal, machine, title),
    startLog: () => openLogDialog({ domain, machine, deviceKey: key, title }),
    stopLog: () => {
      client()
        .consoles.stopLog({ ...domain, key })
        .catch(fail('The log could not be stopped'));
    },
    copyLogPath: () => void copyText(log?.path ?? '').catch(fail('The path could not be copied')),
    clear: () => view?.terminal.clear(),
    reset: () => view?.terminal.reset(),
    setFontSize: (change) => saveFontSize(nextFont(settings.fontSize, change)),
    setClassic: saveClassic,
  };
  useEffect(() => {
    onKey.current = (pressed) => {
      if (pressed === 'search') actions.search();
      else if (pressed !== 'copy') actions.setFontSize(pressed);
    };
  });

  return (
    <ConsolePane
      name={label}
      phase={state.phase}
      onRelease={() => view?.terminal.blur()}
      onGrab={focus}
      toolbar={
        <TextToolbar
          actions={actions}
          connected={connected}
          log={log}
          fontSize={settings.fontSize}
          classic={settings.classic}
          size={size}
          notes={info.notes}
          onOwnWindow={alone ? null : toOwnWindow}
        />
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the terminal's own textarea is what has the focus */}
      <div
        ref={element}
        className={classes.terminal}
        data-guest-keys
        data-classic={settings.classic || undefined}
        onPasteCapture={(event) => {
          event.preventDefault();
          event.stopPropagation();
          paste(event.clipboardData.getData('text/plain'));
        }}
        onContextMenu={(event) => openMenu(event, label, actions, view, connected)}
      />
      {searching && view && (
        <TextSearch
          search={view.search}
          onClose={() => {
            setSearching(false);
            focus();
          }}
        />
      )}
      <ConsoleOverlay domain={domain} state={state} session={session} slim note={unsentWords(unsent)} />
    </ConsolePane>
  );
}

/** A terminal in the element of the ref, as the settings say, with its size in words. */
function useTerminal(
  settings: ReturnType<typeof useTextSettings>,
  label: string,
  onKey: { readonly current: (key: TerminalKey) => void },
) {
  const element = useRef<HTMLDivElement>(null);
  const current = useRef<TerminalView | null>(null);
  const [view, setView] = useState<TerminalView | null>(null);
  const [size, setSize] = useState('');
  const first = useRef(settings);
  useEffect(() => {
    if (!element.current) return;
    const made = createTerminal(element.current, first.current, (key) => onKey.current(key));
    made.terminal.onResize(({ cols, rows }) => setSize(`${String(cols)} × ${String(rows)}`));
    current.current = made;
    setView(made);
    return () => {
      made.dispose();
      current.current = null;
      setView(null);
    };
  }, [onKey]);
  const { lines, fontSize, classic } = settings;
  useEffect(() => view?.apply({ lines, fontSize, classic }), [view, lines, fontSize, classic]);
  useEffect(() => view?.terminal.textarea?.setAttribute('aria-label', label), [view, label]);
  return { element, current, view, size };
}

function pasteTarget(terminal: Terminal, where: string): PasteTarget {
  return {
    where,
    bracketed: terminal.modes.bracketedPasteMode,
    paste: (text) => {
      terminal.paste(text);
      terminal.focus();
    },
  };
}

/** Pastes what the clipboard holds, where the browser lets the user's click read it; otherwise the user pastes it. */
async function readClipboard(terminal: Terminal, where: string): Promise<void> {
  const target = pasteTarget(terminal, where);
  try {
    pasteOrAsk(await navigator.clipboard.readText(), target);
  } catch {
    askForPaste(target);
  }
}

/** The menu of the right button; programs in the guest that take the mouse get it, unless Shift is held. */
function openMenu(
  event: MouseEvent,
  label: string,
  actions: TextActions,
  view: TerminalView | null,
  connected: boolean,
): void {
  if (view && view.terminal.modes.mouseTrackingMode !== 'none' && !event.shiftKey) {
    event.preventDefault();
    return;
  }
  openContextMenu(
    event,
    label,
    [
      {
        label: 'Copy',
        keys: 'Ctrl+Shift+C',
        reason: view?.terminal.hasSelection() ? null : 'Nothing is selected.',
        run: actions.copy,
      },
      {
        label: 'Paste',
        keys: 'Ctrl+Shift+V',
        reason: connected ? null : 'The console is not connected.',
        run: actions.paste,
      },
      { label: 'Select all', run: actions.selectAll },
      'line',
      { label: 'Search…', keys: 'Ctrl+Shift+F', run: actions.search },
      { label: 'Save as a file', run: actions.save },
      { label: 'Clear', run: actions.clear },
    ],
    null,
  );
}
