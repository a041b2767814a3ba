import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { ConsoleInfo, DisplayInput, DomainRef } from '../../../contract/index.ts';
import { domainKey } from '../../state/keys.ts';
import { readBoolean, saveUiValue, useUiState } from '../../state/uiState.ts';
import { isFocusFree } from '../../ui/focus.ts';
import classes from './Console.module.css';
import { ConsoleOverlay } from './ConsoleOverlay.tsx';
import { ConsolePane } from './ConsolePane.tsx';
import { pasteToGuest, receiveClipboard, useClipboardPolicy } from './clipboard.tsx';
import type { OpenConsole } from './consoleSession.ts';
import { openConsoleWindow } from './consoleWindow.ts';
import { GraphicsToolbar, readScaling } from './GraphicsToolbar.tsx';
import { type Graphics, openGraphics } from './graphicsClient.ts';
import { saveLastFrame, useShownFrame } from './lastFrames.ts';
import { levelsOf, readQuality } from './quality.ts';
import { useConsoleSession } from './useConsoleSession.ts';
import { useLastFrame, useSnapshots } from './useLastFrame.ts';
import { useResizeProblem } from './useResizeProblem.ts';

interface GraphicsConsoleProps {
  domain: DomainRef;
  machine: string;
  info: ConsoleInfo;
  /** It is the only thing in its window. */
  alone?: boolean;
}

const SCALING = 'console.scaling';
const QUALITY = 'console.quality';
const FINE = 'console.finePixels';

/** Of a display of which nothing is said. */
const NO_INPUT: DisplayInput = { keyboard: 'ps2', lineEnd: '\n', clipboardRefusal: null };

/** A display of a machine, over noVNC. */
export function GraphicsConsole({ domain, machine, info, alone = false }: GraphicsConsoleProps) {
  const { connection, uuid } = domain;
  const { key, title } = info;
  const input = info.input ?? NO_INPUT;
  const target = useRef<HTMLDivElement>(null);
  const [graphics, setGraphics] = useState<Graphics | null>(null);
  const [viewOnly, setViewOnly] = useState(false);
  const scaling = useUiState((state) => readScaling(state.values[SCALING]));
  const quality = useUiState((state) => readQuality(state.values[QUALITY]));
  const fine = useUiState((state) => readBoolean(state.values[FINE], false));
  // Not kept: it puts others out, which has to be wanted each time.
  const [exclusive, setExclusive] = useState(false);
  const [policy, setPolicy] = useClipboardPolicy(domainKey(domain));
  const seen = useShownFrame(domain, key);
  const onClipboard = useRef((_text: string | null) => {});
  // Another title of the machine is no reason to connect anew, nor is another policy.
  const label = useRef('');
  const passes = useRef(false);
  useEffect(() => {
    onClipboard.current = (text) => receiveClipboard(policy, machine, text);
    label.current = `${title} of ${machine}`;
    passes.current = policy !== 'off';
  });

  const open = useCallback<OpenConsole>(
    async ({ ended }) => {
      if (!target.current) throw new Error('The display has nowhere to appear.');
      const ref = { connection, uuid };
      const opened = await openGraphics({
        ref,
        key,
        target: target.current,
        label: label.current,
        shared: !exclusive,
        clipboard: passes.current,
        ended,
        onLastFrame: (picture) => saveLastFrame(ref, key, picture),
        onClipboard: (text) => onClipboard.current(text),
      });
      setGraphics(opened);
      return opened;
    },
    [connection, uuid, key, exclusive],
  );
  const [state, session] = useConsoleSession(domain, open);
  const connected = state.phase === 'connected' ? graphics : null;
  useSnapshots(target, connected);
  const before = useLastFrame(domain, key, seen === undefined && !connected);
  const frame = seen ?? before?.picture;

  useEffect(() => {
    if (!connected) return;
    // Before the wish for a size, which goes by it and is not sent by who only looks.
    connected.rfb.finePixels = fine;
    connected.rfb.viewOnly = viewOnly;
    connected.rfb.scaleViewport = scaling === 'fit';
    connected.rfb.resizeSession = scaling === 'resize';
  }, [connected, scaling, viewOnly, fine]);
  useEffect(() => {
    if (!connected) return;
    connected.rfb.lineEnd = input.lineEnd;
    connected.rfb.clipboard = policy !== 'off';
  }, [connected, policy, input.lineEnd]);
  const problem = useResizeProblem(connected?.rfb ?? null, scaling === 'resize' && !viewOnly);
  useEffect(() => {
    if (!connected) return;
    const levels = levelsOf(quality, connected.roundTripMs);
    connected.rfb.qualityLevel = levels.quality;
    connected.rfb.compressionLevel = levels.compression;
  }, [connected, quality]);
  // A new display takes the keyboard, unless the user is typing somewhere else.
  useEffect(() => {
    if (connected && (isFocusFree() || target.current?.contains(document.activeElement)))
      connected.rfb.focus();
  }, [connected]);

  const paste = ({ clipboardData }: ClipboardEvent) => {
    if (!connected || viewOnly) return;
    const text = clipboardData.getData('text/plain');
    pasteToGuest(policy, machine, text, (agreed) => connected.rfb.giveClipboard(agreed));
  };
  return (
    <ConsolePane
      name={`${title} of ${machine}`}
      phase={state.phase}
      onRelease={() => connected?.rfb.blur()}
      onGrab={() => connected?.rfb.focus()}
      toolbar={
        <GraphicsToolbar
          rfb={connected?.rfb ?? null}
          machine={machine}
          notes={info.notes}
          input={input}
          screens={info.screens}
          problem={problem}
          fine={{ value: fine, set: (next) => saveUiValue(FINE, next) }}
          scaling={{ value: scaling, set: (next) => saveUiValue(SCALING, next) }}
          viewOnly={{ value: viewOnly, set: setViewOnly }}
          exclusive={{ value: exclusive, set: setExclusive }}
          quality={{ value: quality, set: (next) => saveUiValue(QUALITY, next) }}
          clipboard={{ value: policy, set: setPolicy }}
          onOwnWindow={alone ? null : () => openConsoleWindow(domain, info)}
        />
      }
    >
      {frame && state.phase !== 'connected' && (
        <img className={classes.frame} src={frame} alt={`${machine} when it was last seen`} />
      )}
      <div
        ref={target}
        className={classes.screen}
        data-scaling={scaling}
        data-guest-keys
        hidden={state.phase !== 'connected'}
        onKeyDownCapture={(event) => policy !== 'off' && leavePaste(event)}
        onPaste={paste}
      />
      <ConsoleOverlay domain={domain} state={state} session={session} />
    </ConsolePane>
  );
}

/**
 * Ctrl+Shift+V is the browser's: it answers with what the user pastes, and nothing has to look into the clipboard. The
 * guest does not see the V.
 */
function leavePaste(event: KeyboardEvent): void {
  if (event.ctrlKey && event.shiftKey && event.code === 'KeyV') event.stopPropagation();
}
