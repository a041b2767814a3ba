import { expect, it } from 'vitest';
import type { OsEntry } from '../../../../contract/index.ts';
import { findSystems } from './findSystems.ts';

const system = (name: string, change: Partial<OsEntry> = {}): OsEntry => ({
  id: `http://x/${name}`,
  shortId: name.toLowerCase().replaceAll(' ', ''),
  aliases: [],
  name,
  version: null,
  family: 'linux',
  distro: null,
  vendor: null,
  codename: null,
  releaseDate: null,
  eolDate: null,
  status: 'released',
  supported: true,
  ...change,
});
const systems = [
  system('Debian 12', { codename: 'bookworm' }),
  system('Debian 9', { supported: false }),
  system('Fedora Linux 40'),
];
const names = (typed: string, unsupported = false) =>
  findSystems(systems, typed, { unsupported, limit: 10 }).found.map(({ name }) => name);

it('finds by words in any order, short ids and code names', () => {
  expect(names('12 deb')).toEqual(['Debian 12']);
  expect(names('BOOKworm')).toEqual(['Debian 12']);
  expect(names('fedoralinux40')).toEqual(['Fedora Linux 40']);
});

it('hides unsupported releases until they are asked for, and says how many', () => {
  expect(names('debian')).toEqual(['Debian 12']);
  expect(findSystems(systems, 'debian', { unsupported: false, limit: 10 }).hidden).toBe(1);
  expect(names('debian', true)).toEqual(['Debian 12', 'Debian 9']);
});

it('says when there are more than are shown', () => {
  expect(findSystems(systems, '', { unsupported: true, limit: 2 })).toMatchObject({ more: true, hidden: 0 });
});
