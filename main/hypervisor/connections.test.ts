import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ConnectionSettings } from '../../contract/index.ts';
import type { ConnectionsDeps } from './connections.ts';
import { Connections } from './connections.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-connections-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An agent that does nothing until it is closed. */
function fork() {
  let ended = (_exit: { code: number; signal: null }): void => {};
  return {
    pid: 1,
    send: (message: object) => {
      if ('type' in message && message.type === 'close') ended({ code: 0, signal: null });
    },
    onMessage: () => {},
    onExit: (listener: typeof ended) => {
      ended = listener;
    },
    kill: () => ended({ code: 0, signal: null }),
  };
}

it('opens nothing for a connection that is removed while its change is being carried out', async () => {
  const settings = ConnectionSettings.parse({ uri: 'qemu+ssh://one/system' });
  const prepare = vi.fn(() => new Promise<never>(() => {}));
  const connections = new Connections({
    settings: { connections: [{ id: 'c', settings }], setConnections: async () => {} },
    processHost: { fork },
    remote: { prepare, release: async () => {} },
    keychain: { endPlace: () => {} },
    emit: () => {},
    dataFolder: folder,
    log: () => {},
    onAvailability: () => {},
  } as unknown as ConnectionsDeps);
  connections.get('c').connection.open();
  await vi.waitFor(() => expect(prepare).toHaveBeenCalledTimes(1));
  const { connection } = connections.get('c');
  const changing = connections.update('c', { ...settings, uri: 'qemu+ssh://two/system' });
  await Promise.all([changing, connections.remove('c')]);
  expect(connection.wanted).toBe(false);
});
