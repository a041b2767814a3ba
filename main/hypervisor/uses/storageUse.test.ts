import { describe, expect, it } from 'vitest';
import type { DomainDiskPaths } from '../../libvirt/operations/usage.ts';
import type { VolumeDetails } from '../../libvirt/operations/volumes.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { storageUse } from './storageUse.ts';

interface Machine {
  readonly saved?: string;
  readonly live?: string;
}

interface Answers {
  readonly machines: Readonly<Record<string, Machine>>;
  /** Null: the driver has no such statistics. */
  readonly told?: DomainDiskPaths[] | null;
  /** The volumes of pools, by the pool’s name; null: it is inactive. */
  readonly pools?: Readonly<Record<string, readonly VolumeDetails[] | null>>;
  readonly volume?: { readonly pool: string; readonly name: string; readonly path: string };
}

const disk = (file: string) =>
  `<domain type='qemu'><devices><disk type='file'><source file='${file}'/></disk></devices></domain>`;

/** A host of which only what libvirt answers is made up. */
function hostWith({ machines, told = null, pools = {}, volume }: Answers): Hypervisor {
  const rows = Object.entries(machines).map(([uuid, { live }]) => ({
    uuid,
    name: `name of ${uuid}`,
    id: live === undefined ? null : 1,
  }));
  const found = volume && {
    pool: volume.pool,
    name: volume.name,
    key: volume.path,
    xml: `<volume type='file'><name>${volume.name}</name><target><path>${volume.path}</path></target></volume>`,
  };
  const answers: Record<string, (input: { uuids: string[]; flags: number; pool: string }) => unknown> = {
    volumeByPath: () => found ?? null,
    domainDiskPaths: () => told,
    listPoolDetails: () => Object.entries(pools).map(([name, held]) => ({ name, active: held !== null })),
    listVolumeDetails: ({ pool }) => pools[pool] ?? [],
    domainXMLs: ({ uuids, flags }) =>
      uuids.map((uuid) => machines[uuid]?.[flags === 2 ? 'saved' : 'live'] ?? null),
  };
  return {
    inventory: { rows: () => rows, row: (uuid: string) => rows.find((one) => one.uuid === uuid) },
    connection: {
      name: 'hv',
      call: (name: string, input: { uuids: string[]; flags: number; pool: string }) =>
        Promise.resolve(answers[name]?.(input)),
    },
  } as unknown as Hypervisor;
}

const usersOf = async (answers: Answers, path: string) =>
  (await storageUse(hostWith(answers), path)).usedBy.map(({ name }) => name);

describe('who uses storage', () => {
  it('is also a machine that only runs with it, where there are no statistics', async () => {
    const machines = { a: { saved: disk('/other'), live: disk('/d.img') } };
    expect(await usersOf({ machines }, '/d.img')).toEqual(['name of a']);
    expect(await usersOf({ machines }, '/free.img')).toEqual([]);
  });

  it('is also a machine that knows it by the volume’s own path', async () => {
    const volume = { pool: 'p', name: 'lv', path: '/dev/vg/lv' };
    const machines = { a: { saved: disk('/dev/vg/lv') } };
    expect(await usersOf({ machines, volume }, '/dev/mapper/vg-lv')).toEqual(['name of a']);
  });

  it('is also a machine that is not in the list yet', async () => {
    const told = [{ uuid: 'new', paths: ['/d.img'], more: false }];
    expect(await usersOf({ machines: {}, told }, '/d.img')).toEqual(['new']);
  });

  it('is found by names that are written otherwise in XML', async () => {
    const machines = { a: { saved: disk('/R&amp;D.img') } };
    expect(await usersOf({ machines }, '/R&D.img')).toEqual(['name of a']);
  });
});

describe('what is built upon storage', () => {
  const base = '/pool/base.qcow2';
  const overlay = (path: string): VolumeDetails => ({
    ...{ pool: 'p', name: path, key: path },
    xml: `<volume><target><path>${path}</path></target><backingStore><path>${base}</path></backingStore></volume>`,
  });
  const qcow2 = (file: string) =>
    `<domain><devices><disk type='file'><driver type='qcow2'/><source file='${file}'/></disk></devices></domain>`;
  const built = async (answers: Answers) => {
    const { under, unchecked } = await storageUse(hostWith(answers), base);
    return { under, ...unchecked };
  };

  it('is found in active pools; inactive ones are told', async () => {
    const pools = { p: [overlay('/pool/a.qcow2')], nfs: null };
    const found = { under: ['/pool/a.qcow2'], pools: ['nfs'], machines: [] };
    expect(await built({ machines: {}, pools })).toEqual(found);
  });

  it('may be a disk outside of pools of a machine that is off: that is told', async () => {
    const machines = { a: { saved: qcow2('/home/a.qcow2') }, b: { saved: qcow2('/pool/b.qcow2') } };
    const pools = { p: [overlay('/pool/b.qcow2')] };
    const told = [
      { uuid: 'a', paths: ['/home/a.qcow2'], more: false },
      { uuid: 'b', paths: ['/pool/b.qcow2'], more: false },
    ];
    expect((await built({ machines, pools, told })).machines).toEqual(['name of a']);
    expect((await built({ machines, pools })).machines).toEqual(['name of a']);
  });

  it('is known of a running machine, and cannot be a raw disk', async () => {
    const running = qcow2('/home/a.qcow2');
    const raw = `<domain><devices><disk type='file'><driver type='raw'/><source file='/x.iso'/></disk></devices></domain>`;
    const machines = { a: { saved: running, live: running }, b: { saved: raw } };
    const told = [
      { uuid: 'a', paths: ['/home/a.qcow2'], more: false },
      { uuid: 'b', paths: ['/x.iso'], more: false },
    ];
    expect((await built({ machines, told })).machines).toEqual([]);
  });
});
