import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Domain } from '../../model/index.ts';
import type { TestApp, TestWindow } from './helpers/services/app.ts';
import { machineNamed, openApp, type TestMachine } from './helpers/services/machine.ts';

let app: TestApp;
let window: TestWindow;
let connection = '';
let machine: TestMachine;

beforeAll(async () => {
  ({ app, window, connection } = await openApp('test:///default'));
  machine = await machineNamed({ window, connection }, 'test');
});
afterAll(() => app?.stop());

const definitions = () => machine.definitions();

async function saved(): Promise<string> {
  const { saved: xml } = await definitions();
  return xml ?? '';
}

const history = () => window.client.history.list(machine.ref);

describe('editing a machine of the test driver', () => {
  it('changes what was asked, where it can be, and nothing else', async () => {
    const before = await definitions();
    const result = await machine.edit((domain) => {
      domain.title = 'Changed';
      domain.memory = 16 * 1024 ** 3;
      domain.currentMemory = 1024 ** 3;
    });
    expect(result.conflicts).toEqual([]);
    expect(result.changes.map(({ key, saved: kept, live }) => [key, kept, live])).toEqual([
      ['title', 'done', 'done'],
      ['memory', 'done', 'next-boot'],
      ['currentMemory', 'done', 'done'],
    ]);
    const after = await definitions();
    const expected = Domain.parse(before.saved ?? '');
    expected.title = 'Changed';
    expected.memory = 16 * 1024 ** 3;
    expected.currentMemory = 1024 ** 3;
    expect(after.saved).toBe(expected.toXml());
    const running = Domain.parse(before.live ?? '');
    running.title = 'Changed';
    running.currentMemory = 1024 ** 3;
    expect(after.live).toBe(running.toXml());
  });

  it('says that nothing was done where nothing was changed', async () => {
    const entries = (await history()).length;
    expect(await machine.edit(() => {})).toEqual({ changes: [], conflicts: [], refused: null });
    expect(await history()).toHaveLength(entries);
  });

  it('keeps what it replaces, and gives it back by field', async () => {
    const first = await saved();
    await machine.edit((domain) => {
      domain.description = 'a new description';
    });
    const [entry] = await history();
    expect(entry).toMatchObject({ cause: 'Test', by: 'virtdeck', name: 'test' });
    const ref = { ...machine.ref, id: entry?.id ?? '' };
    expect((await window.client.history.xml(ref)).xml).toBe(first);
    const result = await window.client.history.restore({ ...ref });
    expect(result.changes).toMatchObject([{ key: 'description', saved: 'done' }]);
    expect(await saved()).toBe(first);
    await expect(window.client.history.xml({ ...ref, id: '../../x' })).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('takes over what somebody else changed meanwhile', async () => {
    const base = await saved();
    await machine.edit((domain) => {
      domain.onCrash = 'preserve';
    });
    const result = await machine.edit(
      (domain) => {
        domain.vcpu = 4;
      },
      { base },
    );
    expect(result).toMatchObject({ conflicts: [], changes: [{ key: 'vcpu', saved: 'done' }] });
    const now = Domain.parse(await saved());
    expect([now.vcpu, now.onCrash]).toEqual([4, 'preserve']);
  });

  it('changes nothing where both changed the same, until it is said whose counts', async () => {
    const base = await saved();
    const was = Domain.parse(base).title;
    const theirs = (domain: Domain) => {
      domain.title = 'Theirs';
    };
    const ours = (domain: Domain) => {
      domain.title = 'Ours';
      domain.onReboot = 'destroy';
    };
    await machine.edit(theirs);
    const refused = await machine.edit(ours, { base });
    expect(refused).toEqual({
      changes: [],
      refused: null,
      conflicts: [{ key: 'title', words: 'title', base: was, theirs: 'Theirs', ours: 'Ours' }],
    });
    expect(Domain.parse(await saved())).toMatchObject({ title: 'Theirs', onReboot: 'restart' });
    await machine.edit(ours, { base, resolutions: [{ key: 'title', take: 'theirs' }] });
    expect(Domain.parse(await saved())).toMatchObject({ title: 'Theirs', onReboot: 'destroy' });
    await machine.edit(ours, { base, resolutions: [{ key: 'title', take: 'ours' }] });
    expect(Domain.parse(await saved()).title).toBe('Ours');
  });

  it('renames only while the machine is off, and never changes the UUID', async () => {
    const rename = (name: string) => (domain: Domain) => {
      domain.name = name;
    };
    const running = await machine.edit(rename('other'));
    expect(running.changes).toMatchObject([{ key: 'name', saved: 'failed', live: 'never' }]);
    expect(running.changes[0]?.problem).toContain('only while it is off');
    const other = await machine.edit((domain) => {
      domain.uuid = '11111111-2222-3333-4444-555555555555';
    });
    expect(other.changes).toMatchObject([{ key: 'uuid', saved: 'failed' }]);
  });

  it('refuses what cannot be read, saying where, and machines that do not exist', async () => {
    const base = await saved();
    const broken = { ...machine.ref, base, scope: { saved: true, live: true }, cause: 'Test' };
    await expect(
      window.client.editing.apply({ ...broken, proposed: '<domain>\n<name>x</nam></domain>' }),
    ).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('line 2') });
    const nobody = '11111111-2222-3333-4444-555555555555';
    await expect(
      window.client.editing.apply({ ...broken, uuid: nobody, proposed: base }),
    ).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('tells what libvirt’s schema says, and changes nothing then', async () => {
    const before = await saved();
    const result = await machine.edit((domain) => domain.set('devices/disk[1]/nonsense/@x', 'y'));
    expect(result.changes).toEqual([]);
    expect(result.refused?.message).toBeTruthy();
    expect(result.refused?.mayForce).toBe(false);
    expect(await saved()).toBe(before);
  });
});

describe('questions of the forms', () => {
  it('are answered where the driver can', async () => {
    const ask = { connection, type: 'test', arch: 'i686', machine: null, emulator: null };
    const { xml } = await window.client.hosts.domainCapabilities(ask);
    expect(xml === null || xml.includes('<domainCapabilities')).toBe(true);
  });

  it('tell the host’s devices', async () => {
    const devices = await window.client.hosts.nodeDevices({ connection, kinds: ['scsi-host', 'net'] });
    expect(devices.length).toBeGreaterThan(0);
    expect(devices[0]).toMatchObject({ usedBy: [] });
    expect(devices.every(({ xml }) => xml.startsWith('<device>'))).toBe(true);
  });
});
