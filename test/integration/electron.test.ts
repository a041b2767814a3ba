import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MessagePort as NodePort } from 'node:worker_threads';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { CONNECT_MESSAGE, PORT_MESSAGE } from '../../contract/bridge.ts';
import { startElectron } from '../../main/app/electronHost.ts';
import { electronProcessHost } from '../../main/app/electronProcessHost.ts';
import { serveScheme } from '../../main/app/electronScheme.ts';
import { becomeInstance } from '../../main/app/instance.ts';
import { userPaths } from '../../main/app/paths.ts';
import { createHost } from '../../renderer/transport/connect.ts';
import { messagePortTransport } from '../../renderer/transport/messagePort.ts';
import * as electron from './helpers/app/electronDouble.ts';
import { rendererFolder } from './helpers/app/stands.ts';
import { someDomain, type TinyServices, tinyServices } from './helpers/app/tinyServices.ts';

vi.mock('electron', () => import('./helpers/app/electronDouble.ts'));

const home = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
const logged: string[] = [];
let services: TinyServices;

async function start(uris: string[] = []): Promise<void> {
  await startElectron({
    request: { uris, show: null },
    checkOutputs: true,
    askpass: ['/usr/bin/virtdeck', '--virtdeck-askpass'],
    log: (line) => void logged.push(line),
    createServices: (platform) => {
      services = tinyServices(platform);
      return services;
    },
  });
}

beforeAll(async () => {
  for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR']) vi.stubEnv(name, home);
  await start(['test:///default']);
});
afterAll(() => rmSync(home, { recursive: true }));

const firstWindow = () => electron.Window.all[0]!;

