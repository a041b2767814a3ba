import { describe, expect, it } from 'vitest';
import { type HostOptions, NewMachine } from '../../../contract/index.ts';
import {
  type Draft,
  draftFor,
  EMPTY_DRAFT,
  problemsOf,
  STEPS,
  suggestName,
  toNewMachine,
  warningsOf,
} from './draft.ts';

const GIB = 1024 ** 3;
const pool = (name: string, active = true) => ({
  name,
  uuid: name,
  type: 'dir',
  active,
  persistent: true,
  autostart: true,
  capacity: 100 * GIB,
  allocation: 0,
  available: 10 * GIB,
  path: null,
});
const options = (change: Partial<HostOptions> = {}): HostOptions => ({
  refusal: null,
  virtTypes: [{ type: 'kvm', note: null }],
  arch: 'x86_64',
  machine: 'q35',
  maxVcpus: 8,
  memoryKiB: 4 * 1024 * 1024,
  pools: [pool('off', false), pool('images')],
  networks: [],
  defaults: {
    memoryMiB: 2048,
    vcpus: 2,
    diskCapacity: 20 * GIB,
    pool: null,
    network: null,
    virtType: 'kvm',
  },
  ...change,
});
const complete: Draft = {
  ...draftFor(EMPTY_DRAFT, 'lab', options()),
  mediaVolume: 'Debian 12.iso',
  name: 'web',
};

describe('draftFor', () => {
  it('takes what the host suggests, and the first active pool where it suggests none', () => {
    expect(complete).toMatchObject({
      diskPool: 'images',
      vcpus: 2,
      memoryMiB: 2048,
      diskGiB: 20,
      networkKind: 'user',
    });
  });

  it('works on a host without pools', () => {
    const draft = draftFor(EMPTY_DRAFT, 'lab', options({ pools: [] }));
    expect(draft).toMatchObject({ mediaKind: 'path', diskKind: 'none' });
    expect(toNewMachine({ ...draft, name: 'x', mediaPath: '/a.iso' })?.disk).toEqual({ kind: 'none' });
  });

  it('leaves the volumes of another host behind, and keeps the name', () => {
    const draft = draftFor({ ...complete, diskVolume: 'x' }, 'other', options());
    expect(draft).toMatchObject({ mediaVolume: '', diskVolume: '', name: 'web' });
  });
});

describe('problemsOf', () => {
  it('finds nothing wrong with a complete draft, which main accepts', () => {
    for (const step of STEPS) expect(problemsOf(step, complete, options())).toEqual({});
    expect(NewMachine.safeParse(toNewMachine(complete)).error).toBeUndefined();
  });

  it.each<[(typeof STEPS)[number], Partial<Draft>, string]>([
    ['how', { connection: null }, 'connection'],
    ['media', { mediaVolume: '' }, 'volume'],
    ['media', { mediaKind: 'path', mediaPath: 'a.iso' }, 'path'],
    ['media', { mediaKind: 'path', mediaPath: '' }, 'path'],
    ['resources', { vcpus: 9 }, 'vcpus'],
    ['resources', { vcpus: 0 }, 'vcpus'],
    ['resources', { memoryMiB: Number.NaN }, 'memory'],
    ['resources', { diskGiB: 0 }, 'diskSize'],
    ['resources', { diskKind: 'existing' }, 'diskVolume'],
    ['network', { networkKind: 'bridge', bridge: ' ' }, 'bridge'],
    ['network', { networkKind: 'network', network: '' }, 'network'],
    ['review', { name: '  ' }, 'name'],
  ])('%s: %j', (step, change, field) => {
    expect(Object.keys(problemsOf(step, { ...complete, ...change }, options()))).toEqual([field]);
  });

  it('tells why a host cannot make machines', () => {
    expect(problemsOf('how', complete, options({ refusal: 'Read-only.' }))).toEqual({
      connection: 'Read-only.',
    });
  });
});

describe('warningsOf', () => {
  it('warns of more memory and disk than there is', () => {
    expect(Object.keys(warningsOf({ ...complete, memoryMiB: 8192 }, options()))).toEqual([
      'memory',
      'diskSize',
    ]);
    expect(warningsOf({ ...complete, diskGiB: 5 }, options())).toEqual({});
  });
});

describe('suggestName', () => {
  it('makes a name of the file that is not taken', () => {
    expect(suggestName(complete, new Set())).toBe('debian-12');
    expect(suggestName(complete, new Set(['debian-12', 'debian-12-2']))).toBe('debian-12-3');
    expect(suggestName({ ...complete, mediaVolume: '???.iso' }, new Set())).toBe('machine');
    expect(suggestName({ ...complete, mediaKind: 'path', mediaPath: '/x/y/Foo.img' }, new Set())).toBe('foo');
  });
});
