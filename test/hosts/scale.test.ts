import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { virshEnvironment } from './lab/host.ts';
import { run } from './lab/run.ts';
import { scaleXml, writeScaleHost } from './scale.ts';

const folder = mkdtempSync(join(tmpdir(), 'virtdeck-scale-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

it.each([1, 100, 3000])('makes a host with %d machines, half of them running', async (domains) => {
  const options = { domains, networks: 7, pools: 3, volumes: 11 };
  const uri = writeScaleHost(join(folder, `${domains}.xml`), options);
  const virsh = async (...words: string[]) =>
    lines(await run('virsh', ['-q', '-c', uri, ...words], { env: virshEnvironment(folder) }));
  expect(await virsh('list', '--all')).toHaveLength(domains);
  expect(await virsh('list', '--state-running')).toHaveLength(Math.floor(domains / 2));
  expect(await virsh('net-list', '--all')).toHaveLength(7);
  expect(await virsh('pool-list', '--all')).toHaveLength(3);
  expect(await virsh('vol-list', 'pool-0002')).toHaveLength(11);
});

it('makes the same host from the same options, and other shares of running ones', () => {
  expect(scaleXml({ domains: 50 })).toBe(scaleXml({ domains: 50 }));
  const stopped = (running: number) => scaleXml({ domains: 100, running }).match(/runstate/g)?.length ?? 0;
  expect([stopped(0), stopped(0.25), stopped(1)]).toEqual([200, 150, 0]);
});
