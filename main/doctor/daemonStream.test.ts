import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { openDaemon } from './daemonStream.ts';
import type { Patient } from './patient.ts';

it('leaves nothing open at a host that takes a connection and says nothing', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const tls = { files: {}, problems: [], authorities: [], client: null };
  const patient = { parts: { host: '127.0.0.1' }, port, way: 'tls', tls } as unknown as Patient;
  const giveUp = new AbortController();
  const opening = openDaemon(patient, giveUp.signal);
  const [socket] = (await once(server, 'connection')) as [Socket];
  socket.on('error', () => {}).resume();
  const closed = once(socket, 'close');
  giveUp.abort();
  await expect(opening).rejects.toThrow(/abort/i);
  await closed;
  server.close();
});
