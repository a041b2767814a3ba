import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Duplex, PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ConsoleInfo } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import { TextPlace } from './textPlace.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-place-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const SERIAL = { kind: 'text', key: 'serial0', type: 'serial', title: 'Serial 1' } as ConsoleInfo;
const wish = (name: string) => ({ folder, name, chosen: null, plain: false });

/** A running machine whose device opens when the test says so. */
function standing() {
  const opening: ((device: Duplex) => void)[] = [];
  const openStream = () => new Promise<Duplex>((resolve) => opening.push(resolve));
  const row = { name: 'vm', id: 1, state: 'running' };
  const host = {
    id: 'c',
    connected: true,
    row: () => row,
    inventory: { row: () => row },
    connection: { name: 'hv', uri: 'qemu:///system', doing: () => 'Opening vm', agent: { openStream } },
  } as unknown as Hypervisor;
  return { place: new TextPlace(host, 'u', SERIAL, () => {}), opening };
}

describe('TextPlace', () => {
  it('lets go of a device that was opened for a log which was stopped meanwhile', async () => {
    const { place, opening } = standing();
    await place.startLog(wish('one'));
    await vi.waitFor(() => expect(opening).toHaveLength(1), { timeout: 20_000 });
    await place.stopLog();
    const device = new PassThrough();
    opening[0]!(device);
    await vi.waitFor(() => expect(device.destroyed).toBe(true), { timeout: 20_000 });
  });

  it('writes one log, also when two are asked for at once', async () => {
    const { place } = standing();
    const begun = await Promise.allSettled([place.startLog(wish('one')), place.startLog(wish('two'))]);
    expect(begun.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(readdirSync(folder)).toEqual(['one.log']);
    await place.stop();
  });
});
