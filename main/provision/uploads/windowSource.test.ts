import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import type { ByteChannel } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { WindowSource } from './windowSource.ts';

it('sends nothing more when it is cancelled while the stream to the host is opened', async () => {
  const source = new WindowSource(8);
  let take: (bytes: Uint8Array) => unknown = () => {};
  source.accept({
    onData: (listener: typeof take) => {
      take = listener;
    },
    onClose: () => {},
    close: () => {},
  } as unknown as ByteChannel);
  take(new Uint8Array(8));
  const giveUp = new AbortController();
  const stream = new PassThrough();
  const openStream = async () => {
    giveUp.abort();
    return stream;
  };
  const host = {
    connection: { name: 'hv', uri: 'test:///', agent: { openStream } },
  } as unknown as Hypervisor;
  const target = { pool: 'p', volume: 'v', sparse: false };
  const options = { signal: giveUp.signal, progress: () => {}, waiting: () => {} };
  await expect(source.send(host, target, 0, options)).rejects.toMatchObject({ kind: 'cancelled' });
  expect(stream.readableLength).toBe(0);
  expect(stream.destroyed).toBe(true);
});
