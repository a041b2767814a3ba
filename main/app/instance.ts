import { realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { type FolderLock, lockFolder, readHolder } from '../runtime/folderLock.ts';
import { listen } from '../runtime/listen.ts';
import { makeSocketFolder } from '../runtime/processFolders.ts';
import type { AppPaths } from './platform.ts';
import { HandedRequest, InstanceAnswer } from './startRequest.ts';

const SOCKET = 'socket';
const MAX_LINE = 512 * 1024;
const ANSWER_TIMEOUT_MS = 5000;
/** The one that runs may be starting or stopping: services that do not stop are left behind after 8 s. */
const PATIENCE_MS = 12_000;
const AGAIN_MS = 200;

/** What the lock tells of the process that has it. */
const Holder = z.object({ pid: z.number().int(), socket: z.string() });
type Holder = z.infer<typeof Holder>;

/** The right to be the one that uses the folders of configuration and data. */
export interface Instance {
  /** Says what to do when another start hands its request over. Until then they wait. */
  onRequest(listener: (request: HandedRequest) => InstanceAnswer): void;
  /** Takes no more requests; for when it begins to stop. */
  close(): void;
  /** Gives the folders back. To be called when nothing is written any more; a process that ends does it too. */
  release(): void;
}

/** What came of a start: it runs itself, or another one has answered. */
export type Start = { readonly instance: Instance } | { readonly answer: InstanceAnswer };

/**
 * Becomes the one Virtdeck of these folders, or hands the request over to the one there is: two would overwrite each
 * other's lists. They meet at a UNIX socket in the runtime folder, which only this user can enter.
 *
 * @param request null: hands nothing over, and fails where there is another one
 * @throws Error that names the other one and the remedy, where it cannot be asked
 */
export async function becomeInstance(
  paths: AppPaths,
  request: HandedRequest | null,
  warn: (message: string) => void,
): Promise<Start> {
  const folders = distinct([paths.config, paths.data]);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const locks = await lockAll(folders, warn);
    if (Array.isArray(locks)) return { instance: await serve(locks, paths.runtime) };
    const holder = parse(Holder, readHolder(locks.taken));
    if (request === null) {
      const remedy = 'Close it first, or set XDG_CONFIG_HOME and XDG_DATA_HOME to other folders.';
      throw new Error(`${isRunning(holder, locks.taken)}. ${remedy}`);
    }
    const answer = holder ? await handOver(holder.socket, request) : null;
    if (answer === 'silent' || (answer === null && Date.now() > until)) {
      const end = holder ? `: kill -KILL ${holder.pid}` : '';
      throw new Error(`${isRunning(holder, locks.taken)}, but does not answer. End it first${end}`);
    }
    if (answer) return { answer };
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
  }
}

function isRunning(holder: Holder | null, folder: string): string {
  const which = holder ? ` (process ${holder.pid})` : '';
  return `Virtdeck is running already${which} and uses ${folder}`;
}

/** Folders that are there, each once. */
function distinct(folders: readonly string[]): string[] {
  const real = folders.map((folder) => {
    try {
      return realpathSync(folder);
    } catch {
      return folder;
    }
  });
  return [...new Set(real)];
}

/** All of them or none: which is taken. */
async function lockAll(
  folders: readonly string[],
  warn: (message: string) => void,
): Promise<FolderLock[] | { readonly taken: string }> {
  const locks: FolderLock[] = [];
  for (const folder of folders) {
    const lock = await lockFolder(folder, warn);
    if (!lock) {
      for (const one of locks) one.release();
      return { taken: folder };
    }
    locks.push(lock);
  }
  return locks;
}

async function serve(locks: readonly FolderLock[], runtime: string): Promise<Instance> {
  let heed: (listener: (request: HandedRequest) => InstanceAnswer) => void = () => {};
  const listener = new Promise<(request: HandedRequest) => InstanceAnswer>((resolve) => {
    heed = resolve;
  });
  const folder = makeSocketFolder(runtime, 'instance', SOCKET);
  const socket = join(folder, SOCKET);
  const server = createServer((connection) => {
    readLine(connection, async (line) => {
      const request = parse(HandedRequest, line);
      if (!request) return connection.destroy();
      const answer = (await listener)(request);
      connection.end(`${JSON.stringify(answer)}\n`);
    });
  });
  await listen(server, { path: socket });
  const holder: Holder = { pid: process.pid, socket };
  for (const lock of locks) lock.tell(JSON.stringify(holder));
  return {
    onRequest: heed,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
    release() {
      for (const lock of locks) lock.release();
    },
  };
}

/** One line; whoever sends more, or too slowly, is cut off. */
function readLine(socket: Socket, onLine: (line: string) => void): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy());
  socket.on('error', () => {});
  socket.on('data', (piece) => {
    text += piece;
    if (text.length > MAX_LINE) socket.destroy();
    else if (text.endsWith('\n')) onLine(text);
  });
}

/** What another process has written; null: nothing, or something else. */
function parse<T>(schema: z.ZodType<T>, text: string | null): T | null {
  try {
    return schema.safeParse(JSON.parse(text ?? '')).data ?? null;
  } catch {
    return null;
  }
}

/** What the one that runs says; null: nobody is there (yet, or any more); silent: it takes no notice. */
function handOver(path: string, request: HandedRequest): Promise<InstanceAnswer | 'silent' | null> {
  return new Promise((resolve) => {
    const socket = connect(path);
    let text = '';
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => {
      resolve('silent');
      socket.destroy();
    });
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on('data', (piece) => {
      text += piece;
    });
    socket.on('error', () => resolve(null));
    socket.on('close', () => resolve(parse(InstanceAnswer, text)));
  });
}
