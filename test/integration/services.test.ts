import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ApiError, type DomainAction, type DomainRow, refusal } from '../../contract/index.ts';
import {
  connected,
  failure,
  startApp,
  type TestApp,
  type TestWindow,
  until,
} from './helpers/services/app.ts';

let app: TestApp;
let window: TestWindow;

beforeEach(() => {
  app = startApp();
  window = app.window();
});
afterEach(() => app.stop());

const only = (): DomainRow => [...window.rows.values()][0]!;
const error = async (call: Promise<unknown>) => (await failure(call)) as ApiError;

describe('the demo host', () => {
  let connection = '';
  let uuid = '';
  beforeEach(async () => {
    await app.start(['test:///default']);
    connection = (await connected(window)).id;
    uuid = only().uuid;
  });
  const act = (action: DomainAction) => window.client.domains[action]({ connection, uuid });
  const inState = (state: DomainRow['state'], reason: string) =>
    until(`${state} (${reason})`, () => only().state === state && only().reason === reason);

  it('shows its machine as libvirt describes it', async () => {
    expect(only()).toMatchObject({ name: 'test', state: 'running', persistent: true, autostart: false });
    await until('what the list does not tell', () => only().memoryKiB === 2097152 && only().title !== null);
    expect(only()).toMatchObject({ vcpus: 2, title: '', description: '', tags: [], os: '' });
    const { host } = [...window.connections.values()][0]!;
    expect(host).toMatchObject({ driver: 'TEST', uri: 'test:///default', cpus: 16, memoryKiB: 3145728 });
  });

  it('goes through every state, and each action is told in words', async () => {
    await act('suspend');
    await inState('paused', 'user');
    await act('resume');
    await inState('running', 'unpaused');
    await act('reboot');
    await act('destroy');
    await inState('shutoff', 'destroyed');
    expect(only().id).toBeNull();
    await act('start');
    await inState('running', 'booted');
    expect(only().id).toBeGreaterThan(0);
    await act('shutdown');
    await inState('shutoff', 'shutdown');
    const events = await window.client.domains.events({ connection, uuid });
    const messages = events.map((event) => event.message);
    expect(messages).toEqual(
      expect.arrayContaining(['Paused (by a user)', 'Resumed', 'Stopped (forced off)', 'Started (booted)']),
    );
    const told = window.told.filter((one) => one.name === 'domainEvent').map((one) => one.payload);
    expect(told).toEqual(events);
  });

  it('refuses what is not possible with the words that the UI shows', async () => {
    const context = { connected: true, readOnly: false };
    for (const action of ['start', 'resume'] as const) {
      const why = refusal(action, only(), context);
      expect((await error(act(action))).message).toContain(why);
    }
    await act('destroy');
    await inState('shutoff', 'destroyed');
    for (const action of ['shutdown', 'reboot', 'reset', 'destroy', 'suspend', 'resume'] as const) {
      expect(await error(act(action))).toMatchObject({ kind: 'conflict' });
    }
  });

  it('names machine and host when libvirt itself refuses', async () => {
    // Both are possible when they are asked for; one of them comes too late.
    const results = await Promise.allSettled([act('destroy'), act('destroy')]);
    const late = results.find((one) => one.status === 'rejected');
    const refused = late?.reason as ApiError | undefined;
    expect(refused?.kind).toBe('conflict');
    expect(refused?.message).toMatch(/^Forcing off test on .+ failed: .*not running/);
    expect(refused?.libvirt).toMatchObject({ code: 55 });
  });

  it('sets autostart, for which there is no event', async () => {
    await window.client.domains.setAutostart({ connection, uuid, autostart: true });
    await until('autostart', () => only().autostart);
    await window.client.domains.setAutostart({ connection, uuid, autostart: false });
    await until('no autostart', () => !only().autostart);
  });

  it('gives the XML, anew after a change', async () => {
    const xml = async (inactive: boolean) =>
      (await window.client.domains.xml({ connection, uuid, inactive })).xml;
    expect(await xml(false)).toMatch(/^<domain type='test' id='\d+'>/);
    expect(await xml(true)).toMatch(/^<domain type='test'>/);
    await act('destroy');
    await inState('shutoff', 'destroyed');
    expect(await xml(false)).toMatch(/^<domain type='test'>/);
  });

  it('lists pools, volumes and networks', async () => {
    const [pool] = await window.client.storage.pools({ connection });
    expect(pool).toMatchObject({ name: 'default-pool', type: 'dir', active: true, path: '/default-pool' });
    expect(await window.client.storage.volumes({ connection, pool: 'default-pool', refresh: true })).toEqual(
      [],
    );
    const [network] = await window.client.networks.list({ connection });
    expect(network).toMatchObject({ name: 'default', active: true, persistent: true });
    const missing = await error(window.client.storage.volumes({ connection, pool: 'nope', refresh: false }));
    expect(missing.kind).toBe('not-found');
    expect(missing.message).toContain('pool nope');
  });

  it('says that simulated machines have no consoles', async () => {
    const consoles = await window.client.consoles.list({ connection, uuid });
    for (const one of consoles) expect(one.refusal).toContain('simulated');
    const opened = error(window.client.consoles.openText({ connection, uuid, key: 'serial0', force: false }));
    expect((await opened).kind).toMatch(/not-found|unsupported/);
  });

  it('knows no machine that does not exist', async () => {
    const missing = { connection, uuid: '00000000-0000-0000-0000-000000000000' };
    expect((await error(window.client.domains.start(missing))).kind).toBe('not-found');
    expect((await error(window.client.domains.xml({ ...missing, inactive: false }))).kind).toBe('not-found');
    expect((await error(window.client.domains.start({ connection: 'nope', uuid }))).kind).toBe('not-found');
  });

  it('gives a window that comes later the same picture', async () => {
    const later = app.window();
    const hello = await later.client.app.hello({});
    expect(hello.connections).toHaveLength(1);
    expect(hello.capabilities.libvirtVersion).toMatch(/^\d+\.\d+\.\d+$/);
    const snapshot = await later.client.inventory.snapshot({ connection });
    expect(snapshot).toMatchObject({ complete: true, domains: [{ uuid, name: 'test' }] });
  });

  it('is replaced when its agent is killed: marked lost, opened again, and no row is gone meanwhile', async () => {
    const before = only();
    const pid = app.agents[0]?.pid ?? 0;
    process.kill(pid, 'SIGKILL');
    const lost = await until('lost', () =>
      [...window.connections.values()].find((one) => one.status === 'lost' || one.status === 'reconnecting'),
    );
    expect(lost.error).toMatchObject({ kind: 'unavailable' });
    expect(only().name).toBe(before.name);
    expect((await error(act('suspend'))).kind).toBe('unavailable');
    await connected(window);
    expect(app.agents).toHaveLength(2);
    await act('suspend');
    await inState('paused', 'user');
  });

  it('is closed and opened by the user', async () => {
    await window.client.connections.close({ connection });
    expect(window.connections.get(connection)).toMatchObject({ status: 'disconnected', error: null });
    expect(window.rows.size).toBe(0);
    expect((await error(act('suspend'))).kind).toBe('not-found');
    await window.client.connections.open({ connection });
    await connected(window);
    expect(only().name).toBe('test');
  });
});

