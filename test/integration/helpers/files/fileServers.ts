import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { join, normalize } from 'node:path';

/** A server of a test: where it is, what it was asked for, and its end. */
export interface TestServer {
  readonly port: number;
  /** Paths, or for FTP commands, as they came. */
  readonly asked: string[];
  close(): Promise<void>;
}

async function listening(server: Server, asked: string[]): Promise<TestServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of sockets) socket.destroy();
      server.close(() => resolve());
    });
  return { port, asked, close };
}

/** Serves a folder; `special` answers first, and says whether it has. */
export async function webServer(
  folder: string,
  options: {
    tls?: { certificate: string; key: string };
    special?: (request: IncomingMessage, response: ServerResponse) => boolean;
  } = {},
): Promise<TestServer> {
  const asked: string[] = [];
  const listener: RequestListener = (request, response) => {
    asked.push(request.url ?? '');
    if (options.special?.(request, response)) return;
    void send(folder, request, response);
  };
  const { tls } = options;
  const server = tls
    ? createTlsServer({ cert: tls.certificate, key: tls.key }, listener)
    : createServer(listener);
  return listening(server, asked);
}

async function send(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = join(folder, normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname)));
  const isFile = await stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  );
  if (!isFile) {
    response.writeHead(404).end('not here');
    return;
  }
  const bytes = await readFile(path);
  response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
}

/** The little of FTP (RFC 959, 2428) that a download takes. */
export async function ftpServer(folder: string, password = ''): Promise<TestServer> {
  const asked: string[] = [];
  const server = createTcpServer((control) => {
    control.setEncoding('utf8');
    const say = (line: string) => control.write(`${line}\r\n`);
    let data: Promise<Socket> | null = null;
    let user = '';
    const passive = async (): Promise<number> => {
      const listener = createTcpServer();
      data = new Promise((resolve) => listener.once('connection', resolve));
      await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
      const { port } = listener.address() as AddressInfo;
      void data.then(() => listener.close());
      control.once('close', () => listener.close());
      return port;
    };
    const bytesOf = (path: string) => readFile(join(folder, normalize(`/${path}`))).catch(() => null);
    const obey = async (verb: string, rest: string): Promise<void> => {
      if (verb === 'USER') {
        user = rest;
        say('331 password?');
      } else if (verb === 'PASS') say(user === 'anonymous' || rest === password ? '230 in' : '530 no');
      else if (verb === 'EPSV') say(`229 Entering Extended Passive Mode (|||${await passive()}|)`);
      else if (verb === 'SIZE') {
        const bytes = await bytesOf(rest);
        say(bytes ? `213 ${bytes.length}` : '550 not here');
      } else if (verb === 'RETR') {
        const bytes = await bytesOf(rest);
        const socket = data && bytes ? await data : null;
        if (!socket || !bytes) return void say('550 not here');
        say('150 here it comes');
        socket.on('error', () => {});
        socket.end(bytes, () => say('226 done'));
      } else if (verb === 'QUIT') control.end('221 bye\r\n');
      else say(verb === 'FEAT' ? '211 none' : '200 ok');
    };
    control.on('data', (text: string) => {
      for (const line of text.split('\r\n').filter(Boolean)) {
        asked.push(line);
        const [verb = ''] = line.split(' ', 1);
        void obey(verb.toUpperCase(), line.slice(verb.length + 1));
      }
    });
    say('220 hello');
  });
  return listening(server, asked);
}

/** An HTTP proxy: absolute addresses and CONNECT. */
export async function proxyServer(): Promise<TestServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    void fetch(request.url ?? '').then(async (answer) => {
      const bytes = Buffer.from(await answer.arrayBuffer());
      response.writeHead(answer.status, { 'content-length': bytes.length }).end(bytes);
    });
  });
  server.on('connect', (request, socket: Socket) => {
    asked.push(`CONNECT ${request.url}`);
    const [, port] = (request.url ?? '').split(':');
    void import('node:net').then(({ connect }) => {
      const far = connect(Number(port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 ok\r\n\r\n');
        socket.pipe(far).pipe(socket);
      });
      far.on('error', () => socket.destroy());
      socket.on('error', () => far.destroy());
      socket.once('close', () => far.destroy());
    });
  });
  return listening(server, asked);
}