describe('the life of the app', () => {
  it('takes the sandbox, the scheme and the lock before it is ready', () => {
    expect(electron.app.calls.slice(0, 3)).toEqual(['enableSandbox', 'setPath userData', 'whenReady']);
    expect(electron.app.lockData).toEqual({ uris: ['test:///default'], show: null });
    expect(electron.protocol.schemes).toEqual([
      { scheme: 'virtdeck', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
    expect(services.started).toEqual([['test:///default']]);
    expect(electron.Menu.menus).toEqual([null]);
  });

  it('shows its window when the web host is started with its folders', async () => {
    const shown = services.shown.length;
    const start = await becomeInstance(
      userPaths(),
      { uris: ['test:///x'], show: null, wants: 'window' },
      (line) => logged.push(line),
    );
    expect(start).toEqual({ answer: { pid: process.pid, address: null } });
    expect(services.shown.slice(shown)).toEqual([['test:///x']]);
    services.shown.length = shown;
  });

  it('hands over to the first when it is the second', async () => {
    const before = electron.Window.all.length;
    electron.app.lock = false;
    electron.app.calls.length = 0;
    await start(['qemu:///system']);
    electron.app.lock = true;
    expect(electron.Window.all).toHaveLength(before);
    expect(electron.app.lockData).toEqual({ uris: ['qemu:///system'], show: null });
    expect(electron.app.calls).not.toContain('whenReady');
  });

  it('leaves its folders to the web host that has them, and says how to get there', async () => {
    vi.stubEnv('XDG_DATA_HOME', join(home, 'other'));
    vi.stubEnv('XDG_CONFIG_HOME', join(home, 'other'));
    const log = (line: string): void => void logged.push(line);
    const web = await becomeInstance(userPaths(), null, log);
    if (!('instance' in web)) throw new Error('there was another one');
    const asked: unknown[] = [];
    web.instance.onRequest((request) => {
      asked.push(request);
      return { pid: 4711, address: 'http://127.0.0.1:8080/?token=x' };
    });
    const before = electron.Window.all.length;
    electron.app.calls.length = 0;
    await start(['qemu:///system']);
    web.instance.close();
    web.instance.release();
    for (const name of ['XDG_CONFIG_HOME', 'XDG_DATA_HOME']) vi.stubEnv(name, home);
    expect(asked).toEqual([{ uris: ['qemu:///system'], show: null, wants: 'window' }]);
    expect(electron.app.calls).toContain('exit 0');
    expect(electron.Window.all).toHaveLength(before);
    expect(electron.dialog.errors).toEqual([
      expect.stringMatching(
        /as a server \(process 4711\): Open http:\/\/127.0.0.1:8080\/\?token=x .*kill 4711/,
      ),
    ]);
  });

  it('shows what a second start asks for, whatever it sends', () => {
    const show = { kind: 'console', machine: 'web1' };
    electron.app.emit('second-instance', {}, [], '/', { uris: ['test:///default'], show });
    electron.app.emit('second-instance', {}, [], '/', { uris: ['test:///default', 7] });
    electron.app.emit('second-instance', {}, [], '/', null);
    electron.app.emit('second-instance', {}, [], '/', { uris: 'x' });
    expect(services.shown).toEqual([['test:///default'], [], [], []]);
    expect(services.wishes).toEqual([show]);
    expect(firstWindow().calls).toContain('focus');
    expect(firstWindow().calls).toContain('restore');
  });

  it('shows the window when it has something to show, and loads it again after a crash, three times', () => {
    const window = firstWindow();
    expect(window.options.show).toBe(false);
    window.emit('ready-to-show');
    expect(window.calls).toContain('show');
    for (let i = 0; i < 6; i++) window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' });
    expect(window.webContents.reloads).toBe(3);
  });
});

describe('the window', () => {
  it('is sandboxed, isolated and without Node', () => {
    const { preload, ...preferences } = firstWindow().options.webPreferences ?? {};
    expect(preferences).toEqual({
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
    });
    expect(preload).toMatch(/dist\/preload\/preload\.cjs$/);
    expect(firstWindow().calls).toContain('loadURL virtdeck://app/');
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays on its page (%s)', (event) => {
    const go = (url: string, isMainFrame = true) => {
      const preventDefault = vi.fn();
      firstWindow().webContents.emit(event, { url, isMainFrame, preventDefault });
      return preventDefault.mock.calls.length === 0;
    };
    expect(go('virtdeck://app/')).toBe(true);
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'virtdeck://other/',
      'javascript:1',
      '',
    ]) {
      expect(go(url)).toBe(false);
    }
    if (event === 'will-frame-navigate') expect(go('virtdeck://app/', false)).toBe(false);
  });

  it('opens no window, and outside only what is on the list', async () => {
    const open = (url: string) => firstWindow().webContents.openHandler?.({ url });
    const refused = [
      'http://libvirt.org/',
      'https://libvirt.org.example.org/',
      'https://user@libvirt.org/',
      'https://libvirt.org:8443/',
      'https://example.org/',
      'file:///etc/passwd',
      'smb://libvirt.org/x',
      'not an address',
    ];
    for (const url of refused) expect(open(url)).toEqual({ action: 'deny' });
    await vi.waitFor(() =>
      expect(logged.filter((line) => line.includes('not opened'))).toHaveLength(refused.length),
    );
    expect(electron.shell.opened).toEqual([]);
    expect(open('https://libvirt.org/formatdomain.html')).toEqual({ action: 'deny' });
    await vi.waitFor(() => expect(electron.shell.opened).toEqual(['https://libvirt.org/formatdomain.html']));
  });

  it('attaches no webview', () => {
    const preventDefault = vi.fn();
    firstWindow().webContents.emit('will-attach-webview', { preventDefault }, {}, {});
    expect(preventDefault).toHaveBeenCalled();
  });
});

describe('a window with something unfinished in it', () => {
  /** What Electron tells when the page objects to being closed. True: it is closed all the same. */
  function close(choice: string | null): boolean {
    electron.dialog.choice = choice;
    const preventDefault = vi.fn();
    firstWindow().webContents.emit('will-prevent-unload', { preventDefault });
    return preventDefault.mock.calls.length > 0;
  }

  it('is closed only when the user says so', () => {
    expect(close(null)).toBe(false);
    expect(close('Go back')).toBe(false);
    expect(close('Discard')).toBe(true);
    expect(electron.dialog.asked).toHaveLength(3);
    expect(electron.dialog.asked[0]).toMatchObject({ type: 'warning', defaultId: 0, cancelId: 0 });
  });
});

describe('permissions', () => {
  const { defaultSession } = electron.session;
  const everything = [
    'media',
    'geolocation',
    'notifications',
    'midi',
    'openExternal',
    'clipboard-read',
    'hid',
    'usb',
  ];

  function request(permission: string, requestingUrl: string, isMainFrame = true): boolean {
    const callback = vi.fn();
    const handler = defaultSession.permissionRequest as unknown as (...args: unknown[]) => void;
    handler({}, permission, callback, { requestingUrl, isMainFrame });
    return callback.mock.calls[0]?.[0] as boolean;
  }
  function check(permission: string, origin: string, isMainFrame = true): boolean {
    const handler = defaultSession.permissionCheck as unknown as (...args: unknown[]) => boolean;
    return handler({}, permission, origin, { isMainFrame });
  }

  it('are denied, asked for or looked up', () => {
    for (const permission of everything) {
      expect(request(permission, 'virtdeck://app/')).toBe(false);
      expect(check(permission, 'virtdeck://app')).toBe(false);
    }
    expect((defaultSession.devicePermission as unknown as () => boolean)()).toBe(false);
  });

  it('except copying and full screen, for our own page only', () => {
    for (const permission of ['clipboard-sanitized-write', 'fullscreen']) {
      expect(request(permission, 'virtdeck://app/')).toBe(true);
      expect(check(permission, 'virtdeck://app')).toBe(true);
      expect(request(permission, 'https://example.org/')).toBe(false);
      expect(request(permission, 'virtdeck://app/', false)).toBe(false);
      expect(check(permission, 'https://example.org', true)).toBe(false);
    }
  });
});

describe('the scheme', () => {
  const folder = rendererFolder();
  const session = new (
    Object.getPrototypeOf(electron.session.defaultSession)
      .constructor as new () => typeof electron.session.defaultSession
  )();
  beforeAll(() => serveScheme(session.protocol as never, folder));
  afterAll(() => rmSync(folder, { recursive: true }));
  const get = (url: string, init?: RequestInit) => session.schemeHandler!(new Request(url, init));

  it('serves the page with its policy', async () => {
    const answer = await get('virtdeck://app/');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<title>Virtdeck</title>');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'virtdeck://other/index.html',
    'virtdeck://app/../../etc/passwd',
    'virtdeck://app/%2e%2e/%2e%2e/etc/passwd',
    'virtdeck://app/..%2f..%2fetc/passwd',
    'virtdeck://app/missing.html',
    'virtdeck://app/.env',
  ])('has nothing at %s', async (url) => {
    expect((await get(url)).status).toBe(404);
  });

  it('answers GET only', async () => {
    expect((await get('virtdeck://app/', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('ports', () => {
  const page = new electron.Contents();

  /** What preload and page do together. */
  function connect(contents: electron.Contents = firstWindow().webContents) {
    electron.ipcMain.emit(CONNECT_MESSAGE, { sender: contents, senderFrame: contents.mainFrame });
    const { channel, ports } = contents.posted.at(-1) ?? {};
    expect(channel).toBe(PORT_MESSAGE);
    return createHost(messagePortTransport(ports![0] as unknown as NodePort as unknown as MessagePort), true);
  }

  beforeEach(() => {
    firstWindow().webContents.posted.length = 0;
  });

  it('carry calls and bytes', async () => {
    const host = connect();
    expect((await host.client.app.hello({})).capabilities.host).toBe('electron');
    const { ticket } = await host.client.consoles.openText({ ...someDomain, key: 'serial0', force: false });
    const channel = await host.openBytes(ticket);
    const echo = new Promise<string>((resolve) =>
      channel.onData((bytes) => resolve(Buffer.from(bytes).toString())),
    );
    channel.send(Buffer.from('hello'));
    expect(await echo).toBe('hello');
    host.close();
  });

  it('are one for a window: a page that is loaded again gets a new one', async () => {
    const [first, second] = [connect(), connect()];
    const lost = new Promise((resolve) => first.onLost(resolve));
    expect(await lost).toMatchObject({ kind: 'gone' });
    await expect(second.client.app.hello({})).resolves.toBeDefined();
    second.close();
  });

  it.each([
    [
      'another frame of the window',
      () => ({ sender: firstWindow().webContents, senderFrame: { url: 'virtdeck://app/' } }),
    ],
    ['a frame that is gone', () => ({ sender: firstWindow().webContents, senderFrame: null })],
    ['a page that is no window of ours', () => ({ sender: page, senderFrame: page.mainFrame })],
    [
      'a window that shows another page',
      () => {
        const window = new electron.Window({});
        window.webContents.mainFrame.url = 'https://example.org/';
        return { sender: window.webContents, senderFrame: window.webContents.mainFrame };
      },
    ],
  ])('are refused to %s', (_who, event) => {
    const message = event();
    electron.ipcMain.emit(CONNECT_MESSAGE, message);
    expect(message.sender.posted).toEqual([]);
  });

  it('have no other door: one IPC message, and nothing to invoke', () => {
    expect(electron.ipcMain.eventNames()).toEqual([CONNECT_MESSAGE]);
  });
});

describe('the process host', () => {
  const fork = (entry: 'agent' | 'osinfo' = 'agent') => {
    const host = electronProcessHost('/opt/virtdeck/resources/app.asar/dist/agent/agentMain.js');
    const agent = host.fork(entry, {
      title: 'libvirt test',
      execArgv: ['--max-old-space-size=64'],
      env: { A: 'b' },
    });
    return { agent, ...electron.utilityProcess.forks.at(-1)! };
  };

  it('starts the agent outside the archive, with its options', () => {
    const { path, options } = fork();
    expect(path).toBe('/opt/virtdeck/resources/app.asar.unpacked/dist/agent/agentMain.js');
    expect(options).toMatchObject({ serviceName: 'libvirt test', execArgv: ['--max-old-space-size=64'] });
    expect(options?.env).toMatchObject({ A: 'b', PATH: process.env.PATH });
    expect(fork('osinfo').path).toBe('/opt/virtdeck/resources/app.asar.unpacked/dist/agent/osinfoMain.js');
  });

  it('carries messages until the process has ended', () => {
    const { agent, child } = fork();
    const [messages, exits]: [unknown[], unknown[]] = [[], []];
    agent.onMessage((message) => messages.push(message));
    agent.onExit((exit) => exits.push(exit));
    agent.send({ a: 1n });
    child.emit('message', { b: 2 });
    child.emit('exit', 9);
    agent.send({ late: true });
    expect([child.sent, messages, exits]).toEqual([[{ a: 1n }], [{ b: 2 }], [{ code: 9, signal: null }]]);
  });

  it('kills hard by the process id, since Electron would only ask', () => {
    const { agent, child } = fork();
    const kill = vi.spyOn(process, 'kill').mockImplementation(() => true);
    agent.kill('SIGTERM');
    expect([child.kills, kill.mock.calls]).toEqual([1, []]);
    agent.kill('SIGKILL');
    expect(kill).toHaveBeenCalledWith(child.pid, 'SIGKILL');
    kill.mockImplementation(() => {
      throw new Error('ESRCH');
    });
    expect(() => agent.kill('SIGKILL')).not.toThrow();
    kill.mockRestore();
  });
});

describe('quitting', () => {
  it('waits for the services, once', async () => {
    electron.app.calls.length = 0;
    electron.app.emit('window-all-closed');
    electron.app.quit();
    await vi.waitFor(() => expect(electron.app.calls).toContain('quit'));
    expect(services.stops).toBe(1);
    // What a page has to say against it cannot leave windows behind without services.
    expect(firstWindow().calls).toContain('destroy');
  });
});
