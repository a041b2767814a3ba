import { readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ByteChannel, ConsoleInfo, DomainRef } from '../../contract/index.ts';
import { privateMiB } from '../bench/lib/processes.ts';
import { startApp, type TestApp, type TestWindow } from '../integration/helpers/services/app.ts';
import { guestXml } from './guest/domain.ts';
import { until } from './lab/run.ts';
import { describeLab } from './vitest.ts';

const CYCLES = 500;
/** Until then caches and heaps fill. */
const WARM = 100;
/** The agent's heap breathes by so much, in MiB. */
const BREATH_MIB = 6;

const DEVICES = `
  <serial type='tcp'><source mode='bind' host='127.0.0.1' service='4555'/><protocol type='raw'/><target port='1'/></serial>
  <serial type='file'><source path='/tmp/serial.txt'/><target port='2'/></serial>
  <serial type='unix'><source mode='bind' path='/tmp/serial.sock'/><target port='3'/></serial>
  <parallel type='pty'><target port='0'/></parallel>
  <console type='pty'><target type='virtio' port='1'/></console>
  <channel type='unix'><target type='virtio' name='org.example.shell'/></channel>
  <channel type='pty'><target type='virtio' name='org.example.pty'/></channel>`;

const CONTAINER = `<domain type='lxc'>
  <name>box</name>
  <memory unit='MiB'>64</memory>
  <os><type>exe</type><init>/bin/sh</init></os>
  <devices><console type='pty'/></devices>
</domain>
`;

