/**
 * The process that makes a line slow: two Ethernet taps, and a queue between them in each direction. Runs in the
 * network namespace of the switch. Ends with SIGTERM, or by itself when the laboratory's supervisor is gone.
 */
import { execFileSync } from 'node:child_process';
import { read, renameSync, writeFileSync, writeSync } from 'node:fs';
import koffi from 'koffi';
import { z } from 'zod';
import { isAlive, markProcess } from './slots.ts';

const options = z
  .object({
    state: z.string(),
    port: z.string(),
    name: z.string(),
    supervisor: z.object({ pid: z.number(), start: z.string() }),
    latencyMs: z.number().nonnegative(),
    bitsPerSecond: z.number().positive().nullable(),
  })
  .parse(JSON.parse(process.argv[2] ?? '{}'));

const libc = koffi.load('libc.so.6');
const open = libc.func('int open(const char *path, int flags)');
const ioctl = libc.func('int ioctl(int fd, unsigned long request, void *argument)');

const O_RDWR = 2;
const TUNSETIFF = 0x400454ca;
const IFF_TAP = 0x0002;
const IFF_NO_PI = 0x1000;

/** A tap that lives as long as this process. */
function openTap(name: string): number {
  const fd: unknown = open('/dev/net/tun', O_RDWR);
  if (typeof fd !== 'number' || fd < 0) throw new Error('/dev/net/tun cannot be opened');
  const request = Buffer.alloc(40);
  request.write(name, 0, 'latin1');
  request.writeUInt16LE(IFF_TAP | IFF_NO_PI, 16);
  if (ioctl(fd, TUNSETIFF, request) !== 0) throw new Error(`tap ${name} cannot be made`);
  return fd;
}

const ip = (...args: string[]) => execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'inherit'] });

/** Bytes that may wait for a slow line, as in a router: about 200 ms worth, at least some packets. */
const room = options.bitsPerSecond
  ? Math.max(32_768, (options.bitsPerSecond / 8) * 0.2)
  : Number.POSITIVE_INFINITY;

/** Moves packets from one tap to the other, each as late as the line is long and slow. */
class Direction {
  readonly #from: number;
  readonly #to: number;
  readonly #buffer = Buffer.allocUnsafe(65_536);
  readonly #queue: Array<{ due: number; packet: Buffer }> = [];
  #timer: NodeJS.Timeout | undefined;
  /** When the line has sent what it was given so far. */
  #freeAt = 0;

  constructor(from: number, to: number) {
    this.#from = from;
    this.#to = to;
    this.#receive();
  }

  #receive(): void {
    read(this.#from, this.#buffer, 0, this.#buffer.length, null, (error, length) => {
      // A tap whose link is down reports an error; it comes back with the link.
      if (error) setTimeout(() => this.#receive(), 50);
      else {
        this.#enqueue(Buffer.from(this.#buffer.subarray(0, length)));
        this.#receive();
      }
    });
  }

  #enqueue(packet: Buffer): void {
    const now = performance.now();
    const { bitsPerSecond, latencyMs } = options;
    let sent = now;
    if (bitsPerSecond) {
      const backlog = (Math.max(0, this.#freeAt - now) / 1000) * (bitsPerSecond / 8);
      if (backlog + packet.length > room) return;
      sent = Math.max(now, this.#freeAt) + (packet.length * 8000) / bitsPerSecond;
      this.#freeAt = sent;
    }
    this.#queue.push({ due: sent + latencyMs, packet });
    this.#arm();
  }

  #arm(): void {
    const next = this.#queue[0];
    if (!next || this.#timer) return;
    this.#timer = setTimeout(() => this.#deliver(), Math.max(0, next.due - performance.now()));
  }

  #deliver(): void {
    this.#timer = undefined;
    // Timers are a millisecond coarse: what is due within half of one goes now.
    const now = performance.now() + 0.5;
    let count = 0;
    for (const { due, packet } of this.#queue) {
      if (due > now) break;
      count += 1;
      try {
        writeSync(this.#to, packet);
      } catch {
        // The other side's link is down: the packet is lost, as it would be.
      }
    }
    this.#queue.splice(0, count);
    this.#arm();
  }
}

const bridge = `slow-${options.name}`;
const inner = openTap(`${options.name}-in`);
const outer = openTap(`${options.name}-out`);
try {
  // Of a predecessor that was killed.
  execFileSync('ip', ['link', 'del', bridge], { stdio: 'ignore' });
} catch {
  // The usual case: there was none.
}
ip('link', 'add', bridge, 'type', 'bridge', 'forward_delay', '0', 'stp_state', '0', 'mcast_snooping', '0');
ip('link', 'set', bridge, 'up');
ip('link', 'set', `${options.name}-in`, 'master', bridge, 'up');
ip('link', 'set', `${options.name}-out`, 'master', 'br0', 'up');
new Direction(inner, outer);
new Direction(outer, inner);
ip('link', 'set', options.port, 'master', bridge);

function end(): void {
  try {
    ip('link', 'set', options.port, 'master', 'br0');
    ip('link', 'del', bridge);
  } finally {
    // Reads that wait for packets would hold up an orderly exit.
    process.kill(process.pid, 'SIGKILL');
  }
}

process.on('SIGTERM', end);
setInterval(() => {
  if (!isAlive(options.supervisor)) process.kill(process.pid, 'SIGKILL');
}, 300);
writeFileSync(`${options.state}.new`, JSON.stringify(markProcess(process.pid)));
renameSync(`${options.state}.new`, options.state);
