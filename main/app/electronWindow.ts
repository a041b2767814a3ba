import { join } from 'node:path';
import { BrowserWindow, dialog } from 'electron';
import { pageAddress } from './electronScheme.ts';
import { applicationRoot } from './paths.ts';

/** A window whose page crashes more often than this within a minute is not loaded again. */
const MAX_CRASHES = 3;

/** Opens a window with the renderer, sandboxed and without Node; at an address of its own for one console. */
export function openWindow(log: (line: string) => void, address = pageAddress): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Virtdeck',
    icon: join(applicationRoot, 'assets/virtdeck.png'),
    webPreferences: {
      preload: join(applicationRoot, 'dist/preload/preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  reloadAfterCrash(window, log);
  askBeforeLosing(window);
  window.loadURL(address).catch((error: unknown) => log(`the page could not be loaded: ${String(error)}`));
  return window;
}

/** Jobs and connections live in main: a crashed page comes back to them. */
function reloadAfterCrash(window: BrowserWindow, log: (line: string) => void): void {
  const crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log(`the window's process ended: ${reason}`);
    const now = Date.now();
    crashes.push(now);
    if (crashes.filter((time) => now - time < 60_000).length <= MAX_CRASHES) window.webContents.reload();
    else log('it is not loaded again: it crashes each time');
  });
}

/** Electron says nothing when a page objects to being closed, and keeps it: the user is asked. */
function askBeforeLosing(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: 'Discard what was changed and not applied?',
      detail: 'This window has changes that were not applied yet, or texts that were not saved.',
      buttons: ['Go back', 'Discard'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    // Means: do not listen to the page.
    if (choice === 1) event.preventDefault();
  });
}