describeLab('text consoles', { hosts: 1, cgroups: true }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  beforeAll(async () => {
    app = startApp();
    window = app.window();
    await app.start([hv1().uri.unix, hv1().uri.unix.replace('qemu', 'lxc')]);
    await until('both drivers', () =>
      [...window.connections.values()].every(({ status }) => status === 'connected'),
    );
    // Paused, its firmware never runs and costs nothing; its devices are there all the same.
    await hv1().define(guestXml({ name: 'still', memory: 32, devices: DEVICES }));
    await hv1().virsh(['start', 'still', '--paused']);
  }, 120_000);
  afterAll(() => app?.stop());

  async function find(name: string): Promise<DomainRef> {
    return await until(name, async (): Promise<DomainRef | undefined> => {
      for (const connection of window.connections.keys()) {
        const { domains } = await window.client.inventory.snapshot({ connection });
        const row = domains.find((one) => one.name === name && one.id !== null);
        if (row) return { connection, uuid: row.uuid };
      }
      return undefined;
    });
  }

  async function open(ref: DomainRef, key: string): Promise<{ channel: ByteChannel; text: () => string }> {
    const { ticket } = await window.client.consoles.openText({ ...ref, key, force: false });
    const channel = await window.openBytes(ticket);
    let text = '';
    channel.onData((bytes) => {
      text += Buffer.from(bytes).toString();
    });
    return { channel, text: () => text };
  }

  it('are those that libvirt opens; of the others it says the same', async () => {
    const ref = await find('still');
    const list = (await window.client.consoles.list(ref)).filter(({ kind }) => kind === 'text');
    expect(list.map(({ title, refusal }) => [title, refusal === null])).toEqual([
      ['Serial 1', true],
      ['Serial 2', false],
      ['Serial 3', false],
      ['Serial 4', false],
      ['Parallel 1', true],
      ['Console 1', true],
      ['Channel org.example.shell', true],
      ['Channel org.example.pty', false],
    ]);
    for (const { key, refusal } of list) {
      if (refusal === null) {
        const { channel } = await open(ref, key);
        expect(channel.open).toBe(true);
        channel.close();
      } else await expect(open(ref, key)).rejects.toThrow(/is not possible/);
    }
    for (const { key } of list.filter(isRefusedPort)) {
      const said = await hv1().execAny(
        `timeout 5 script -qec 'virsh -q console still --devname ${key}' /dev/null`,
      );
      expect(JSON.stringify(said)).toContain('is not using a PTY');
    }
  });

  it('of a channel that is busy can be taken over too', async () => {
    const ref = await find('still');
    const key = 'org.example.shell';
    const list = await window.client.consoles.list(ref);
    const channelKey = list.find(({ title }) => title.endsWith(key))?.key ?? '';
    const first = await open(ref, channelKey);
    const other = app.window();
    await expect(
      other.client.consoles.openText({ ...ref, key: channelKey, force: false }),
    ).rejects.toMatchObject({ kind: 'conflict' });
    const { ticket } = await other.client.consoles.openText({ ...ref, key: channelKey, force: true });
    const second = await other.openBytes(ticket);
    let why = '';
    first.channel.onClose(({ kind }) => {
      why = kind;
    });
    await until('the first one is told', () => why === 'taken-over');
    expect(second.open).toBe(true);
    second.close();
  });

  it('are given again to the window that had them before it has said that it left', async () => {
    const ref = await find('still');
    const first = await open(ref, 'serial0');
    let why = '';
    first.channel.onClose(({ kind }) => {
      why = kind;
    });
    const second = await open(ref, 'serial0');
    await until('the first one is told', () => why === 'taken-over');
    expect(second.channel.open).toBe(true);
    second.channel.close();
  });

  it('of a container is its shell, and takes text', async () => {
    const { version, names } = await hv1().controllers();
    const needed = { 0: ['any'], 1: ['cpuacct', 'devices', 'memory'], 2: ['memory'] }[version];
    writeFileSync(join(hv1().folder, 'tmp/box.xml'), CONTAINER);
    const created = hv1().exec('virsh -q -c lxc:///system create /tmp/box.xml');
    if (!needed.every((name) => names.includes(name))) {
      await expect(created).rejects.toThrow(/cgroup/);
      return;
    }
    await created;
    const ref = await find('box');
    const [console] = await window.client.consoles.list(ref);
    expect(console).toMatchObject({ kind: 'text', title: 'Console 1', refusal: null });
    const first = await open(ref, console?.key ?? '');
    await until('the answer', async () => {
      first.channel.send(Buffer.from('echo $((6*7))grüße\n'));
      await new Promise((resolve) => setTimeout(resolve, 300));
      return first.text().includes('42grüße') || undefined;
    });
    // libvirt would let anybody in; Virtdeck's own windows ask each other.
    const other = app.window();
    const again = { ...ref, key: console?.key ?? '' };
    await expect(other.client.consoles.openText({ ...again, force: false })).rejects.toMatchObject({
      kind: 'conflict',
    });
    const { ticket } = await other.client.consoles.openText({ ...again, force: true });
    const second = await other.openBytes(ticket);
    second.close();
    await hv1().exec('virsh -q -c lxc:///system destroy box');
  });

  it(`open and close ${CYCLES} times without growth`, async () => {
    const ref = await find('still');
    const agent = app.agents.map(({ pid }) => pid ?? 0);
    const measure = () => ({
      agents: agent.map(descriptors),
      main: descriptors(process.pid),
      mib: agent.reduce((sum, pid) => sum + privateMiB(pid), 0),
    });
    let before = measure();
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      if (cycle === WARM) before = await settled(measure);
      const { channel } = await open(ref, 'serial0');
      expect(channel.open).toBe(true);
      channel.close({ kind: 'cancelled', message: '' });
    }
    const after = await settled(measure);
    console.info(`after ${CYCLES} cycles: ${JSON.stringify({ before, after })}`);
    expect(after.agents).toEqual(before.agents);
    expect(after.main).toBeLessThanOrEqual(before.main);
    expect(after.mib - before.mib).toBeLessThan(BREATH_MIB);
    const last = await open(ref, 'serial0');
    last.channel.close();
  }, 300_000);

  it('are let go of when their connection is removed, and so are their logs', async () => {
    const ref = await find('still');
    const device = { ...ref, key: 'serial0' };
    const { channel } = await open(ref, device.key);
    const wish = { name: 'removed', choose: false, plain: false };
    const path = (await window.client.consoles.startLog({ ...device, ...wish }))?.path ?? '';
    channel.close();
    expect(openPaths()).toContain(path);
    await window.client.connections.remove({ connection: ref.connection });
    await until('the log to be closed', () => !openPaths().includes(path));
  });
});

function isRefusedPort({ refusal, type }: ConsoleInfo): boolean {
  return refusal !== null && type === 'serial';
}

function descriptors(pid: number): number {
  return readdirSync(`/proc/${pid}/fd`).length;
}

/** The files that this process, which is main here, has open. */
function openPaths(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)];
    } catch {
      return [];
    }
  });
}

/** A measurement after what was closed has gone. */
async function settled<T extends { agents: number[]; main: number }>(measure: () => T): Promise<T> {
  let last = measure();
  for (let same = 0; same < 4; ) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = measure();
    same = JSON.stringify([now.agents, now.main]) === JSON.stringify([last.agents, last.main]) ? same + 1 : 0;
    last = now;
  }
  return last;
}
