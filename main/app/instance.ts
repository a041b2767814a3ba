import { rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { readStartRequest, type StartRequest } from './startRequest.ts';

const MAX_REQUEST = 512 * 1024;
const ANSWER_TIMEOUT_MS = 5000;
const ACCEPTED = 'ok\n';

/** The right to be the one running instance of this user; given back by close(). */
export interface Instance {
  onRequest(listener: (request: StartRequest) => void): void;
  close(): void;
}

/**
 * Becomes the running instance, or hands the request over to the one there is and answers null. They
 * meet at a UNIX socket in the runtime folder, which only this user can enter.
 */
export async function becomeInstance(runtime: string, request: StartRequest): Promise<Instance | null> {
  const path = join(runtime, 'instance.sock');
  for (let attempt = 0; attempt < 3; attempt++) {
    const server = await listen(path);
    if (server) return serve(server, path);
    if (await handOver(path, request)) return null;
    // Nobody answers: left behind by one that was killed.
    rmSync(path, { force: true });
  }
  throw new Error(`Another instance holds ${path} but does not answer`);
}

/** Null when the path is taken. */
function listen(path: string): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(path, () => resolve(server));
  });
}

function serve(server: Server, path: string): Instance {
  let listener: (request: StartRequest) => void = () => {};
  server.on('connection', (socket) => {
    readRequest(socket, (request) => {
      listener(request);
      socket.end(ACCEPTED);
    });
  });
  return {
    onRequest: (newListener) => {
      listener = newListener;
    },
    close() {
      server.close();
      rmSync(path, { force: true });
    },
  };
}

/** One line of JSON; whoever sends anything else is cut off. */
function readRequest(socket: Socket, accept: (request: StartRequest) => void): void {
  let text = '';
  socket.setEncoding('utf8');
  socket.setTimeout(ANSWER_TIMEOUT_MS, () => socket.destroy());
  socket.on('error', () => {});
  socket.on('data', (piece) => {
    text += piece;
    if (text.length > MAX_REQUEST) socket.destroy();
    else if (text.endsWith('\n')) {
      const request = parseRequest(text);
      if (request) accept(request);
      else socket.destroy();
    }
  });
}

function parseRequest(text: string): StartRequest | null {
  try {
    return readStartRequest(JSON.parse(text));
  } catch {
    return null;
  }
}

/** Whether the running instance has accepted the request. False when there is none. */
function handOver(path: string, request: StartRequest): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    let answer = '';
    socket.setEncoding('utf8');
    socket.setTimeout(ANSWER_TIMEOUT_MS, () => {
      reject(new Error('Virtdeck is running already, but does not answer'));
      socket.destroy();
    });
    socket.on('connect', () => socket.write(`${JSON.stringify(request)}\n`));
    socket.on('data', (piece) => {
      answer += piece;
    });
    socket.on('error', () => resolve(false));
    socket.on('close', () => resolve(answer === ACCEPTED));
  });
}
