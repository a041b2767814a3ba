#!/usr/bin/env node
// `npm run dev [-- URI...]`: builds, opens a window, and watches. A change in the renderer loads the page
// again; a change in main or the agent starts the web host again, with the window staying logged in.
import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { tsImport } from 'tsx/esm/api';

// Before Vite is loaded: development builds of React, and checks of everything that crosses the wires.
process.env.NODE_ENV = 'development';

const root = fileURLToPath(new URL('../..', import.meta.url));
const targets = ['main', 'agent', 'askpass', 'preload', 'renderer'];
const log = (line) => console.error(`dev: ${line}`);
const plain = (text) => (process.stderr.isTTY ? text : stripVTControlCharacters(text));

/** Builds a target and again after every change; calls back after each successful build. */
async function watch(name, onBuilt) {
  const { build, loadConfigFromFile } = await import('vite');
  const file = join(root, 'build/vite', `${name}.ts`);
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'development' }, file, root, 'warn');
  // What is built here is not what `npm start` takes for fresh.
  rmSync(join(root, 'dist', `.${name}.stamp.json`), { force: true });
  const watcher = await build({
    ...loaded.config,
    mode: 'development',
    build: { ...loaded.config.build, outDir: join(root, 'dist', name), watch: {} },
  });
  let failed = false;
  return new Promise((resolve) => {
    watcher.on('event', (event) => {
      if (event.code === 'START') failed = false;
      if (event.code === 'BUNDLE_END') event.result?.close();
      if (event.code === 'ERROR') {
        failed = true;
        log(`${name}: ${plain(event.error?.message ?? String(event.error))}`);
      }
      if (event.code === 'END') {
        if (!failed) onBuilt(name);
        resolve(watcher);
      }
    });
  });
}

/** The web host, started again and again on the same port with the same session. */
class Host {
  #child = null;
  #args;
  #env;
  #restart = Promise.resolve();
  #timer;
  /** A browser is open and logged in. */
  hasWindow = false;

  constructor(port, uris) {
    this.#args = ['--serve', '--port', String(port), ...uris];
    const session = `${randomBytes(6).toString('hex')}:${randomBytes(32).toString('base64url')}`;
    this.#env = { ...process.env, VIRTDECK_DEV_SESSION: session };
  }

  /** Starts it; resolves with its address. */
  async start() {
    const child = fork(join(root, 'dist/main/web.js'), this.#args, {
      env: this.#env,
      execArgv: ['--enable-source-maps'],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#child = child;
    child.once('exit', (code) => {
      if (this.#child !== child) return;
      this.#child = null;
      log(`the host ended (${code}); it is started again after the next change`);
    });
    const first = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => null)]);
    return first ? String(first[0]).trim() : null;
  }

  async stop() {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  }

  /** Soon: main and agent are often built together. */
  restart() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#restart = this.#restart.then(async () => {
        await this.stop();
        const address = await this.start();
        log('started again');
        // The one that was printed before died with its process.
        if (address && !this.hasWindow) console.log(address);
      });
    }, 200);
  }

  reload() {
    this.#child?.send('reload');
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** An application window where there is a display; else the address. */
async function show(address) {
  const { findChromium, hasDisplay, appWindowArguments } = await tsImport(
    '../../main/app/chromium.ts',
    import.meta.url,
  );
  const browser = hasDisplay() ? findChromium() : null;
  if (!browser) {
    console.log(address);
    return;
  }
  const profile = join(root, '.cache/dev');
  host.hasWindow = true;
  spawn(browser, appWindowArguments(browser, address, profile), { stdio: 'ignore' }).once('exit', stop);
}

let host;
let ready = false;
const watchers = [];

async function stop() {
  await host?.stop();
  await Promise.all(watchers.map((watcher) => watcher.close()));
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

function onBuilt(name) {
  if (!ready) return;
  log(`built ${name}`);
  if (name === 'renderer') host.reload();
  else if (name !== 'preload') host.restart();
}

watchers.push(...(await Promise.all(targets.map((name) => watch(name, onBuilt)))));
host = new Host(await freePort(), process.argv.slice(2));
const address = await host.start();
ready = true;
if (address) await show(address);
log('watching for changes');
