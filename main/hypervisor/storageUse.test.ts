import { describe, expect, it } from 'vitest';
import type { DomainDiskPaths } from '../libvirt/operations/usage.ts';
import type { Hypervisor } from './hypervisor.ts';
import { storageUse } from './storageUse.ts';

interface Machine {
  readonly saved?: string;
  readonly live?: string;
}

interface Answers {
  readonly machines: Readonly<Record<string, Machine>>;
  /** Null: the driver has no such statistics. */
  readonly told?: DomainDiskPaths[] | null;
  readonly volume?: { readonly pool: string; readonly name: string; readonly path: string };
}

const disk = (file: string) =>
  `<domain type='qemu'><devices><disk type='file'><source file='${file}'/></disk></devices></domain>`;

/** A host of which only what libvirt answers is made up. */
function hostWith({ machines, told = null, volume }: Answers): Hypervisor {
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
  const answers: Record<string, (input: { uuids: string[]; flags: number }) => unknown> = {
    volumeByPath: () => found ?? null,
    domainDiskPaths: () => told,
    listPoolDetails: () => [],
    domainXMLs: ({ uuids, flags }) =>
      uuids.map((uuid) => machines[uuid]?.[flags === 2 ? 'saved' : 'live'] ?? null),
  };
  return {
    inventory: { rows: () => rows, row: (uuid: string) => rows.find((one) => one.uuid === uuid) },
    connection: {
      name: 'hv',
      call: (name: string, input: { uuids: string[]; flags: number }) =>
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
