import { useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleInfo, DomainRef } from '../../../contract/index.ts';
import { domainKey } from '../../state/keys.ts';
import { saveUiValue, useUiState } from '../../state/uiState.ts';
import { isFocusFree } from '../../ui/focus.ts';
import classes from './Console.module.css';
import { ConsoleOverlay } from './ConsoleOverlay.tsx';
import { ConsolePane } from './ConsolePane.tsx';
import { askCredentials } from './CredentialsDialog.tsx';
import type { OpenConsole } from './consoleSession.ts';
import { GraphicsToolbar, readScaling } from './GraphicsToolbar.tsx';
import { type Graphics, openGraphics } from './graphicsClient.ts';
import { saveLastFrame, useLastFrames } from './lastFrames.ts';
import { useConsoleSession } from './useConsoleSession.ts';

interface GraphicsConsoleProps {
  domain: DomainRef;
  machine: string;
  info: ConsoleInfo;
}

const SCALING = 'console.scaling';

/** A display of a machine, over noVNC. */
export function GraphicsConsole({ domain, machine, info }: GraphicsConsoleProps) {
  const { connection, uuid } = domain;
  const { key, title } = info;
  const target = useRef<HTMLDivElement>(null);
  const [graphics, setGraphics] = useState<Graphics | null>(null);
  const [viewOnly, setViewOnly] = useState(false);
  const scaling = useUiState((state) => readScaling(state.values[SCALING]));
  const display = `${domainKey(domain)} ${key}`;
  const frame = useLastFrames((state) => state.byDisplay.get(display));

  const open = useCallback<OpenConsole>(
    async ({ ended }) => {
      if (!target.current) throw new Error('The display has nowhere to appear.');
      const opened = await openGraphics({
        ref: { connection, uuid },
        key,
        target: target.current,
        label: `${title} of ${machine}`,
        ask: askCredentials(machine),
        ended,
        onLastFrame: (picture) => saveLastFrame(display, picture),
      });
      setGraphics(opened);
      return opened;
    },
    [connection, uuid, key, title, machine, display],
  );
  const [state, session] = useConsoleSession(domain, open);
  const connected = state.phase === 'connected' ? graphics : null;

  useEffect(() => {
    if (!connected) return;
    connected.rfb.scaleViewport = scaling === 'fit';
    connected.rfb.resizeSession = scaling === 'resize';
    connected.rfb.viewOnly = viewOnly;
  }, [connected, scaling, viewOnly]);
  // A new display takes the keyboard, unless the user is typing somewhere else.
  useEffect(() => {
    if (connected && (isFocusFree() || target.current?.contains(document.activeElement)))
      connected.rfb.focus();
  }, [connected]);

  return (
    <ConsolePane
      name={`${title} of ${machine}`}
      phase={state.phase}
      onRelease={() => connected?.rfb.blur()}
      toolbar={
        <GraphicsToolbar
          rfb={connected?.rfb ?? null}
          machine={machine}
          scaling={scaling}
          onScaling={(next) => saveUiValue(SCALING, next)}
          viewOnly={viewOnly}
          onViewOnly={setViewOnly}
        />
      }
    >
      {frame && state.phase !== 'connected' && (
        <img className={classes.frame} src={frame} alt={`${machine} when it was last seen`} />
      )}
      <div ref={target} className={classes.screen} data-guest-keys hidden={state.phase !== 'connected'} />
      <ConsoleOverlay domain={domain} state={state} session={session} />
    </ConsolePane>
  );
}
