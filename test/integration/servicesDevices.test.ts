import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addGraphics, addInterface, Domain } from '../../model/index.ts';
import type { TestApp, TestWindow } from './helpers/services/app.ts';
import { machineNamed, openApp, type TestMachine } from './helpers/services/machine.ts';

const MAC = '52:54:00:0a:0b:0c';
const PASSWORD = 'geheim77';

let app: TestApp;
let window: TestWindow;
let connection = '';
let machine: TestMachine;

beforeAll(async () => {
  ({ app, window, connection } = await openApp('test:///default'));
  machine = await machineNamed({ window, connection }, 'test');
});
afterAll(() => app?.stop());

const edit = (change: (domain: Domain) => void) =>
  machine.edit(change, { scope: { saved: true, live: false } });

const definitions = () => machine.definitions();
const display = async () => Domain.parse((await definitions()).saved ?? '').graphics.at(0);

describe('what a host says of its network cards', () => {
  it('names the machines that have an address', async () => {
    await edit((domain) => void addInterface(domain, { type: 'user', mac: MAC.toUpperCase() }));
    const { macs, filters } = await window.client.hosts.networking({ connection });
    expect(macs).toContainEqual({ mac: MAC, uuid: machine.ref.uuid, machine: 'test' });
    // The test driver has no filters, and that is no failure.
    expect(filters).toEqual([]);
  });
});

describe('the password of a display', () => {
  it('is seen as being there, and by nobody', async () => {
    await edit((domain) => void addGraphics(domain, 'vnc', { password: PASSWORD }));
    expect((await display())?.password).toMatch(/^•+$/);
    const { saved, live } = await definitions();
    expect(`${saved}${live}`).not.toContain(PASSWORD);
  });

  it('is not told when it is replaced', async () => {
    const { changes } = await edit((domain) => {
      Object.assign(domain.graphics.at(0) ?? {}, { password: 'another', keymap: 'de' });
    });
    expect(changes.map(({ words }) => words).sort()).toEqual([
      'display vnc: keymap not set -> de',
      'display vnc: password set -> another one',
    ]);
  });

  it('stays when a definition is restored', async () => {
    const [entry] = await window.client.history.list(machine.ref);
    const restored = await window.client.history.restore({
      ...machine.ref,
      id: entry?.id ?? '',
      resolutions: [],
    });
    expect(restored.changes.map(({ words }) => words)).toEqual(['display vnc: keymap de -> not set']);
    expect((await display())?.password).toMatch(/^•+$/);
  });

  it('is not made of the dots that stand for it', async () => {
    const copied = edit((domain) => {
      const there = domain.graphics.at(0);
      addGraphics(domain, 'spice', { password: there?.password ?? null });
    });
    await expect(copied).rejects.toThrow('only dots stand in its place');
  });

  it('can be taken away', async () => {
    await edit((domain) => void Object.assign(domain.graphics.at(0) ?? {}, { password: null }));
    expect((await display())?.password).toBeNull();
  });
});
