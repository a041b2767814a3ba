import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';
import { DEMO_URI, findConnections } from './offers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtdeck-run-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('always offers the demo host, last', async () => {
  const found = await findConnections(folder);
  expect(found.at(-1)).toMatchObject({ uri: DEMO_URI, usable: true });
  expect(found.some((one) => one.uri === 'qemu:///system')).toBe(false);
});

it('finds a daemon that answers', async () => {
  const server = createServer().listen(join(folder, 'virtqemud-sock'));
  await new Promise((resolve) => server.once('listening', resolve));
  const [qemu] = await findConnections(folder);
  expect(qemu).toMatchObject({ uri: 'qemu:///system', usable: true });
  server.close();
});

it('tells a socket that lets nobody in from one that does', async () => {
  writeFileSync(join(folder, 'virtqemud-sock'), '');
  const [qemu] = await findConnections(folder);
  expect(qemu).toMatchObject({ uri: 'qemu:///system', usable: false });
  expect(qemu?.detail).toContain('group libvirt');
});

it('waits longer and longer between attempts, up to a minute', () => {
  const waits = Array.from({ length: 9 }, (_, attempt) => backoffMs(attempt, () => 0) / 1000);
  expect(waits).toEqual([1, 2, 5, 10, 20, 30, 60, 60, 60]);
  expect(backoffMs(0, () => 1)).toBe(1200);
});
