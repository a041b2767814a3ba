import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Job, MachineSpecInput } from '../../contract/index.ts';
import { startApp, type TestApp, type TestWindow, until } from '../integration/helpers/services/app.ts';
import { describeLab } from './vitest.ts';

const NAME = 'copied';
const IMAGE = 'large.img';

describeLab('a disk that libvirt needs its time for', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let connection = '';

  beforeAll(async () => {
    // Content that takes seconds to copy: holes would not.
    await hv1().exec(
      `head -c 800M /dev/urandom > /var/lib/libvirt/images/${IMAGE} && virsh -q pool-refresh default`,
    );
    app = startApp();
    window = app.window();
    await app.start([hv1().uri.unix]);
    const found = () => [...window.connections.values()].find((one) => one.status === 'connected');
    connection = (await until('the connection', found, 60_000)).id;
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
    await hv1().virshAny(['destroy', NAME]);
    await hv1().virshAny(['undefine', NAME]);
    for (const name of [IMAGE, `${NAME}.qcow2`]) await hv1().virshAny(['vol-delete', name, 'default']);
  });

  const told = (id: string): Job[] =>
    window.told.flatMap(({ name, payload }) =>
      name === 'jobChanged' && (payload as Job).id === id ? [payload as Job] : [],
    );
  const ended = (id: string) =>
    until('the end', () => told(id).find(({ endedAt }) => endedAt !== null), 120_000);
  const make = async (): Promise<string> => {
    const spec: MachineSpecInput = {
      connection,
      name: NAME,
      os: null,
      virtType: 'qemu',
      install: {
        method: 'cloud',
        image: { kind: 'volume', pool: 'default', volume: IMAGE },
        disk: 'copy',
        pool: 'default',
        cloudInit: { kind: 'none' },
      },
      memoryMiB: 64,
      vcpus: 1,
      disks: [],
      cards: [],
    };
    return (await window.client.machines.make(spec)).job;
  };

  it('says that libvirt cannot be stopped, waits for it, and removes the disk then', async () => {
    const id = await make();
    await until('the copying', () => told(id).find(({ stage }) => stage.startsWith('Copying')), 60_000);
    await window.client.jobs.cancel({ id });
    const end = await ended(id);
    expect(told(id).map(({ stage }) => stage)).toContain(
      'Waiting: libvirt cannot be stopped while it copies',
    );
    expect(end).toMatchObject({ state: 'cancelled', error: null });
    expect(end.log.at(-1)).toMatch(new RegExp(`^Removed .*${NAME}.* again$`));
    const left = await hv1().virsh(['vol-list', 'default']);
    expect(left).toContain(IMAGE);
    expect(left).not.toContain(NAME);
    expect(await hv1().virsh(['list', '--all', '--name'])).not.toContain(NAME);
  }, 240_000);

  it('tells how far libvirt is', async () => {
    const id = await make();
    const end = await ended(id);
    expect(end).toMatchObject({ state: 'succeeded', error: null });
    const fractions = told(id)
      .filter(({ stage }) => stage.startsWith('Copying'))
      .flatMap(({ fraction }) => fraction ?? []);
    expect(fractions.some((one) => one > 0 && one < 1)).toBe(true);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
  }, 240_000);
});
