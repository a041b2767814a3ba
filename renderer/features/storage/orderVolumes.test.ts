import { expect, it } from 'vitest';
import type { VolumeInfo } from '../../../contract/index.ts';
import { orderVolumes } from './orderVolumes.ts';

const volume = (
  name: string,
  format: string | null = null,
  type: VolumeInfo['type'] = 'file',
): VolumeInfo => ({
  name,
  key: name,
  path: `/${name}`,
  type,
  format,
  capacity: 1,
  allocation: 1,
});

it('shows what is looked for first, without folders, in the order people count in', () => {
  const list = [
    volume('disk10.qcow2', 'qcow2'),
    volume('disk2.qcow2', 'qcow2'),
    volume('B.ISO'),
    volume('sub', null, 'dir'),
    volume('a', 'iso'),
  ];
  const names = (...args: [string, 'media' | 'disks']) => orderVolumes(list, ...args).map(({ name }) => name);
  expect(names('', 'media')).toEqual(['a', 'B.ISO', 'disk2.qcow2', 'disk10.qcow2']);
  expect(names('', 'disks')).toEqual(['disk2.qcow2', 'disk10.qcow2', 'a', 'B.ISO']);
  expect(names(' DISK1 ', 'media')).toEqual(['disk10.qcow2']);
});
