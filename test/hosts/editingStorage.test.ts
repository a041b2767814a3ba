import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { MachineEditInput } from '../../contract/index.ts';
import { addDisk, Domain } from '../../model/index.ts';
import type { TestApp, TestWindow } from '../integration/helpers/services/app.ts';
import { machineNamed, openApp, type TestMachine } from '../integration/helpers/services/machine.ts';
import { guestXml } from './guest/domain.ts';
import { describeLab } from './vitest.ts';

const MIB = 1024 ** 2;
const IMAGES = '/var/lib/libvirt/images';

describeLab('storage that is made and deleted together with an edit', { hosts: 1 }, (lab) => {
  const hv1 = () => lab().host('hv1');
  let app: TestApp;
  let window: TestWindow;
  let connection = '';
  let machine: TestMachine;

  beforeAll(async () => {
    await hv1().exec(`qemu-img create -q -f qcow2 ${IMAGES}/shared.qcow2 8M`);
    const disks = [{ path: `${IMAGES}/shared.qcow2` }];
    await hv1().define(guestXml({ name: 'other', graphics: 'none', disks }));
    await hv1().define(guestXml({ name: 'stored', graphics: 'none', machine: 'q35' }));
    ({ app, window, connection } = await openApp(hv1().uri.unix));
    machine = await machineNamed({ window, connection }, 'stored');
  }, 120_000);
  afterAll(async () => {
    await app?.stop();
  });

  beforeEach(async () => {
    const { saved } = await machine.definitions();
    const domain = Domain.parse(saved ?? '');
    for (const disk of domain.disks.all) domain.removeDevice(disk);
    await hv1().define(domain.toXml());
  });

  const edit = (
    change: (domain: Domain) => void,
    storage: Pick<MachineEditInput, 'newVolumes' | 'deleteStorage'>,
  ) => machine.edit(change, { scope: { saved: true, live: false }, ...storage });

  const volumes = async () => (await hv1().virsh(['vol-list', 'default'])).split('\n');
  const has = async (name: string) => (await volumes()).some((line) => line.includes(` ${name} `));
  const wish = (name: string, format = 'qcow2') => ({
    pool: 'default',
    name,
    path: `${IMAGES}/${name}`,
    capacity: 64 * MIB,
    format,
    allocate: false,
  });
  const withDisk = (file: string) => (domain: Domain) => void addDisk(domain, { file });
  const withoutDisks = (domain: Domain) => {
    for (const disk of domain.disks.all) domain.removeDevice(disk);
  };

  it('is there with the disk, and goes with it when that is wanted', async () => {
    const volume = wish('made.qcow2');
    const made = await edit(withDisk(volume.path), { newVolumes: [volume] });
    expect(made).toMatchObject({
      changes: [{ saved: 'done' }],
      storage: [{ path: volume.path, done: 'made' }],
    });
    const info = await hv1().exec(`qemu-img info --output=json ${volume.path}`);
    expect(JSON.parse(info)).toMatchObject({ format: 'qcow2', 'virtual-size': 64 * MIB });
    expect(await hv1().virsh(['dumpxml', 'stored', '--inactive'])).toContain(volume.path);

    const use = await window.client.storage.use({ connection, path: volume.path });
    expect(use).toMatchObject({
      volume: { pool: 'default', name: 'made.qcow2', capacity: 64 * MIB },
      usedBy: [{ name: 'stored' }],
    });
    const removed = await edit(withoutDisks, { deleteStorage: [volume.path] });
    expect(removed.storage).toEqual([{ path: volume.path, done: 'deleted' }]);
    expect(await has('made.qcow2')).toBe(false);
  });

  it('is removed again when libvirt refuses the change', async () => {
    const volume = wish('refused.qcow2');
    const result = await edit(
      (domain) => {
        withDisk(volume.path)(domain);
        domain.set('clock/@offset', 'nowhere');
      },
      { newVolumes: [volume] },
    );
    expect(result.refused).not.toBeNull();
    expect(await has('refused.qcow2')).toBe(false);

    const failed = edit(
      (domain) => {
        withDisk(volume.path)(domain);
        // Two disks of one name: the schema takes it, libvirt does not.
        withDisk('/tmp/other.img')(domain);
        const [first, second] = domain.disks.all;
        if (first && second) second.target = first.target;
      },
      { newVolumes: [volume] },
    );
    await expect(failed).rejects.toThrow(/target/);
    expect(await has('refused.qcow2')).toBe(false);
  });

  it('changes nothing where a volume cannot be made, and leaves the one that is there', async () => {
    await hv1().virsh(['vol-create-as', 'default', 'there.qcow2', '1M', '--format', 'qcow2']);
    const good = wish('before.qcow2');
    const taken = wish('there.qcow2');
    const result = edit(withDisk(taken.path), { newVolumes: [good, taken] });
    await expect(result).rejects.toThrow(/there\.qcow2/);
    expect([await has('before.qcow2'), await has('there.qcow2')]).toEqual([false, true]);
    expect(await hv1().virsh(['dumpxml', 'stored', '--inactive'])).not.toContain('<disk');
  });

  it('is kept when another machine has it, when it is in no pool, and when nobody asked', async () => {
    const shared = `${IMAGES}/shared.qcow2`;
    await hv1().virsh(['pool-refresh', 'default']);
    await hv1().exec('truncate -s 1M /tmp/alone.img');
    await edit((domain) => {
      addDisk(domain, { file: shared });
      addDisk(domain, { file: '/tmp/alone.img', format: 'raw' });
    }, {});
    const result = await edit(withoutDisks, { deleteStorage: [shared, '/tmp/alone.img'] });
    expect(result.storage).toEqual([
      { path: shared, done: 'kept', problem: 'It is still used by other.' },
      { path: '/tmp/alone.img', done: 'kept', problem: expect.stringContaining('no active pool') },
    ]);
    expect(await has('shared.qcow2')).toBe(true);
    expect(await hv1().exec('stat -c %s /tmp/alone.img')).toContain(String(MIB));
  });

  it('finds those who have it as a volume of a pool, or under an image of theirs', async () => {
    await hv1().virsh(['vol-create-as', 'default', 'base.qcow2', '1M', '--format', 'qcow2']);
    await hv1().exec(
      `qemu-img create -q -f qcow2 -F qcow2 -b ${IMAGES}/base.qcow2 ${IMAGES}/over.qcow2 && virsh pool-refresh default`,
    );
    await edit((domain) => void addDisk(domain, { pool: 'default', volume: 'base.qcow2' }), {});
    const use = (name: string) => window.client.storage.use({ connection, path: `${IMAGES}/${name}` });
    expect((await use('base.qcow2')).usedBy.map(({ name }) => name)).toEqual(['stored']);
    expect(await use('over.qcow2')).toMatchObject({ usedBy: [], under: [] });
    expect((await use('base.qcow2')).under).toEqual([`${IMAGES}/over.qcow2`]);
    const result = await edit(withoutDisks, { deleteStorage: [`${IMAGES}/base.qcow2`] });
    expect(result.storage).toMatchObject([
      { done: 'kept', problem: expect.stringContaining('built upon it') },
    ]);
    expect(await has('base.qcow2')).toBe(true);
  });
});
