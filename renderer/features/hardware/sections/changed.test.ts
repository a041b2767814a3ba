import { describe, expect, it } from 'vitest';
import { compare, Domain, specOf } from '../../../../model/index.ts';
import { changedSections } from './changed.ts';
import { sections } from './registry.ts';

/** What no section shows: the number of the running machine, and groups that disks name. */
const NOWHERE = ['id', 'throttleGroups'];

const between = (before: string, after: string) => [
  ...changedSections(compare(Domain.parse(before), Domain.parse(after))),
];

describe('sections in which something was changed', () => {
  it('are known for every part of a definition that is no device', () => {
    const names = Object.entries(specOf(Domain.parse('<domain/>')))
      .filter(([name, { path }]) => name === 'emulator' || !path.startsWith('devices/'))
      .map(([name]) => name);
    expect(names.filter((name) => changedSections([{ key: name }]).size === 0)).toEqual(NOWHERE);
  });

  it('are there', () => {
    const ids = new Set(sections.map(({ id }) => id));
    const keys = Object.keys(specOf(Domain.parse('<domain/>'))).map((key) => ({ key }));
    expect([...changedSections(keys)].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('are told by the changes', () => {
    const before = `<domain><name>a</name><vcpu>2</vcpu><os><type machine='q35'>hvm</type><boot dev='hd'/></os>
      <cpu><numa><cell id='0' cpus='0' memory='1'/></numa></cpu><features><acpi/></features></domain>`;
    expect(between(before, before.replace('>2<', '>3<'))).toEqual(['processors']);
    expect(between(before, before.replace('q35', 'pc'))).toEqual(['general']);
    expect(between(before, before.replace("dev='hd'", "dev='cdrom'"))).toEqual(['boot']);
    expect(between(before, before.replace("memory='1'", "memory='2'"))).toEqual(['numa']);
    expect(between(before, before.replace('<acpi/>', '<acpi/><privnet/>'))).toEqual(['container']);
  });

  it('are none where a device or something unknown was changed', () => {
    const disk = (cache: string) =>
      `<domain><devices><disk><driver cache='${cache}'/><target dev='vda'/></disk></devices></domain>`;
    expect(between(disk('none'), disk('writeback'))).toEqual([]);
    expect(between('<domain/>', '<domain><constructor/></domain>')).toEqual([]);
  });
});
