/**
 * Runs in the page of a bench: the same client as the application's own, and the readers that are
 * measured. It is bundled and evaluated there (lib/page.ts).
 */
import type { ByteChannel, DomainRef } from '../../../contract/index.ts';
import { connectHost } from '../../../renderer/transport/connect.ts';
import { visitConsole } from '../../e2e/driver/visits.ts';
import { type ByteStream, handshake, pump, Reader } from './rfb.ts';

async function streamOf(open: () => Promise<{ ticket: string }>): Promise<[ByteStream, ByteChannel]> {
  const host = await hostPromise;
  const { ticket } = await open();
  const channel = await host.openBytes(ticket);
  const reader = new Reader();
  channel.onData((bytes) => reader.push(bytes.slice()));
  channel.onClose(({ message }) => reader.end(message));
  return [{ send: (bytes) => channel.send(bytes), read: (count) => reader.read(count) }, channel];
}

const hostPromise = connectHost();

async function graphics(ref: DomainRef, key: string): Promise<[ByteStream, ByteChannel]> {
  const { client } = await hostPromise;
  return streamOf(() => client.consoles.openGraphics({ ...ref, key }));
}

/** Asks again and again until there is an answer. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  for (const deadline = performance.now() + 60_000; performance.now() < deadline; ) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

/** Whether a mark says that all these machines were on screen. */
function isPainted(detail: unknown, machines: number): boolean {
  if (typeof detail !== 'object' || detail === null) return false;
  return (
    'machines' in detail && detail.machines === machines && 'complete' in detail && detail.complete === true
  );
}

/** When the page could paint, since startFrames(). */
const frames: number[] = [];
let frame = 0;

function nextFrame(now: number): void {
  frames.push(now);
  frame = requestAnimationFrame(nextFrame);
}

/** What benches call in the page. */
const bench = {
  host: () => hostPromise,

  /** The machine of that name, once its host is connected and it is listed. */
  async find(name: string): Promise<DomainRef> {
    const { client } = await hostPromise;
    return until(`machine ${name}`, async () => {
      for (const { id } of (await client.app.hello({})).connections) {
        const { domains } = await client.inventory.snapshot({ connection: id });
        const row = domains.find((domain) => domain.name === name);
        if (row) return { connection: id, uuid: row.uuid };
      }
      return undefined;
    });
  },

  /** The key of a machine's first console of that kind that can be opened. */
  async consoleKey(ref: DomainRef, kind: 'graphics' | 'text'): Promise<string> {
    const { client } = await hostPromise;
    return until(`${kind} console`, async () => {
      const consoles = await client.consoles.list(ref);
      return consoles.find((info) => info.kind === kind && info.refusal === null)?.key;
    });
  },

  /** Resolves when so many machines are listed in all. */
  async listed(count: number): Promise<void> {
    const { client } = await hostPromise;
    await until(`${count} machines`, async () => {
      let sum = 0;
      for (const { id } of (await client.app.hello({})).connections) {
        const { complete, domains } = await client.inventory.snapshot({ connection: id });
        if (complete) sum += domains.length;
      }
      return sum >= count ? true : undefined;
    });
  },

  /** Seconds between ticks for this run. */
  async setStatsInterval(seconds: number): Promise<void> {
    const { client } = await hostPromise;
    const { settings } = await client.app.hello({});
    await client.settings.update({ ...settings, statsInterval: seconds });
    const { connections } = await client.app.hello({});
    await client.stats.watch({ connections: connections.map(({ id }) => id) });
  },

  /** Ticks that come in so many milliseconds. */
  async countTicks(milliseconds: number): Promise<number> {
    const host = await hostPromise;
    let ticks = 0;
    const stop = host.on('statsTick', () => {
      ticks++;
    });
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    stop();
    return ticks;
  },

  /**
   * Adds a connection; milliseconds until the fleet with so many machines in all was painted. The
   * application leaves a mark when it was.
   */
  async untilPainted(uri: string, machines: number): Promise<number> {
    const { client } = await hostPromise;
    const started = performance.now();
    await client.connections.add({ uri });
    return until(`${machines} machines on screen`, async () => {
      const marks = performance.getEntriesByName('fleet-painted');
      const mark = marks.find(
        (entry) => entry instanceof PerformanceMark && isPainted(entry.detail, machines),
      );
      return mark ? mark.startTime - started : undefined;
    });
  },

  /** Bytes and time of whole pictures through the application. */
  async vncThroughput(ref: DomainRef, key: string, milliseconds: number) {
    const [stream, channel] = await graphics(ref, key);
    const result = await pump(stream, await handshake(stream), milliseconds);
    channel.close();
    return result;
  },

  /** Times of answers in the handshake, in milliseconds. */
  async vncLatency(ref: DomainRef, key: string): Promise<number[]> {
    const [stream, channel] = await graphics(ref, key);
    const { answers } = await handshake(stream);
    channel.close();
    return answers;
  },

  /** The address of the window that shows the first such console of a machine and nothing else. */
  async consoleAddress(name: string, kind: 'graphics' | 'text'): Promise<string> {
    const ref = await bench.find(name);
    const key = await bench.consoleKey(ref, kind);
    const address = new URL(window.location.href);
    address.hash = `/console/${[ref.connection, ref.uuid, `${kind}:${key}`].map(encodeURIComponent).join('/')}`;
    return address.href;
  },

  /**
   * Types a letter `count` times into a text console and waits for its echo; milliseconds each. The
   * first is not counted: QEMU looks only once a second whether somebody has opened the console.
   */
  async echo(ref: DomainRef, key: string, count: number, pauseMs: number): Promise<number[]> {
    const { client } = await hostPromise;
    const [stream, channel] = await streamOf(() => client.consoles.openText({ ...ref, key, force: true }));
    const times: number[] = [];
    for (let i = 0; i < count; i++) {
      const started = performance.now();
      stream.send(Uint8Array.of(0x78));
      await stream.read(1);
      times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    channel.close();
    return times.slice(1);
  },

  /** The same for a machine's first text console. */
  async echoOf(name: string, count: number, pauseMs: number): Promise<number[]> {
    const ref = await bench.find(name);
    return bench.echo(ref, await bench.consoleKey(ref, 'text'), count, pauseMs);
  },

  visitConsole,

  startFrames(): void {
    frames.length = 0;
    frame = requestAnimationFrame(nextFrame);
  },

  /** Milliseconds between one picture and the next. */
  stopFrames(): number[] {
    cancelAnimationFrame(frame);
    return frames.slice(1).map((time, index) => time - (frames[index] ?? time));
  },
};

export type BenchWindow = typeof bench;
Object.assign(globalThis, { bench });
