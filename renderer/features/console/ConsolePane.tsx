import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { reportError } from '../../ui/notify.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import classes from './Console.module.css';
import { createKeyboardRelease } from './keyboardRelease.ts';
import { useKeyboardBack } from './useKeyboardBack.ts';

interface ConsolePaneProps {
  name: string;
  phase: string;
  toolbar: ReactNode;
  children: ReactNode;
  /** Takes the keyboard away from the guest. */
  onRelease: () => void;
  /** Gives it to the guest. */
  onGrab: () => void;
}

/** The frame of a console: toolbar, full screen, and the keys that give the keyboard back. */
export function ConsolePane({ name, phase, toolbar, children, onRelease, onGrab }: ConsolePaneProps) {
  const pane = useRef<HTMLElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  const [full, setFull] = useState(false);
  const onToolsPressed = useKeyboardBack(pane, onGrab);
  const release = useRef(onRelease);
  useEffect(() => {
    release.current = onRelease;
  });

  useEffect(() => {
    const element = pane.current;
    if (!element) return;
    const onFullscreen = () => {
      if (document.fullscreenElement) return;
      unlockKeyboard();
      setFull(false);
    };
    const onKey = createKeyboardRelease(() => {
      // After the guest has been told that the keys are up.
      setTimeout(() => {
        release.current();
        bar.current?.querySelector<HTMLElement>('button')?.focus();
      }, 0);
    });
    document.addEventListener('fullscreenchange', onFullscreen);
    element.addEventListener('keydown', onKey, true);
    element.addEventListener('keyup', onKey, true);
    return () => {
      document.removeEventListener('fullscreenchange', onFullscreen);
      element.removeEventListener('keydown', onKey, true);
      element.removeEventListener('keyup', onKey, true);
      // It goes while it fills the screen: nothing else would.
      if (element.dataset.full !== undefined && document.fullscreenElement) void document.exitFullscreen();
    };
  }, []);

  const toggle = () => {
    const change = full
      ? document.exitFullscreen()
      : fillScreen().then(() => {
          setFull(true);
          onGrab();
        });
    change.catch((error: unknown) => reportError('Full screen is not possible', error));
  };
  return (
    <section
      ref={pane}
      className={classes.pane}
      aria-label={name}
      data-phase={phase}
      {...(full && { 'data-full': '' })}
    >
      <div className={classes.edge} aria-hidden />
      <div
        ref={bar}
        role="toolbar"
        aria-label={`Tools of ${name}`}
        className={classes.toolbar}
        onMouseDown={onToolsPressed}
      >
        {toolbar}
        <span className={classes.hint} data-short="Ctrl+Alt frees keys">
          {full
            ? 'Ctrl+Alt frees the keyboard and shows this bar, hold Esc to leave'
            : 'Ctrl+Alt frees the keyboard'}
        </span>
        <IconButton label={full ? 'Leave full screen' : 'Full screen'} onClick={toggle}>
          {full ? <IconMinimize size={17} /> : <IconMaximize size={17} />}
        </IconButton>
      </div>
      <div className={classes.stage}>{children}</div>
    </section>
  );
}

/**
 * The whole page fills the screen, and the console the page: menus, dialogs and notices stay above it. The keys that
 * the desktop keeps for itself go to the guest then, where the browser can do that.
 */
async function fillScreen(): Promise<void> {
  await document.documentElement.requestFullscreen();
  // Without it, everything but those keys works.
  await keyboardOf(navigator)
    ?.lock()
    .catch(() => {});
}

function unlockKeyboard(): void {
  keyboardOf(navigator)?.unlock();
}

/** https://wicg.github.io/keyboard-lock, which TypeScript does not know. */
interface KeyboardLock {
  lock(): Promise<void>;
  unlock(): void;
}

function keyboardOf(of: Navigator & { readonly keyboard?: KeyboardLock }): KeyboardLock | null {
  return of.keyboard ?? null;
}
