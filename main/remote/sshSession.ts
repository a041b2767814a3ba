import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { apiError } from '../../contract/index.ts';
import { ChildStream } from './childStream.ts';
import { type CommandResult, runCommand } from './command.ts';
import type { SshHost } from './sshHost.ts';

/** What a tunnel ends at, as the host itself sees it. */
export type TunnelTarget = { readonly host: string; readonly port: number } | { readonly path: string };

const RUN_MS = 20_000;
const LOCAL_MS = 5_000;
/** A tunnel that nobody has refused by then is taken to be open. */
const REFUSAL_MS = 10_000;

const REASON_MS = 100;

let forwards = 0;

/** What can be done on a host over its shared ssh connection, without asking the user anything. */
export class SshSession {
  readonly #host: SshHost;

  constructor(host: SshHost) {
    this.#host = host;
  }

  /**
   * Runs a command in the user's shell on the host, and gives its output (`maxBytes`, 1 MiB where it is left out)
   * whatever its status is; null as status: it took too long. Status 255 is also ssh's own failure.
   * @throws ApiError `unavailable` when there is no connection
   */
  async run(
    command: string,
    options: { timeoutMs?: number; input?: string; signal?: AbortSignal; maxBytes?: number } = {},
  ): Promise<CommandResult> {
    this.#mustBeReady();
    const { program, args } = this.#host.client();
    const { timeoutMs = RUN_MS, input, signal, maxBytes } = options;
    return runCommand(program, [...args, '--', this.#host.target.host, command], {
      timeoutMs,
      input,
      signal,
      ...(maxBytes !== undefined && { maxBytes }),
    });
  }

  /**
   * Starts a program on the host, in the user's shell, with its input and output as a stream; it fails with what the
   * program writes to its standard error.
   * @throws ApiError `unavailable` when there is no connection
   */
  openProgram(command: string): Duplex {
    this.#mustBeReady();
    const { program, args } = this.#host.client();
    const words = [...args, '--', this.#host.target.host, command];
    return new ChildStream(spawn(program, words, { detached: true, stdio: ['pipe', 'pipe', 'pipe'] }));
  }

  /**
   * Opens a stream to a TCP port or a UNIX socket as the host sees it. ssh does not say when a tunnel is open: with
   * `greets` the other end is waited for, as displays speak first, and a tunnel that leads nowhere is refused here;
   * without, the stream fails later.
   * @throws ApiError `unavailable` when there is no connection, or nothing answers there; `denied` when the host allows no tunnels
   */
  async openTunnel(target: TunnelTarget, options: { greets?: boolean } = {}): Promise<Duplex> {
    this.#mustBeReady();
    const place = 'path' in target ? target.path : `${target.host} port ${target.port}`;
    const stream =
      'path' in target ? await this.#openSocket(target.path) : this.#openPort(target.host, target.port);
    if (!options.greets) return stream;
    try {
      await firstBytes(stream);
      return stream;
    } catch (error) {
      // The reason goes another way than the end of the stream.
      await new Promise((resolve) => setTimeout(resolve, REASON_MS));
      throw refused(place, this.#host.refusedChannel ?? (error instanceof Error ? error.message : ''));
    }
  }

  #openPort(host: string, port: number): Duplex {
    const { program, args } = this.#host.client();
    const name = host.includes(':') ? `[${host}]` : host;
    const words = [...args, '-W', `${name}:${port}`, '--', this.#host.target.host];
    const child = spawn(program, words, { detached: true, stdio: ['pipe', 'pipe', 'pipe'] });
    return new ChildStream(child);
  }

  /** `ssh -W` takes no paths: a local socket is forwarded, connected to once, and taken away with the stream. */
  async #openSocket(path: string): Promise<Duplex> {
    forwards += 1;
    const local = join(this.#host.folder, `f${forwards}`);
    const forward = `${local}:${path}`;
    const asked = await this.#control('forward', forward);
    if (asked.code !== 0) throw refused(path, asked.stderr);
    const end = async (): Promise<void> => {
      await this.#control('cancel', forward).catch(() => null);
      rmSync(local, { force: true });
    };
    try {
      const socket = await connectTo(local);
      // Not before: ssh may not have taken the connection yet.
      socket.once('close', () => void end());
      return socket;
    } catch (error) {
      await end();
      throw error;
    }
  }

  #control(command: 'forward' | 'cancel', forward: string): Promise<CommandResult> {
    const { program, args } = this.#host.client();
    const words = [...args, '-O', command, '-L', forward, '--', this.#host.target.host];
    return runCommand(program, words, { timeoutMs: LOCAL_MS });
  }

  #mustBeReady(): void {
    if (this.#host.ready) return;
    throw apiError('unavailable', 'The ssh connection to the host is not open.', 'Connect it and try again.');
  }
}

/**
 * Waits until the other end says something: displays greet first, so that a tunnel which leads nowhere is found here
 * and not later. One that stays silent is taken to be open.
 */
function firstBytes(stream: Duplex): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error: Error | null) => {
      clearTimeout(timer);
      stream.off('readable', readable);
      stream.off('error', failed);
      stream.off('close', closed);
      if (!error) return resolve();
      stream.on('error', () => {});
      stream.destroy();
      reject(error);
    };
    // It is also told of an end.
    const readable = () => settle(stream.readableLength > 0 ? null : new Error('it was closed at once'));
    const failed = (error: Error) => settle(error);
    const closed = () => settle(new Error('it was closed at once'));
    const timer = setTimeout(() => settle(null), REFUSAL_MS);
    stream.once('readable', readable);
    stream.once('error', failed);
    stream.once('close', closed);
  });
}

function refused(place: string, words: string): Error {
  const why = words.trim().split('\n').at(-1) ?? '';
  if (/administratively prohibited|prohibited/i.test(why)) {
    return apiError(
      'denied',
      `The ssh server does not allow tunnels, so that ${place} cannot be reached.`,
      'Allow it in the host’s sshd_config: AllowTcpForwarding yes, AllowStreamLocalForwarding yes.',
    );
  }
  return apiError(
    'unavailable',
    `${place} on the host cannot be reached${why === '' ? '' : `: ${why}`}.`,
    // For sockets the server gives the same reason for everything.
    place.startsWith('/')
      ? 'The user who signs in must be allowed to open the socket, and sshd_config must not forbid AllowStreamLocalForwarding.'
      : undefined,
  );
}

function connectTo(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.off('error', reject);
      resolve(socket);
    });
    socket.once('error', reject);
  });
}
