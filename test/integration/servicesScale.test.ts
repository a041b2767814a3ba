import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Events } from '../../contract/index.ts';
import { writeScaleHost } from '../hosts/scale.ts';
import { connected, startApp, type TestApp, type TestWindow, until } from './helpers/services/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'virtdeck-scale-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.each([10, 1000, 3000])('a host with %i machines', (count) => {
  let app: TestApp;
  let window: TestWindow;
  let connection = '';
  let ms = 0;

  beforeAll(async () => {
    const file = join(folder, `${count}.xml`);
    writeScaleHost(file, { domains: count });
    app = startApp();
    window = app.window();
    const started = performance.now();
    await app.start([`test://${file}`]);
    connection = (await connected(window, 20_000)).id;
    ms = performance.now() - started;
  });
  afterAll(() => app.stop());

  it('is listed completely with at most 20 calls', () => {
    expect(window.rows.size).toBe(count);
    const line = app.logged.find((one) => one.includes('machines in')) ?? '';
    const calls = Number(/, (\d+) calls/.exec(line)?.[1]);
    console.log(
      `${count} machines: ${line.replace(/.*: /, '')}, ${Math.round(ms)} ms with starting the agent`,
    );
    expect(calls).toBeGreaterThan(0);
    expect(calls).toBeLessThanOrEqual(20);
    const running = [...window.rows.values()].filter((row) => row.state === 'running');
    expect(running).toHaveLength(Math.floor(count / 2));
    expect(running.every((row) => row.id !== null)).toBe(true);
  });

  it('has titles, memory and vcpus filled in behind', async () => {
    const known = () => [...window.rows.values()].every((row) => row.title !== null && row.memoryKiB > 0);
    await until('everything known', known, 60_000);
    const row = [...window.rows.values()].find((one) => one.name === 'db-0001');
    expect(row).toMatchObject({
      title: 'db of site 2',
      description: 'Generated machine 1',
      vcpus: 2,
      tags: [],
    });
  });

  it('shows an event at once', async () => {
    const off = [...window.rows.values()].filter((row) => row.state === 'shutoff').slice(0, 5);
    const times: number[] = [];
    for (const { uuid } of off) {
      await new Promise((resolve) => setTimeout(resolve, 150));
      const started = performance.now();
      await window.client.domains.start({ connection, uuid });
      await until('the row', () => window.rows.get(uuid)?.state === 'running');
      times.push(performance.now() - started);
    }
    console.log(`${count} machines: call to row ${times.map((one) => Math.round(one)).join(' ')} ms`);
    expect(Math.min(...times)).toBeLessThan(150);
  });

  it('shows 50 events at the same time in few patches', async () => {
    const rows = [...window.rows.values()].filter((row) => row.state === 'running').slice(0, 50);
    const before = window.told.length;
    await Promise.all(rows.map(({ uuid }) => window.client.domains.suspend({ connection, uuid })));
    await until('all paused', () => rows.every(({ uuid }) => window.rows.get(uuid)?.state === 'paused'));
    const patches = window.told.slice(before).filter((one) => one.name === 'inventoryPatch');
    const duration = (patches.at(-1)?.at ?? 0) - (patches[0]?.at ?? 0);
    expect(patches.length).toBeLessThanOrEqual(2 + duration / 95);
    await Promise.all(rows.map(({ uuid }) => window.client.domains.resume({ connection, uuid })));
  });

  it('sends statistics of the running ones while a window looks', async () => {
    await window.client.settings.update({ statsInterval: 1 });
    await window.client.stats.watch({ connections: [connection] });
    const ticks = () => window.told.filter((one) => one.name === 'statsTick');
    await until('ticks', () => ticks().length >= 2);
    const tick = ticks().at(-1)?.payload as Events['statsTick'];
    const active = [...window.rows.values()].filter((row) => row.id !== null).map((row) => row.uuid);
    expect(new Set(tick.rates.map((one) => one.uuid))).toEqual(new Set(active));
    await window.client.stats.watch({ connections: [] });
    const before = ticks().length;
    await new Promise((resolve) => setTimeout(resolve, 1300));
    expect(ticks().length).toBe(before);
  });
});
