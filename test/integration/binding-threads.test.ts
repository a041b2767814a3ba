import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Connect, liveHandles } from '../../main/libvirt/typed/index.ts';

const typed = new URL('../../main/libvirt/typed/index.ts', import.meta.url).href;

let connect: Connect;

beforeEach(() => {
  connect = Connect.open('test:///default');
});

afterEach(() => {
  connect.close();
});

/** Runs a function's body in a worker that has the typed layer as `libvirt`, and gives what it returns. */
function inWorker(body: string, data: unknown): Promise<unknown> {
  const source = `
    const { parentPort, workerData } = require('node:worker_threads');
    import('tsx/esm/api')
      .then(({ tsImport }) => tsImport(${JSON.stringify(typed)}, ${JSON.stringify(import.meta.url)}))
      .then(async (libvirt) => { ${body} })
      .then((result) => parentPort.postMessage(result));`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true, workerData: data });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

describe('threads', () => {
  it('share a connection by its address, each with its own errors', async () => {
    const body = `
      const connect = libvirt.Connect.fromAddress(workerData.address);
      const wrong = new Set();
      for (let round = 0; round < 500; round++) {
        try { connect[workerData.call]('nowhere'); } catch (error) { wrong.add(error.codeName); }
      }
      connect.close();
      return [...wrong];`;
    const calls = ['domainLookupByName', 'networkLookupByName', 'storagePoolLookupByName'];
    const results = calls.map((call) => inWorker(body, { address: connect.address, call }));
    expect(await Promise.all(results)).toEqual([
      ['VIR_ERR_NO_DOMAIN'],
      ['VIR_ERR_NO_NETWORK'],
      ['VIR_ERR_NO_STORAGE_POOL'],
    ]);
    expect(connect.isAlive()).toBe(true);
  });

  it('share a domain by its address', async () => {
    const domain = connect.domainLookupByName('test');
    const body = `
      const domain = libvirt.Domain.fromAddress(workerData);
      const name = domain.getName();
      domain.free();
      return [name, libvirt.liveHandles()];`;
    expect(await inWorker(body, domain.address)).toEqual(['test', {}]);
    expect(domain.getName()).toBe('test');
    domain.free();
    expect(liveHandles()).toEqual({ virConnect: 1 });
  });
});
