import { EventEmitter } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type * as Electron from 'electron';
import type { MainPort } from '../../../../main/ipc/messagePortWire.ts';
import { mainPort } from './stands.ts';

/**
 * What Virtdeck uses of Electron's main side, recorded instead of done. Only this is answered:
 * everything else is undefined and fails the test. The types are Electron's own.
 */

type Handler = (...args: never[]) => unknown;

class App extends EventEmitter {
  readonly calls: string[] = [];
  lock = true;
  lockData: unknown;
  enableSandbox(): void {
    this.calls.push('enableSandbox');
  }
  setPath(name: string, _path: string): void {
    this.calls.push(`setPath ${name}`);
  }
  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    this.lockData = data;
    return this.lock;
  }
  async whenReady(): Promise<void> {
    this.calls.push('whenReady');
  }
  /** As Electron does: asks first, and ends when nobody objects. */
  quit(): void {
    const event = { prevented: false, preventDefault: () => {} };
    event.preventDefault = () => {
      event.prevented = true;
    };
    this.emit('before-quit', event);
    if (!event.prevented) this.calls.push('quit');
  }
  exit(code: number): void {
    this.calls.push(`exit ${code}`);
  }
}

/** A page in a window; `address` is where it is now. */
export class Contents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  readonly posted: Array<{ channel: string; ports: MainPort[] }> = [];
  readonly mainFrame = { url: 'virtdeck://app/' };
  reloads = 0;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
  postMessage(channel: string, _message: unknown, ports: MainPort[]): void {
    this.posted.push({ channel, ports });
  }
  reload(): void {
    this.reloads += 1;
  }
}

export class Window extends EventEmitter {
  static all: Window[] = [];
  static fromWebContents(contents: Contents): Window | null {
    return Window.all.find((window) => window.webContents === contents) ?? null;
  }
  static getAllWindows(): Window[] {
    return Window.all;
  }
  readonly webContents = new Contents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  readonly calls: string[] = [];
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    Window.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  async loadURL(url: string): Promise<void> {
    this.calls.push(`loadURL ${url}`);
  }
  show = () => void this.calls.push('show');
  focus = () => void this.calls.push('focus');
  restore = () => void this.calls.push('restore');
  /** Closes it whatever its page says. */
  destroy = () => void this.calls.push('destroy');
  isMinimized = () => true;
  isDestroyed = () => false;
}

class Session {
  permissionRequest: Handler | null = null;
  permissionCheck: Handler | null = null;
  devicePermission: Handler | null = null;
  schemeHandler: ((request: Request) => Promise<Response>) | null = null;
  readonly protocol = {
    handle: (_scheme: string, handler: (request: Request) => Promise<Response>) => {
      this.schemeHandler = handler;
    },
  };
  setPermissionRequestHandler(handler: Handler): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: Handler): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: Handler): void {
    this.devicePermission = handler;
  }
}

/** A utility process that records what is done to it. */
export class Utility extends EventEmitter {
  pid: number | undefined = 4194399;
  readonly sent: unknown[] = [];
  kills = 0;
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  kill(): boolean {
    this.kills += 1;
    return true;
  }
}

export const app = new App();
export const ipcMain = new EventEmitter();
export const BrowserWindow = Window;
export const session = { defaultSession: new Session() };
export const protocol = {
  schemes: [] as Electron.CustomScheme[],
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    protocol.schemes.push(...schemes);
  },
};
export const shell = {
  opened: [] as string[],
  async openExternal(url: string): Promise<void> {
    shell.opened.push(url);
  },
};
export const dialog = {
  errors: [] as string[],
  showErrorBox(title: string, content: string): void {
    dialog.errors.push(`${title}: ${content}`);
  },
  asked: [] as Electron.MessageBoxSyncOptions[],
  /** The button that the user chooses, by its text; null closes the box. */
  choice: null as string | null,
  showMessageBoxSync(_window: Window, options: Electron.MessageBoxSyncOptions): number {
    dialog.asked.push(options);
    const chosen = options.buttons?.indexOf(dialog.choice ?? '') ?? -1;
    return chosen < 0 ? (options.cancelId ?? 0) : chosen;
  },
};
export const Menu = {
  menus: [] as unknown[],
  setApplicationMenu(menu: Electron.Menu | null): void {
    Menu.menus.push(menu);
  },
};
export const utilityProcess = {
  forks: [] as Array<{ path: string; options: Electron.ForkOptions | undefined; child: Utility }>,
  fork(path: string, _args?: string[], options?: Electron.ForkOptions): Utility {
    const child = new Utility();
    utilityProcess.forks.push({ path, options, child });
    return child;
  },
};
export class MessageChannelMain {
  readonly port1: MainPort;
  readonly port2: MainPort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = mainPort(port1);
    // The far end goes to a page: it stays what a page would get.
    this.port2 = port2 as unknown as MainPort;
  }
}

// The names and the shapes of the calls are Electron's: a change of its types fails here.
const names = {
  app: ['enableSandbox', 'setPath', 'requestSingleInstanceLock', 'whenReady', 'quit', 'exit', 'on'],
  contents: ['setWindowOpenHandler', 'postMessage', 'mainFrame', 'reload', 'on'],
  window: [
    'webContents',
    'loadURL',
    'show',
    'focus',
    'restore',
    'destroy',
    'isMinimized',
    'isDestroyed',
    'once',
  ],
  session: [
    'protocol',
    'setPermissionRequestHandler',
    'setPermissionCheckHandler',
    'setDevicePermissionHandler',
  ],
  dialog: ['showMessageBoxSync', 'showErrorBox'],
  utility: ['pid', 'postMessage', 'kill', 'on', 'once'],
} satisfies {
  app: Array<keyof Electron.App>;
  contents: Array<keyof Electron.WebContents>;
  window: Array<keyof Electron.BrowserWindow>;
  session: Array<keyof Electron.Session>;
  dialog: Array<keyof Electron.Dialog>;
  utility: Array<keyof Electron.UtilityProcess>;
};
void names;
app satisfies Pick<Electron.App, 'enableSandbox' | 'requestSingleInstanceLock' | 'whenReady' | 'quit'>;
shell satisfies Pick<Electron.Shell, 'openExternal'>;
