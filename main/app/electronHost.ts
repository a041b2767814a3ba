import { join } from 'node:path';
import { app, BrowserWindow, Menu, session } from 'electron';
import { createRoutes } from '../ipc/router.ts';
import { TicketStore } from '../ipc/ticketStore.ts';
import { Windows } from '../ipc/windows.ts';
import { chooseFile } from './electronFiles.ts';
import { servePorts } from './electronPorts.ts';
import { electronProcessHost } from './electronProcessHost.ts';
import { registerScheme, serveScheme } from './electronScheme.ts';
import { denyPermissions, guardContents, openExternal, openPage } from './electronSecurity.ts';
import { openWindow } from './electronWindow.ts';
import { agentProgram, rendererFolder, userPaths } from './paths.ts';
import type { Platform, Services } from './platform.ts';
import { readStartRequest, type StartRequest } from './startRequest.ts';
import { version } from './version.ts';

/** Services that do not stop are left behind after this. */
const STOP_TIMEOUT_MS = 8000;

export interface ElectronHostOptions {
  readonly request: StartRequest;
  readonly checkOutputs: boolean;
  readonly createServices: (platform: Platform) => Services;
  /** How the askpass helper is run. */
  readonly askpass: readonly string[];
  readonly log: (line: string) => void;
}

/**
 * Runs the application in Electron; a second start hands its request to the first and ends. Must be called
 * before the app is ready. Resolves when the first window is being loaded.
 */
export async function startElectron(options: ElectronHostOptions): Promise<void> {
  const paths = userPaths();
  app.enableSandbox();
  app.setPath('userData', join(paths.data, 'electron'));
  registerScheme();
  if (!app.requestSingleInstanceLock(options.request)) {
    app.quit();
    return;
  }
  guardContents(app, options.log, (url) => openWindow(options.log, url));
  await app.whenReady();
  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  serveScheme(session.defaultSession.protocol, rendererFolder);
  const services = serveWindows(options, paths);
  openWindow(options.log);
  await services.start(options.request.uris, options.request.show);
}

/** Makes the services and connects them with the windows and the life of the app. */
function serveWindows(options: ElectronHostOptions, paths: Platform['paths']): Services {
  const windows = new Windows({ checkEvents: options.checkOutputs, log: options.log });
  const tickets = new TicketStore();
  const services = options.createServices({
    processHost: electronProcessHost(agentProgram),
    paths,
    events: windows,
    bytes: tickets,
    openExternal,
    openPage,
    chooseFile,
    askpass: options.askpass,
    capabilities: { host: 'electron', nativeDialogs: true, ownWindows: false, version },
    log: options.log,
  });
  servePorts(windows, tickets, createRoutes(services.handlers, options.checkOutputs));
  showOnSecondStart(services, options.log);
  app.on('window-all-closed', () => app.quit());
  stopBeforeQuit(services);
  return services;
}

/** What a second start hands over is another process's word: what is no request only raises the window. */
function showOnSecondStart(services: Services, log: (line: string) => void): void {
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) raise(window);
    else openWindow(log);
    const request = readStartRequest(data);
    services.show(request?.uris ?? [], request?.show).catch((error: unknown) => log(String(error)));
  });
}

function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The app quits when the services have stopped, or have taken too long. */
function stopBeforeQuit(services: Services): void {
  let stopped = false;
  let stopping = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    const quit = () => {
      stopped = true;
      app.quit();
    };
    const timer = setTimeout(quit, STOP_TIMEOUT_MS);
    services.stop().then(
      () => {
        clearTimeout(timer);
        quit();
      },
      () => quit(),
    );
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => app.quit());
}
