import { describe, expect, it } from 'vitest';
import { spaceIn } from './space.ts';
import type { Artifact } from './types.ts';

const MIB = 1024 ** 2;
const pool = { name: 'small', available: 100 * MIB };
const at = { words: '', pool: 'small', xml: '' };
const disk = (name: string, mib: number, preallocate: boolean): Artifact => ({
  ...at,
  kind: 'volume',
  id: name,
  name,
  capacity: mib * MIB,
  preallocate,
});
const copy = (mib: number, capacity: number | null): Artifact => ({
  ...at,
  kind: 'copy',
  id: 'image',
  name: 'web1.qcow2',
  source: { pool: 'images', volume: 'cloud.qcow2' },
  size: mib * MIB,
  capacity: capacity === null ? null : capacity * MIB,
});
const kernel = (name: string, mib: number | null): Artifact => ({
  ...at,
  kind: 'boot-file',
  id: name,
  name,
  source: 'http://192.0.2.1/linux',
  size: mib === null ? null : mib * MIB,
  temporary: true,
  transform: null,
  injects: null,
});
const problem = (...own: Artifact[]) => spaceIn(pool, own).problems[0]?.message ?? null;
const warning = (...own: Artifact[]) => spaceIn(pool, own).warnings[0] ?? null;

describe('the space that a plan takes', () => {
  it('sums up several disks of one pool', () => {
    expect(problem(disk('a', 60, true))).toBeNull();
    expect(problem(disk('a', 60, true), disk('b', 60, true))).toBe(
      'The pool small has only 100 MiB left, and what is put into it takes 120 MiB at once (a 60 MiB, b 60 MiB).',
    );
    expect(warning(disk('a', 60, false), disk('b', 60, true))).toContain('may take up to 120 MiB');
    expect(warning(disk('a', 50, false), disk('b', 50, true))).toBeNull();
  });

  it('counts an image that is copied, and what its disk may grow to', () => {
    expect(problem(copy(120, null))).toContain('takes 120 MiB at once');
    expect(problem(copy(60, 2048))).toBeNull();
    expect(warning(copy(60, 2048))).toContain('may take up to 2.0 GiB');
    expect(problem(copy(60, 80), disk('b', 50, true))).toContain('takes 110 MiB at once');
  });

  it('counts kernels that are uploaded, where their size is known', () => {
    expect(problem(kernel('linux', 10), kernel('initrd', 95))).toContain('(linux 10 MiB, initrd 95 MiB)');
    expect(problem(kernel('linux', 10), kernel('initrd', null))).toBeNull();
  });

  it('proposes what helps', () => {
    expect(spaceIn(pool, [disk('a', 200, true)]).problems[0]?.hint).toContain('let them grow');
    expect(spaceIn(pool, [copy(200, null)]).problems[0]?.hint).not.toContain('grow');
  });
});
