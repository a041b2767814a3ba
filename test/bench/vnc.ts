import { connect, type Socket } from 'node:net';
import { startGuest } from './lib/guest.ts';
import { median, rounded } from './lib/numbers.ts';
import { type BenchPage, injectBench, openBenchPage } from './lib/page.ts';
import { type ByteStream, handshake, pump, Reader } from './lib/rfb.ts';
import type { Bench } from './run.ts';

const ROUNDS = 4;
const PUMP_MS = 4000;
const HANDSHAKES = 25;

/**
 * VNC of a real guest: whole pictures read in the page through the application, and by a plain TCP
 * client, in turns. Latency is that of the answers in the handshake, which QEMU gives at once (pictures
 * wait for its refresh timer).
 */
const vnc: Bench = async (emit) => {
  const guest = await startGuest();
  try {
    const { hv, name } = guest;
    const port = 5900 + Number((await hv.virsh(['vncdisplay', name])).trim().split(':').at(-1));
    const bench = await openBenchPage([hv.uri.unix]);
    try {
      await injectBench(bench.page);
      emit({ bench: 'vnc', ...(await measure(bench, name, () => plainStream(hv.address, port))) });
    } finally {
      await bench.close();
    }
  } finally {
    await guest.end();
  }
};

type Open = () => Promise<[ByteStream, Socket]>;

async function measure(bench: BenchPage, name: string, open: Open) {
  const rate = (sum: { bytes: number; milliseconds: number }) =>
    sum.bytes / 1024 / 1024 / (sum.milliseconds / 1000);
  const whole: number[] = [];
  const plain: number[] = [];
  const wholeAnswers: number[] = [];
  const plainAnswers: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    whole.push(rate(await throughApplication(bench, name)));
    plain.push(rate(await throughSocket(open)));
  }
  for (let i = 0; i < HANDSHAKES; i++) {
    wholeAnswers.push(...(await answersOfApplication(bench, name)));
    const [stream, socket] = await open();
    plainAnswers.push(...(await handshake(stream)).answers);
    socket.destroy();
  }
  return {
    mib_s: rounded(median(whole)),
    plain_mib_s: rounded(median(plain)),
    ratio: rounded(median(whole) / median(plain), 2),
    added_latency_ms: rounded(median(wholeAnswers) - median(plainAnswers), 2),
  };
}

function throughApplication({ page }: BenchPage, name: string) {
  return page.evaluate(
    async ([machine, milliseconds]) => {
      const ref = await globalThis.bench.find(machine);
      const key = await globalThis.bench.consoleKey(ref, 'graphics');
      return globalThis.bench.vncThroughput(ref, key, milliseconds);
    },
    [name, PUMP_MS] as const,
  );
}

function answersOfApplication({ page }: BenchPage, name: string): Promise<number[]> {
  return page.evaluate(async (machine) => {
    const ref = await globalThis.bench.find(machine);
    return globalThis.bench.vncLatency(ref, await globalThis.bench.consoleKey(ref, 'graphics'));
  }, name);
}

async function throughSocket(open: Open) {
  const [stream, socket] = await open();
  const result = await pump(stream, await handshake(stream), PUMP_MS);
  socket.destroy();
  return result;
}

/** A plain TCP reader of the guest's display. */
async function plainStream(host: string, port: number): Promise<[ByteStream, Socket]> {
  const socket = connect({ host, port, noDelay: true });
  const reader = new Reader();
  socket.on('data', (bytes: Buffer) => reader.push(new Uint8Array(bytes)));
  socket.on('close', () => reader.end('closed'));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  return [{ send: (bytes) => socket.write(bytes), read: (count) => reader.read(count) }, socket];
}

export default vnc;
