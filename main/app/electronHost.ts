import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, session } from 'electron';
import { createRoutes } from '../ipc/router.ts';
import { TicketStore } from '../ipc/ticketStore.ts';
import { Windows } from '../ipc/windows.ts';
import { chooseFile } from './electronFiles.ts';
import { servePorts } from './electronPorts.ts';
import { electronProcessHost } from './electronProcessHost.ts';
import { registerScheme, serveScheme } from './electronScheme.ts';
import { denyPermissions, guardContents, openExternal, openPage } from './electronSecurity.ts';
import { openWindow } from './electronWindow.ts';
import { becomeInstance, type Instance } from './instance.ts';
import { agentProgram, rendererFolder, userPaths } from './paths.ts';
import type { Platform, Services } from './platform.ts';
import { type InstanceAnswer, readStartRequest, type StartRequest } from './startRequest.ts';
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
  const start = await becomeInstance(paths, { ...options.request, wants: 'window' }, options.log).catch(
    (error: unknown) => {
      // Started from a menu there is nobody who reads the log.
      dialog.showErrorBox('Virtdeck cannot start', error instanceof Error ? error.message : String(error));
      throw error;
    },
  );
  if ('answer' in start) return leaveToOther(start.answer);
  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  serveScheme(session.defaultSession.protocol, rendererFolder);
  const services = serveWindows(options, paths, start.instance);
  openWindow(options.log);
  await services.start(options.request.uris, options.request.show);
}

/** The web host runs with the same folders and has opened what was asked for. */
function leaveToOther({ pid, address }: InstanceAnswer): void {
  const remedy = `Open ${address} in a browser, or end it (kill ${pid}) and start Virtdeck again.`;
  if (address) dialog.showErrorBox(`Virtdeck is running already, as a server (process ${pid})`, remedy);
  app.exit(0);
}

/** Makes the services and connects them with the windows and the life of the app. */
function serveWindows(options: ElectronHostOptions, paths: Platform['paths'], instance: Instance): Services {
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
  showOnSecondStart(services, instance, options.log);
  app.on('window-all-closed', () => app.quit());
  stopBeforeQuit(services, instance);
  return services;
}

/** What a second start hands over is another process's word: what is no request only raises the window. */
function showOnSecondStart(services: Services, instance: Instance, log: (line: string) => void): void {
  const show = (request: StartRequest | null) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) raise(window);
    else openWindow(log);
    services.show(request?.uris ?? [], request?.show).catch((error: unknown) => log(String(error)));
  };
  app.on('second-instance', (_event, _argv, _folder, data) => show(readStartRequest(data)));
  // A second start of the web host.
  instance.onRequest((request) => {
    show(request);
    return { pid: process.pid, address: null };
  });
}

function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The app quits when the services have stopped, or have taken too long. */
function stopBeforeQuit(services: Services, instance: Instance): void {
  let stopped = false;
  let stopping = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    if (stopping) return;
    stopping = true;
    instance.close();
    const quit = () => {
      stopped = true;
      instance.release();
      // Nothing behind the windows works any more: that a page objects to being closed cannot stop this.
      for (const window of BrowserWindow.getAllWindows()) window.destroy();
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
