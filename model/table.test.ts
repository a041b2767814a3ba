import { describe, expect, it } from 'vitest';
import { newDiskTarget } from './build/names.ts';
import { canCreateVolumes } from './capabilities/volumes.ts';
import { compare } from './compare/compare.ts';
import { Domain } from './domain/domain.ts';

/** Words that every object of JavaScript answers to. */
describe.each(['constructor', '__proto__', 'toString'])('a host that says %s', (word) => {
  const domain = (machine: string) =>
    Domain.parse(`<domain type='qemu'><os><type machine='${machine}'>hvm</type></os></domain>`);

  it('has no pool of that type in which volumes can be made', () => {
    expect(canCreateVolumes(word)).toBe(false);
  });

  it('has a machine type like another one', () => {
    expect(compare(domain(word), domain('q35')).map(({ text }) => text)).toEqual([
      expect.stringContaining(`${word} -> q35`),
    ]);
  });

  it('has a bus on which disks are named as on most', () => {
    expect(newDiskTarget(word, [])).toBe('sda');
  });
});
