import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Events, HostDetails, ShowTarget } from '../../contract/index.ts';
import { Capabilities } from '../../model/index.ts';
import { connected, startApp, type TestApp, type TestWindow, until } from './helpers/services/app.ts';

let app: TestApp;
let window: TestWindow;

beforeEach(() => {
  app = startApp();
  window = app.window();
});
afterEach(() => app.stop());

const told = <N extends keyof Events>(name: N) =>
  window.told.filter((one) => one.name === name).map((one) => one.payload as Events[N]);

/** A piece's value; undefined where it is missing. */
function value<T>(piece: { value: T } | { missing: unknown }): T | undefined {
  return 'value' in piece ? piece.value : undefined;
}

describe('hosts.details', () => {
  let details: HostDetails;
  beforeEach(async () => {
    await app.start(['test:///default']);
    details = await window.client.hosts.details({ connection: (await connected(window)).id });
  });

  it('tells everything that the demo host knows', () => {
    expect(details).toMatchObject({ uri: 'test:///default', driver: 'TEST' });
    expect(value(details.node)).toMatchObject({ arch: 'i686', cpus: 16, cells: 2, memoryKiB: 3145728 });
    expect(value(details.daemonVersion)).toMatch(/^\d+\.\d+\.\d+$/);
    expect(value(details.libraryVersion)).toBe(value(details.daemonVersion));
    expect(value(details.alive)).toBe(true);
    expect(value(details.cellMemory)).toEqual([
      { cell: 0, freeBytes: expect.any(Number) },
      { cell: 1, freeBytes: expect.any(Number) },
    ]);
    expect(value(details.sysinfo)).toContain('<sysinfo');
    expect(Capabilities.parse(value(details.capabilities) ?? '').host.cells.length).toBe(2);
  });

  it('says why a piece is missing, instead of failing', () => {
    expect(details.cpuFeatures).toEqual({
      missing: { unsupported: false, reason: expect.stringContaining('CPU model') },
    });
  });
});

it("sends the host's load in the ticks of its machines", async () => {
  await app.start(['test:///default']);
  const { id } = await connected(window);
  await window.client.settings.update({ statsInterval: 1 });
  await window.client.stats.watch({ connections: [id] });
  const ticks = () => told('statsTick');
  await until('two ticks', () => ticks().length >= 2);
  const { host, rates } = ticks().at(-1) ?? {};
  expect(rates).toHaveLength(1);
  // The test driver counts CPU time, and says nothing of memory.
  expect(host).toMatchObject({ memoryUsedKiB: null, memoryTotalKiB: null });
  expect(host?.cpu === null || (host?.cpu ?? -1) >= 0).toBe(true);
});

describe('connections.diagnose', () => {
  it('tells each step when it begins and ends, and the whole in the end', async () => {
    const found = await window.client.connections.diagnose({
      run: 'r1',
      uri: 'test:///default',
      readOnly: false,
    });
    expect(found.verdict).toBe('warning');
    const steps = told('diagnosisStep');
    expect(steps.every(({ run }) => run === 'r1')).toBe(true);
    const running = steps.filter(({ step }) => step.status === 'running').map(({ step }) => step.id);
    expect(running).toEqual(found.steps.map(({ id }) => id));
    expect(running).toEqual([
      'address',
      'client',
      'connection',
      'versions',
      'capabilities',
      'network',
      'pool',
    ]);
    await until('the agent to end', () => app.agents.length === 1 && !isAlive(app.agents[0]?.pid));
  });

  it('does not tell other windows, and ends when it is told to', async () => {
    const other = app.window();
    const started = performance.now();
    // It takes connections, and then says nothing.
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    onTestFinished(() => void silent.close());
    const { port } = silent.address() as AddressInfo;
    const wish = { run: 'x', uri: `qemu+tcp://127.0.0.1:${port}/system`, readOnly: false };
    const asked = window.client.connections.diagnose(wish);
    await until('the daemon to be asked', () =>
      told('diagnosisStep').some(({ step }) => step.id === 'daemon' && step.status === 'running'),
    );
    await expect(window.client.connections.diagnose(wish)).rejects.toMatchObject({ kind: 'exists' });
    await window.client.connections.stopDiagnosis({ run: 'x' });
    expect(await asked).toMatchObject({ verdict: expect.stringMatching(/cancelled|bad/) });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(other.told.filter((one) => one.name === 'diagnosisStep')).toEqual([]);
    await window.client.connections.stopDiagnosis({ run: 'unknown' });
  });
});

describe('what a start asks to be shown', () => {
  const hello = () => window.client.app.hello({});

  it('is told to the first window, once', async () => {
    const early = startApp();
    try {
      await early.start(['test:///default'], { kind: 'new' });
      const first = early.window();
      const { show, connections } = await first.client.app.hello({});
      expect(show).toMatchObject({ page: 'new', connection: connections[0]?.id, domain: null });
      expect((await first.client.app.hello({})).show).toBeNull();
    } finally {
      await early.stop();
    }
  });

  it('is the console of a machine, as soon as its host is read', async () => {
    await app.start(['test:///default'], { kind: 'console', machine: 'test' });
    const shown = await until('the console', () => told('show').at(-1));
    const { id } = await connected(window);
    expect(shown).toMatchObject({ page: 'console', connection: id, domain: [...window.rows.keys()][0] });
  });

  it('is a host that is opened, or a notice about what there is not', async () => {
    await hello();
    await app.show([], { kind: 'host', uri: 'test:///default' });
    const shown: ShowTarget | undefined = told('show').at(-1);
    expect(shown).toMatchObject({ page: 'host', domain: null });
    expect((await connected(window)).id).toBe(shown?.connection);
    await app.show(['test:///default'], { kind: 'console', machine: 'nobody' });
    expect(told('notice').at(-1)?.message).toContain('no machine called "nobody" on');
    expect((await hello()).notices).toContain(told('notice').at(-1)?.message);
  });
});

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
