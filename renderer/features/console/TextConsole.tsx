import '@xterm/xterm/css/xterm.css';
import { Button } from '@mantine/core';
import { IconCopy, IconEraser } from '@tabler/icons-react';
import { useCallback, useEffect, useRef } from 'react';
import type { ConsoleInfo, DomainRef } from '../../../contract/index.ts';
import { isFocusFree } from '../../ui/focus.ts';
import classes from './Console.module.css';
import { ConsoleOverlay } from './ConsoleOverlay.tsx';
import { ConsolePane } from './ConsolePane.tsx';
import type { OpenConsole } from './consoleSession.ts';
import { createTerminal, type TerminalView } from './terminal.ts';
import { openText } from './textClient.ts';
import { useConsoleSession } from './useConsoleSession.ts';

interface TextConsoleProps {
  domain: DomainRef;
  machine: string;
  info: ConsoleInfo;
}

/** A character device of a machine, over xterm.js. What it printed stays while the machine is off. */
export function TextConsole({ domain, machine, info }: TextConsoleProps) {
  const { connection, uuid } = domain;
  const { key, title } = info;
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<TerminalView | null>(null);
  const label = `${title} of ${machine}`;
  // Before the session's own effects, so that the terminal is there when it connects.
  useEffect(() => {
    if (!element.current) return;
    view.current = createTerminal(element.current);
    return () => {
      view.current?.dispose();
      view.current = null;
    };
  }, []);
  useEffect(() => view.current?.terminal.textarea?.setAttribute('aria-label', label), [label]);
  const open = useCallback<OpenConsole>(
    async ({ force, ended }) => {
      if (!view.current) throw new Error('The terminal has nowhere to appear.');
      const { terminal } = view.current;
      return openText({ ref: { connection, uuid }, key, force, terminal, ended });
    },
    [connection, uuid, key],
  );
  const [state, session] = useConsoleSession(domain, open);
  useEffect(() => {
    if (state.phase === 'connected' && isFocusFree()) view.current?.terminal.focus();
  }, [state.phase]);

  return (
    <ConsolePane
      name={label}
      phase={state.phase}
      onRelease={() => view.current?.terminal.blur()}
      toolbar={
        <>
          <Button variant="default" leftSection={<IconCopy size={15} />} onClick={() => view.current?.copy()}>
            Copy
          </Button>
          <Button
            variant="default"
            leftSection={<IconEraser size={15} />}
            onClick={() => view.current?.terminal.clear()}
          >
            Clear
          </Button>
        </>
      }
    >
      <div ref={element} className={classes.terminal} data-guest-keys />
      <ConsoleOverlay domain={domain} state={state} session={session} slim />
    </ConsolePane>
  );
}
