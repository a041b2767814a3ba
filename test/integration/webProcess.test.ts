import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHost } from '../../renderer/transport/connect.ts';
import { connectWebSocket } from '../../renderer/transport/webSocket.ts';
import { buildParts, root } from '../fixtures/built.ts';
import { browserSocket, logIn } from './helpers/app/stands.ts';

/** A start takes some tenths of a second, on a busy machine much longer. */
const LIMIT_MS = 30_000;

/** dist/main/web.js, the real program, with folders of its own. */
interface Run {
  readonly child: ChildProcess;
  out: string;
  err: string;
  readonly exit: Promise<number | null>;
}

let home: string;
const runs: Run[] = [];

beforeAll(() => {
  buildParts('main', 'agent');
}, 60_000);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'virtdeck-test-'));
});
afterEach(async () => {
  for (const { child, exit } of runs.splice(0)) {
    child.kill('SIGKILL');
    await exit;
  }
  rmSync(home, { recursive: true, force: true });
});

function run(args: string[], env: Record<string, string> = {}): Run {
  const folders = { XDG_CONFIG_HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: home };
  const base = { PATH: '/usr/bin:/bin', HOME: home, ...folders, ...env };
  const child = spawn(process.execPath, [join(root, 'dist/main/web.js'), ...args], { env: base });
  const exit = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
  const result: Run = { child, out: '', err: '', exit };
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    result.out += piece;
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    result.err += piece;
  });
  runs.push(result);
  return result;
}

function otherFolders(): Record<string, string> {
  return { XDG_CONFIG_HOME: join(home, 'other'), XDG_DATA_HOME: join(home, 'other') };
}

async function serving(args: string[] = ['--serve']): Promise<{ server: Run; address: string }> {
  const server = run(args);
  await vi.waitFor(() => expect(server.out).toContain('\n'), { timeout: LIMIT_MS });
  return { server, address: server.out.trim() };
}

async function connectTo(address: string) {
  const base = new URL('/', address).href;
  globalThis.WebSocket = browserSocket(await logIn(address), base.slice(0, -1));
  return createHost(await connectWebSocket(base), true);
}

