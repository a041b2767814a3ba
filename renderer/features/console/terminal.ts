import { FitAddon } from '@xterm/addon-fit';
import { Unicode11Addon } from '@xterm/addon-unicode11';
import { Terminal } from '@xterm/xterm';
import { copyText } from '../../ui/copyText.ts';
import { reportError, showNotice } from '../../ui/notify.tsx';

/** Lines kept above the screen. */
const SCROLLBACK = 5000;

/** A terminal in an element, fitted to it. What it prints comes from a guest and is not trusted. */
export interface TerminalView {
  readonly terminal: Terminal;
  copy(): void;
  dispose(): void;
}

/** Makes a terminal. Its textarea, into which one types, still needs an accessible name. */
export function createTerminal(element: HTMLElement): TerminalView {
  const terminal = new Terminal({
    allowProposedApi: true,
    scrollback: SCROLLBACK,
    fontFamily: getComputedStyle(element).getPropertyValue('--vd-mono') || 'monospace',
    fontSize: 13,
    cursorBlink: true,
    theme: {
      background: '#17191c',
      foreground: '#d7dbe0',
      cursor: '#79aefc',
      selectionBackground: '#3a5580',
    },
    linkHandler: { activate: (_, uri) => showLink(uri) },
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.loadAddon(new Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  terminal.open(element);
  const copy = () => copySelection(terminal);
  terminal.attachCustomKeyEventHandler((event) => handleKey(event, copy));
  const observer = new ResizeObserver(() => {
    // Hidden, it has no size to be fitted to.
    if (element.clientWidth > 0) fit.fit();
  });
  observer.observe(element);
  return {
    terminal,
    copy,
    dispose() {
      observer.disconnect();
      terminal.dispose();
    },
  };
}

/** False: the key is not the guest's. Ctrl+Shift+V is left to the browser, which pastes. */
function handleKey(event: KeyboardEvent, copy: () => void): boolean {
  if (!event.ctrlKey || !event.shiftKey) return true;
  if (event.code === 'KeyV') return false;
  if (event.code !== 'KeyC') return true;
  if (event.type === 'keydown') {
    event.preventDefault();
    copy();
  }
  return false;
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

/** A guest can make any text a link to anything: it is shown, never followed. */
function showLink(uri: string): void {
  showNotice('info', 'A link from the guest', uri, [
    {
      label: 'Copy',
      run: () =>
        void copyText(uri).catch((error: unknown) => reportError('The link could not be copied', error)),
    },
  ]);
}
