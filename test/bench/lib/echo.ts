import type { Duplex } from 'node:stream';
import { sleep } from './numbers.ts';
import { Reader } from './rfb.ts';
import { openInMain } from './stand.ts';

/**
 * Echo of a letter in main, without a window: what libvirt, its daemon and our libvirt process take of the whole. In
 * milliseconds each; the first, which waits for QEMU to notice that somebody is there, is left out.
 */
export async function echoInMain(
  uri: string,
  name: string,
  count: number,
  pauseMs: number,
): Promise<number[]> {
  const stand = await openInMain(uri);
  try {
    const { hypervisor } = stand;
    const row = hypervisor.inventory.snapshot().domains.find((domain) => domain.name === name);
    if (!row) throw new Error(`${name} is not listed`);
    const stream = await hypervisor.connection.agent.openStream({
      kind: 'console',
      uuid: row.uuid,
      device: 'serial0',
      force: true,
    });
    return await echoes(stream, count, pauseMs);
  } finally {
    await stand.close();
  }
}

async function echoes(stream: Duplex, count: number, pauseMs: number): Promise<number[]> {
  const reader = new Reader();
  stream.on('data', (bytes: Buffer) => reader.push(new Uint8Array(bytes)));
  stream.on('error', () => {});
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const started = performance.now();
    stream.write('x');
    await reader.read(1);
    times.push(performance.now() - started);
    await sleep(pauseMs);
  }
  stream.destroy();
  return times.slice(1);
}