describe('virtdeck --serve', () => {
  it('prints the address as the only line of standard output, and shows test:///default behind it', async () => {
    const { server, address } = await serving(['--serve', 'test:///default']);
    expect(server.out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\n$/);
    const window = await connectTo(address);
    await vi.waitFor(
      async () => {
        const { connections } = await window.client.app.hello({});
        expect(connections.map(({ settings, status }) => [settings.uri, status])).toEqual([
          ['test:///default', 'connected'],
        ]);
      },
      { timeout: LIMIT_MS },
    );
    window.close();
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends cleanly on %s, with windows open',
    async (signal) => {
      const { server, address } = await serving(['--serve', 'test:///default']);
      const window = await connectTo(address);
      const lost = new Promise((done) => window.onLost(done));
      await vi.waitFor(() => expect(childrenOf(server.child.pid)).not.toEqual([]), { timeout: LIMIT_MS });
      const agents = childrenOf(server.child.pid);
      server.child.kill(signal);
      server.child.kill(signal);
      expect(await server.exit).toBe(0);
      expect(await lost).toMatchObject({ kind: 'gone' });
      await vi.waitFor(() => expect(agents.filter(isRunning)).toEqual([]), { timeout: 3000 });
      expect(sockets()).toEqual([]);
    },
  );

  it('prints another address on SIGUSR2', async () => {
    const { server, address } = await serving();
    server.child.kill('SIGUSR2');
    await vi.waitFor(() => expect(server.out.trim().split('\n')).toHaveLength(2));
    const [, second] = server.out.trim().split('\n');
    expect(await logIn(address)).not.toBe('');
    expect(await logIn(second ?? '')).not.toBe('');
    expect(await logIn(second ?? '')).toBe('');
  });

  it('listens where it is told, and says so when it cannot', async () => {
    const { address } = await serving();
    const port = new URL(address).port;
    const second = run(['--serve', '--port', port], otherFolders());
    expect(await second.exit).toBe(1);
    expect(second.err).toContain('The port is in use');
    expect(second.out).toBe('');
  });

  it('is one for its folders: a second start prints an address of the one that runs, which opens the URIs', async () => {
    const { server, address } = await serving(['--serve']);
    const second = run(['--serve', '--port', '1', 'test:///default?second']);
    expect(await second.exit).toBe(0);
    expect(second.out).toMatch(/^http\S+token=\S+\n$/);
    expect(second.err).toContain(`running already (process ${server.child.pid})`);
    const port = new URL(address).port;
    expect(second.err).toContain(`It listens on port ${port}, not on 1.`);
    const window = await connectTo(second.out.trim());
    await vi.waitFor(async () => {
      const { connections } = await window.client.app.hello({});
      expect(connections.map(({ settings }) => settings.uri)).toContain('test:///default?second');
    });
    window.close();
  });

  it('runs beside those of other folders', async () => {
    const one = await serving();
    const other = run(['--serve'], otherFolders());
    await vi.waitFor(() => expect(other.out).toContain('http'), { timeout: LIMIT_MS });
    expect(new URL(other.out).port).not.toBe(new URL(one.address).port);
  });

  it('is one for its data also where the configuration is another, and in another session', async () => {
    const { server } = await serving();
    const others = { XDG_CONFIG_HOME: join(home, 'other'), XDG_RUNTIME_DIR: join(home, 'session') };
    const second = run(['--serve'], others);
    expect(await second.exit).toBe(0);
    expect(second.err).toContain(`running already (process ${server.child.pid})`);
    // It has given back what it had taken before.
    const third = run(['--serve'], {
      XDG_CONFIG_HOME: join(home, 'other'),
      XDG_DATA_HOME: join(home, 'third'),
    });
    await vi.waitFor(() => expect(third.out).toContain('http'), { timeout: LIMIT_MS });
  });

  it('keeps what is saved through each of its starts, and starts at once after it was killed', async () => {
    const save = async (address: string, name: string) => {
      const window = await connectTo(address);
      await window.client.connections.add({
        ...{ uri: `test:///default?${name}`, name, autoConnect: false, readOnly: false, production: false },
      });
      window.close();
    };
    const { server, address } = await serving();
    await save(address, 'one');
    const second = run(['--serve']);
    await second.exit;
    await save(second.out.trim(), 'two');
    server.child.kill('SIGKILL');
    await server.exit;
    const again = await serving();
    expect(again.server.err).not.toContain('running already');
    const next = await connectTo(again.address);
    const { connections } = await next.client.app.hello({});
    expect(connections.map(({ settings }) => settings.name)).toEqual(expect.arrayContaining(['one', 'two']));
    next.close();
  });

  it('is one of those that are started at the same moment', async () => {
    const starts = [1, 2, 3, 4].map(() => run(['--serve']));
    await vi.waitFor(() => expect(starts.every(({ out }) => out.includes('\n'))).toBe(true), {
      timeout: LIMIT_MS,
    });
    expect(new Set(starts.map(({ out }) => new URL(out).port)).size).toBe(1);
    const ended = () => starts.map(({ child }) => child.exitCode).filter((code) => code !== null);
    await vi.waitFor(() => expect(ended()).toHaveLength(3), { timeout: LIMIT_MS });
    expect(ended()).toEqual([0, 0, 0]);
  });

  it('waits for one that stops', async () => {
    const { server } = await serving(['--serve', 'test:///default']);
    server.child.kill('SIGTERM');
    const next = await serving();
    expect(await server.exit).toBe(0);
    expect(next.server.err).not.toContain('running already');
  });

  it('names one that does not answer, and how to end it', async () => {
    const { server } = await serving();
    server.child.kill('SIGSTOP');
    const second = run(['--serve']);
    expect(await second.exit).toBe(1);
    expect(second.out).toBe('');
    expect(second.err).toContain(`does not answer. End it first: kill -KILL ${server.child.pid}`);
  });

  it.each(['a folder', 'nonsense', 'a link'])(
    'is not hindered by %s in the place of its lock',
    async (what) => {
      const lock = join(home, 'virtdeck/lock');
      mkdirSync(join(home, 'virtdeck'), { mode: 0o700 });
      if (what === 'a folder') mkdirSync(lock);
      else if (what === 'nonsense') writeFileSync(lock, '\0{"pid":"x"');
      else symlinkSync(join(home, 'target'), lock);
      await serving();
      expect(existsSync(join(home, 'target'))).toBe(false);
    },
  );

  it.each([
    [['--port', '70000'], '0 to 65535'],
    [['--port', 'x'], '0 to 65535'],
    [['--bogus'], "Unknown option '--bogus'"],
  ])('refuses %j in a sentence', async (args, message) => {
    const wrong = run(args);
    expect(await wrong.exit).toBe(2);
    expect(wrong.err).toContain(message);
    expect(wrong.err).not.toContain('    at ');
  });

  it('tells its version and its options', async () => {
    const [help, version] = [run(['--help']), run(['--version'])];
    await Promise.all([help.exit, version.exit]);
    expect(help.out).toContain('--serve');
    expect(version.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('keeps its folders to this user, and refuses those of others', async () => {
    await serving();
    for (const folder of ['virtdeck', 'data/virtdeck']) {
      expect(statSync(join(home, folder)).mode & 0o777).toBe(0o700);
    }
    const open = join(home, 'open');
    mkdirSync(open);
    chmodSync(open, 0o777);
    const elsewhere = run(['--serve'], { XDG_RUNTIME_DIR: open, ...otherFolders() });
    await vi.waitFor(() => expect(elsewhere.out).toContain('http'), { timeout: LIMIT_MS });
    expect(elsewhere.err).toContain('others can write to it');
    expect(elsewhere.err).toContain('is used instead');
    expect(readdirSync(join(open, 'virtdeck'))).toEqual([]);
  });
});

describe('virtdeck with a display', () => {
  let browser: string;

  /** A browser that notes its arguments and lives until it is told to close. */
  beforeEach(() => {
    browser = join(home, 'browser');
    writeFileSync(
      browser,
      `#!/bin/sh\necho "$@" >> ${home}/windows\nwhile [ -d ${home} ] && [ ! -e ${home}/close ]; do sleep 0.05; done\n`,
    );
    chmodSync(browser, 0o755);
  });
  const start = (...uris: string[]) => run(uris, { DISPLAY: ':99', VIRTDECK_BROWSER: browser });
  const windows = () =>
    existsSync(join(home, 'windows'))
      ? readFileSync(join(home, 'windows'), 'utf8').split('\n').slice(0, -1)
      : [];
  const opened = (count: number) =>
    vi.waitFor(() => expect(windows()).toHaveLength(count), { timeout: LIMIT_MS });

  it('opens an application window with a profile of its own, and ends with it', async () => {
    const app = start();
    await opened(1);
    expect(windows()[0]).toMatch(
      /^--app=http:\/\/127\.0\.0\.1:\d+\/\?token=\S+ --user-data-dir=\S+\/virtdeck\/browser /,
    );
    expect(app.out).toBe('');
    // Longer than the time in which a browser may have handed its window over.
    await new Promise((done) => setTimeout(done, 5100));
    writeFileSync(join(home, 'close'), '');
    expect(await app.exit).toBe(0);
    expect(sockets()).toEqual([]);
  });

  it('hands a second start over to the running one', async () => {
    const app = start('test:///default');
    await opened(1);
    const address = /--app=(\S+)/.exec(windows()[0] ?? '')?.[1] ?? '';
    const window = await connectTo(address);
    const shown = new Promise((done) => window.on('show', done));
    const second = start('test:///default');
    expect(await second.exit).toBe(0);
    expect(second.err).toContain('running already');
    await shown;
    expect(windows()).toHaveLength(1);
    // What is to be shown goes to the window that is there, when it can be shown.
    const told: unknown[] = [];
    window.on('show', (target) => told.push(target));
    expect(await start('--show-console', 'test').exit).toBe(0);
    await vi.waitFor(() => expect(told).toMatchObject([{ page: 'console', domain: expect.any(String) }]), {
      timeout: LIMIT_MS,
    });
    expect(await start('--new', 'test:///default').exit).toBe(0);
    await vi.waitFor(() => expect(told[1]).toMatchObject({ page: 'new', connection: expect.any(String) }));
    expect(windows()).toHaveLength(1);
    // Without anything to show it is a wish for a window.
    expect(await start().exit).toBe(0);
    await opened(2);
    window.close();
    app.child.kill('SIGTERM');
    expect(await app.exit).toBe(0);
  });

  it('cuts off who sends garbage to it, and opens the next window after it was killed', async () => {
    const killed = start();
    await opened(1);
    const { socket } = JSON.parse(readFileSync(join(home, 'virtdeck/lock'), 'utf8'));
    const garbage = connect(socket);
    garbage.on('error', () => {});
    const cut = new Promise((done) => garbage.on('close', done));
    garbage.write('{"uris":[7],"show":null}\n');
    await cut;
    killed.child.kill('SIGKILL');
    await killed.exit;
    expect(existsSync(socket)).toBe(true);
    start();
    await opened(2);
    expect(existsSync(socket)).toBe(false);
  });

  it('opens a window of a server that runs already, and ends with it', async () => {
    const { server, address } = await serving();
    const second = start();
    await opened(1);
    expect(second.err).toContain(`running already (process ${server.child.pid}): this is another window`);
    expect(windows()[0]).toContain(`--app=http://127.0.0.1:${new URL(address).port}/?token=`);
    second.child.kill('SIGTERM');
    await second.exit;
    const third = start();
    await opened(2);
    writeFileSync(join(home, 'close'), '');
    expect(await third.exit).toBe(0);
    expect(server.child.exitCode).toBeNull();
  });

  it('gives an address of the one with a window to a server that is started', async () => {
    const app = start();
    await opened(1);
    const second = run(['--serve']);
    expect(await second.exit).toBe(0);
    expect(second.err).toContain(`running already (process ${app.child.pid})`);
    const window = await connectTo(second.out.trim());
    window.close();
  });

  it('serves where there is no browser or no display, and says why', async () => {
    const noBrowser = run([], { DISPLAY: ':99', PATH: '/nonexistent', ...otherFolders() });
    const noDisplay = run([], { VIRTDECK_BROWSER: browser });
    await vi.waitFor(() => expect(noBrowser.out + noDisplay.out).toMatch(/^http.*\nhttp.*\n$/), {
      timeout: LIMIT_MS,
    });
    expect(noBrowser.err).toContain('No Chromium-based browser');
    expect(noDisplay.err).toContain('no display');
  });
});

/** Sockets in the runtime folder. */
function sockets(): string[] {
  return readdirSync(join(home, 'virtdeck'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isSocket())
    .map(({ name }) => name);
}

/** The children of a process, by their ids. */
function childrenOf(pid: number | undefined): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name) && parentOf(name) === String(pid));
}

function parentOf(pid: string): string | undefined {
  return statOf(pid)?.[1];
}

/** Not gone, and not only waiting for somebody to read its exit code. */
function isRunning(pid: string): boolean {
  const state = statOf(pid)?.[0];
  return state !== undefined && state !== 'Z' && state !== 'X';
}

/** State, parent and so on: what stands in proc(5)'s stat after the name in brackets. */
function statOf(pid: string): string[] | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ');
  } catch {
    return undefined;
  }
}
