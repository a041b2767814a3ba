import { spawn } from 'node:child_process';
import { apiError } from '../../contract/index.ts';
import { nodeProcessHost } from '../libvirt/agent/nodeProcessHost.ts';
import { AppWindows } from './appWindows.ts';
import { findChromium, hasDisplay, openAppWindow } from './chromium.ts';
import { type CommandLine, parseCommandLine, UsageError } from './commandLine.ts';
import { allowedExternal } from './externalLinks.ts';
import { becomeInstance, type Instance } from './instance.ts';
import { agentProgram, askpassProgram, rendererFolder, userPaths } from './paths.ts';
import type { AppPaths, Platform } from './platform.ts';
import { createServices } from './services.ts';
import type { HandedRequest, InstanceAnswer } from './startRequest.ts';
import { version } from './version.ts';
import { WebAccess } from './webAccess.ts';
import { startWebHost, type WebHost } from './webHost.ts';
import { runWindowless } from './windowless.ts';

type WebArguments = Extract<CommandLine, { command: 'start' }>;

/** Services that do not stop are left behind after this. */
const STOP_TIMEOUT_MS = 8000;

/** The session that `npm run dev` keeps over restarts; undefined without it. */
const developing = process.env.VIRTDECK_DEV_SESSION;

const log = (line: string) => process.stderr.write(`virtdeck: ${line}\n`);

/** The web host: Virtdeck under plain Node, with a Chromium window or as a server on loopback. */
async function main(): Promise<void> {
  const args = parseCommandLine(process.argv.slice(2));
  if (args.command !== 'start') {
    const askpass = [process.execPath, askpassProgram];
    process.exit(await runWindowless(args, { processHost: nodeProcessHost(agentProgram), askpass }));
  }
  const { request } = args;
  const paths = userPaths();
  const browser = args.serve || !hasDisplay() ? null : findChromium();
  const wants = browser ? 'window' : 'address';
  const start = await becomeInstance(paths, developing ? null : { ...request, wants }, log);
  if ('answer' in start) return leaveToOther(start.answer, browser, args, paths);
  const { instance } = start;
  const host = await startHost(args, paths, browser !== null).catch((error: unknown) => {
    instance.close();
    throw error;
  });
  if (browser) runInWindow(host, browser, instance, paths);
  else runAsServer(host, instance, args);
  await host.services.start(request.uris, request.show);
}

/** Virtdeck runs already and has opened what was asked for: leads the user there. */
function leaveToOther(
  { pid, address }: InstanceAnswer,
  browser: string | null,
  args: WebArguments,
  paths: AppPaths,
): void {
  const running = `Virtdeck is running already (process ${pid})`;
  if (browser && address) {
    log(`${running}: this is another window of it.`);
    const window = openAppWindow(browser, address, paths.data);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => window.kill('SIGTERM'));
  } else if (browser) {
    log(`${running}: it was asked to open this.`);
  } else if (address) {
    const port = Number(new URL(address).port);
    log(`${running}: the address below opens it in one browser.`);
    if (args.port !== 0 && args.port !== port) log(`It listens on port ${port}, not on ${args.port}.`);
    process.stdout.write(`${address}\n`);
  } else {
    throw new Error(`${running} in a window of its own and has no address. Close it first: kill ${pid}`);
  }
}

function startHost(args: WebArguments, paths: AppPaths, ownWindow: boolean): Promise<WebHost> {
  const platform: Omit<Platform, 'events' | 'bytes'> = {
    processHost: nodeProcessHost(agentProgram),
    paths,
    openExternal: (url) => openExternal(url, ownWindow),
    openPage: async (url) => {
      if (ownWindow) openInBrowser(url);
      return ownWindow;
    },
    capabilities: { host: 'web', nativeDialogs: false, ownWindows: false, version },
    log,
  };
  const [instance, secret] = developing?.split(':') ?? [];
  const access = new WebAccess(instance && secret ? { instance, secret } : undefined);
  const checkOutputs = secret !== undefined || process.env.VIRTDECK_CHECK === '1';
  return startWebHost({
    port: args.port,
    renderer: rendererFolder,
    access,
    checkOutputs,
    platform,
    createServices,
  });
}

/** In the user's browser; a server that is reached from afar has none. */
async function openExternal(url: string, ownWindow: boolean): Promise<void> {
  const address = allowedExternal(url);
  if (!ownWindow)
    throw apiError('unsupported', 'There is no browser on the server.', `Open ${address} yourself.`);
  openInBrowser(address);
}

function openInBrowser(address: string): void {
  spawn('xdg-open', [address], { stdio: 'ignore', detached: true })
    .on('error', () => log('xdg-open is missing: links cannot be opened'))
    .unref();
}

/** Chromium's windows; the last one closed ends the application. */
function runInWindow(host: WebHost, browser: string, instance: Instance, paths: AppPaths): void {
  const stop = stopper(host, () => {
    instance.close();
    windows.close();
  });
  const windows = new AppWindows(host.windows, stop);
  const open = () => windows.add(openAppWindow(browser, host.createAddress(), paths.data));
  instance.onRequest((request) => {
    if (request.wants === 'address') return answerWithAddress(host, request);
    if (isNothing(request) || host.windows.callers.length === 0) open();
    show(host, request);
    return { pid: process.pid, address: null };
  });
  open();
}

/** Another start asks for what only a browser that it has, or its user, can open. */
function answerWithAddress(host: WebHost, request: HandedRequest): InstanceAnswer {
  show(host, request);
  return { pid: process.pid, address: host.createAddress() };
}

function isNothing({ uris, show }: HandedRequest): boolean {
  return uris.length === 0 && show === null;
}

function show(host: WebHost, request: HandedRequest): void {
  if (isNothing(request)) return;
  host.services.show(request.uris, request.show).catch((error: unknown) => log(String(error)));
}

/** Standard output gets nothing but addresses. */
function runAsServer(host: WebHost, instance: Instance, args: WebArguments): void {
  stopper(host, () => instance.close());
  instance.onRequest((request) => answerWithAddress(host, request));
  const printAddress = () => process.stdout.write(`${host.createAddress()}\n`);
  process.on('SIGUSR2', printAddress);
  if (!args.serve) log(hasDisplay() ? 'No Chromium-based browser was found.' : 'There is no display.');
  log(`The address below opens Virtdeck in one browser. For another one: kill -USR2 ${process.pid}`);
  printAddress();
}

/** Stops everything once, on a signal or when called, and ends the process whatever happens. */
function stopper(host: WebHost, release: () => void): (exitCode: number) => void {
  let stopping = false;
  const stop = (exitCode: number) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(exitCode || 1), STOP_TIMEOUT_MS);
    release();
    host.stop().then(() => process.exit(exitCode));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(0));
  // `npm run dev` talks over this.
  process.on('message', (message) => message === 'reload' && host.reload());
  process.on('disconnect', () => stop(0));
  return stop;
}

process.on('unhandledRejection', (error) => {
  log(`unhandled: ${error instanceof Error ? error.stack : String(error)}`);
});

main().catch((error: unknown) => {
  log(error instanceof Error ? explain(error) : String(error));
  process.exit(error instanceof UsageError ? 2 : 1);
});

/** What went wrong at the start, with the remedy where there is one. */
function explain(error: Error & { code?: unknown }): string {
  if (error.code === 'EADDRINUSE') return 'The port is in use: choose another with --port, or leave it out.';
  if (error.code === 'EACCES') return 'The port may not be used by this user: choose one above 1023.';
  return error.message;
}
