import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { apiError } from '../../contract/index.ts';
import { listen } from '../runtime/listen.ts';
import { makeProcessFolder } from '../runtime/processFolders.ts';
import { findProgram } from '../runtime/programs.ts';
import { type ViewerPlace, viewerFile } from './viewerFile.ts';

const PROGRAM = 'remote-viewer';
/** A viewer that ends sooner than this has shown nothing. */
const EARLY_MS = 2000;

/** Why displays cannot be opened in another viewer; null: they can. */
export function viewerRefusal(path = process.env.PATH ?? ''): string | null {
  return findProgram([PROGRAM], path)
    ? null
    : 'remote-viewer is not installed on this machine (package virt-viewer).';
}

/** What opens one connection to the display; a viewer makes several. */
export type OpenChannel = () => Promise<Duplex>;

/**
 * Starts remote-viewer with a private file that says where the display is. With `through`, its connections are made
 * here and handed to it over a socket that only this user can open.
 * @returns when it has been up for a moment
 * @throws ApiError
 */
export async function startViewer(
  runtime: string,
  place: Omit<ViewerPlace, 'socket'>,
  through: OpenChannel | null,
): Promise<void> {
  const refusal = viewerRefusal();
  if (refusal !== null)
    throw apiError('unsupported', refusal, 'apt install virt-viewer, or dnf install virt-viewer');
  const folder = makeProcessFolder(runtime, 'viewer');
  let server: Server | null = null;
  const end = () => {
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const socket = through ? join(folder, 's') : null;
    if (through && socket) server = await serve(socket, through);
    const file = join(folder, 'display.vv');
    writeFileSync(file, viewerFile({ ...place, socket }), { mode: 0o600 });
    await show(file, end);
  } catch (error) {
    end();
    throw error;
  }
}

/**
 * Starts the program and waits until it has been up for a moment.
 * @param ended called when it has ended, whenever that is
 */
function show(file: string, ended: () => void): Promise<void> {
  const child = spawn(PROGRAM, [file], { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  child.unref();
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = (said + bytes.toString()).slice(-1000);
  });
  child.once('exit', ended);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, EARLY_MS);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(apiError('unavailable', `remote-viewer could not be started: ${error.message}.`));
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      if (code === 0) return resolve();
      const why = said.trim().split('\n').at(-1) ?? '';
      reject(apiError('unavailable', `remote-viewer ended at once${why === '' ? '' : `: ${why}`}.`));
    });
  });
}

async function serve(path: string, open: OpenChannel): Promise<Server> {
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    open().then(
      (channel) => connectBoth(client, channel),
      () => client.destroy(),
    );
  });
  server.unref();
  await listen(server, { path });
  return server;
}

function connectBoth(client: Socket, channel: Duplex): void {
  // The viewer may have gone away meanwhile.
  if (client.destroyed) return void channel.destroy();
  const both = () => {
    channel.destroy();
    client.destroy();
  };
  for (const side of [channel, client]) {
    side.on('error', both);
    side.once('close', both);
  }
  client.pipe(channel).pipe(client);
}