describe('connections', () => {
  it('falls back to the demo host only when there is nothing else', async () => {
    await app.start([]);
    expect((await connected(window)).settings.uri).toBe('test:///default');
    expect((await window.client.connections.offers({})).map((one) => one.uri)).not.toContain(
      'test:///default',
    );
  });

  it('are saved, opened at the next start, and forgotten when removed', async () => {
    const added = await window.client.connections.add({ uri: ' test:///default ', name: 'Demo' });
    expect(added).toMatchObject({ saved: true, settings: { uri: 'test:///default', autoConnect: true } });
    await connected(window);
    expect((await error(window.client.connections.add({ uri: 'test:///default' }))).kind).toBe('exists');
    const updated = await window.client.connections.update({
      connection: added.id,
      settings: { ...added.settings, readOnly: true },
    });
    expect(updated.readOnly).toBe(true);
    await until('reconnected', () => app.agents.length === 2);
    await connected(window);
    const denied = await error(window.client.domains.suspend({ connection: added.id, uuid: only().uuid }));
    expect(denied).toMatchObject({ kind: 'denied' });
    await app.stop({ keepFolder: true });

    const second = startApp({ folder: app.folder });
    const again = second.window();
    await second.start([]);
    expect(await connected(again)).toMatchObject({
      id: added.id,
      settings: { name: 'Demo', readOnly: true },
    });
    await again.client.connections.remove({ connection: added.id });
    expect(again.connections.size).toBe(0);
    await second.stop();
  });

  it.each([
    ['nonsense', 'unavailable', /beginning of the URI/],
    ['test:///no/such/file.xml', 'invalid', null],
    ['qemu:///system?socket=/nonexistent/sock', 'unavailable', /No libvirt daemon runs/],
    ['qemu+tcp://127.0.0.1:1/system', 'unavailable', /Nothing answers at/],
    ['qemu+foo://host/system', 'invalid', /transports/],
    ['qemu+tcp://no-such-host.invalid/system', 'unavailable', /Check the spelling of the host name/],
  ])('says what is wrong with %s', async (uri, kind, hint) => {
    await app.start([uri]);
    const failed = await until(
      'the error',
      () => [...window.connections.values()].find((one) => one.error),
      30_000,
    );
    expect(failed.status).toBe('disconnected');
    expect(failed.error).toMatchObject({ kind });
    expect(failed.error?.message).toMatch(/^Connecting to .+ failed: /);
    if (hint) expect(failed.error?.hint).toMatch(hint);
  });

  it('do not wait for one another: one that hangs does not hold up the others', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const hanging = `qemu+tcp://127.0.0.1:${port}/system`;
    await app.start([hanging, 'test:///default']);
    await connected(window);
    const stuck = [...window.connections.values()].find((one) => one.settings.uri === hanging);
    expect(stuck).toMatchObject({ status: 'connecting', stage: 'Opening' });
    await window.client.connections.close({ connection: stuck!.id });
    expect(window.connections.get(stuck!.id)).toMatchObject({ status: 'disconnected', error: null });
    silent.close();
  });
});

describe('settings', () => {
  it('are told to every window, survive a restart, and tell of damage', async () => {
    const other = app.window();
    await window.client.settings.update({ theme: 'dark' });
    await until('the other window knows', () => other.told.some((one) => one.name === 'settingsChanged'));
    await window.client.settings.saveUiState({ columns: ['name'] });
    const file = join(app.folder, 'config', 'interface.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ columns: ['name'] });
    writeFileSync(file, '{');

    const second = startApp({ folder: app.folder });
    const hello = await second.window().client.app.hello({});
    expect(hello).toMatchObject({ settings: { theme: 'dark' }, uiState: {} });
    expect(hello.notices.join()).toContain('interface.json is damaged');
    await second.stop({ keepFolder: true });
  });
});
