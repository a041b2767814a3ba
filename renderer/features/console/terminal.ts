import { FitAddon } from '@xterm/addon-fit';
import { SearchAddon } from '@xterm/addon-search';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { WebLinksAddon } from '@xterm/addon-web-links';
import { Terminal } from '@xterm/xterm';
import { copyText } from '../../ui/copyText.ts';
import { reportError, showNotice } from '../../ui/notify.tsx';
import { askAboutLink } from './text/GuestLinkDialog.tsx';
import { limitGuest } from './text/guestLimits.ts';
import { scrollbackFor } from './text/scrollback.ts';

/** Matches that are marked at once; more are counted as so many. */
const MARKED = 5000;

/** What the user can ask of a terminal by keys that are not the guest's. */
export type TerminalKey = 'copy' | 'search' | 'larger' | 'smaller' | 'normal';

export interface TerminalOptions {
  /** Lines above the screen. */
  readonly lines: number;
  readonly fontSize: number;
  /** A guest expects 80 columns and 24 lines; false: as many as fit. */
  readonly classic: boolean;
}

/** A terminal in an element, fitted to it. What it prints comes from a guest and is not trusted. */
export interface TerminalView {
  readonly terminal: Terminal;
  readonly search: SearchAddon;
  apply(options: TerminalOptions): void;
  copy(): void;
  dispose(): void;
}

/**
 * Makes a terminal. Its textarea, into which one types, still needs an accessible name.
 * @param onKey one of our keys was pressed, the copying one excepted
 */
export function createTerminal(
  element: HTMLElement,
  options: TerminalOptions,
  onKey: (key: TerminalKey) => void,
): TerminalView {
  const { terminal, search, fit } = makeTerminal(element, options);
  const copy = () => copySelection(terminal);
  terminal.attachCustomKeyEventHandler((event) => {
    const key = ownKey(event);
    if (key === null) return true;
    if (key !== 'paste') event.preventDefault();
    if (event.type === 'keydown' && key === 'copy') copy();
    else if (event.type === 'keydown' && key !== 'paste') onKey(key);
    return false;
  });
  let now = options;
  const resize = () => {
    // Hidden, it has no size to be fitted to.
    if (element.clientWidth === 0) return;
    const size = now.classic ? { cols: 80, rows: 24 } : fit.proposeDimensions();
    if (!size || Number.isNaN(size.cols)) return;
    // Wider first: a shorter scrollback than the lines need would throw some away.
    terminal.resize(size.cols, size.rows);
    terminal.options.scrollback = scrollbackFor(now.lines, size.cols);
  };
  const observer = new ResizeObserver(resize);
  observer.observe(element);
  return {
    terminal,
    search,
    apply(next) {
      now = next;
      terminal.options.fontSize = next.fontSize;
      resize();
    },
    copy,
    dispose() {
      observer.disconnect();
      terminal.dispose();
    },
  };
}

function makeTerminal(element: HTMLElement, { lines, fontSize }: TerminalOptions) {
  const terminal = new Terminal({
    allowProposedApi: true,
    scrollback: scrollbackFor(lines, 80),
    fontFamily: getComputedStyle(element).getPropertyValue('--vd-mono') || 'monospace',
    fontSize,
    cursorBlink: true,
    theme: {
      background: '#17191c',
      foreground: '#d7dbe0',
      cursor: '#79aefc',
      selectionBackground: '#3a5580',
    },
    linkHandler: { activate: (_, uri) => askAboutLink(uri) },
  });
  limitGuest(terminal);
  const fit = new FitAddon();
  const search = new SearchAddon({ highlightLimit: MARKED });
  terminal.loadAddon(fit);
  terminal.loadAddon(search);
  terminal.loadAddon(new Unicode11Addon());
  terminal.loadAddon(new WebLinksAddon((_, uri) => askAboutLink(uri)));
  terminal.unicode.activeVersion = '11';
  terminal.open(element);
  return { terminal, search, fit };
}

/** Which of our keys this is; null: the guest's. Ctrl+Shift+V is left to the browser, which pastes. */
function ownKey({
  ctrlKey,
  shiftKey,
  altKey,
  metaKey,
  code,
  key,
}: KeyboardEvent): TerminalKey | 'paste' | null {
  if (!ctrlKey || altKey || metaKey) return null;
  if (key === '+' || code === 'NumpadAdd' || (key === '=' && !shiftKey)) return 'larger';
  if (shiftKey) {
    if (code === 'KeyV') return 'paste';
    if (code === 'KeyC') return 'copy';
    return code === 'KeyF' ? 'search' : null;
  }
  if (key === '-' || code === 'NumpadSubtract') return 'smaller';
  return key === '0' || code === 'Numpad0' ? 'normal' : null;
}

function copySelection(terminal: Terminal): void {
  const text = terminal.getSelection();
  if (text === '') {
    showNotice('info', 'Nothing is selected', 'Select text in the terminal with the mouse first.');
    return;
  }
  copyText(text)
    .then(() => terminal.focus())
    .catch((error: unknown) => reportError('The text could not be copied', error));
}
