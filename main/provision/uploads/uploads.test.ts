import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Connections } from '../../hypervisor/connections.ts';
import { Jobs } from '../../hypervisor/jobs.ts';
import type { Caller } from '../../ipc/caller.ts';
import { Leftovers } from '../make/leftovers.ts';
import { Uploads } from './uploads.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-uploads-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('begins one upload when it is asked twice before the host has answered', async () => {
  const pool = { name: 'p', active: true, available: 2 ** 30, xml: `<pool type='dir'/>` };
  const answers: Record<string, () => unknown> = {
    listPoolDetails: () => [pool],
    volumeSizes: () => null,
    // What comes after it is not looked at here.
    createVolume: () => new Promise(() => {}),
  };
  const agent = {};
  const host = {
    id: 'c',
    connected: true,
    stopped: false,
    connection: {
      name: 'hv',
      uri: 'test:///',
      agent,
      call: async (name: string) => answers[name]?.(),
    },
  };
  const jobs = new Jobs(() => {});
  const uploads = new Uploads({
    connections: { get: () => host } as unknown as Connections,
    jobs,
    tickets: { issue: () => 'ticket' },
    leftovers: new Leftovers(folder),
  });
  const request = { connection: 'c', pool: 'p', volume: 'a.iso', size: 4096, path: null, modified: 1 };
  const caller = {} as Caller;
  const [first, second] = await Promise.all([uploads.begin(request, caller), uploads.begin(request, caller)]);
  expect(second.id).toBe(first.id);
  expect(jobs.list).toHaveLength(1);
  const other = uploads.begin({ ...request, size: 8192 }, caller);
  await expect(other).rejects.toMatchObject({ kind: 'conflict' });
});
