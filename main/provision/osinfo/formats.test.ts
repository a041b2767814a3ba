import { expect, it } from 'vitest';
import { isoHeader } from '../../../test/fixtures/isoHeader.ts';
import { formatOf } from './formats.ts';

const head = (offset: number, bytes: readonly number[]): Uint8Array => {
  const all = new Uint8Array(64 * 1024);
  all.set(bytes, offset);
  return all;
};
const ascii = (text: string) => [...Buffer.from(text, 'latin1')];

it('knows images of disks and media by how they begin', () => {
  expect(formatOf(head(0, ascii('QFI\xfb')))).toBe('qcow2');
  expect(formatOf(head(0, ascii('KDMV')))).toBe('vmdk');
  expect(formatOf(head(0, ascii('# Disk DescriptorFile\nversion=1')))).toBe('vmdk');
  expect(formatOf(head(64, [0x7f, 0x10, 0xda, 0xbe]))).toBe('vdi');
  expect(formatOf(head(0, ascii('vhdxfile')))).toBe('vhdx');
  expect(formatOf(head(0, ascii('LUKS\xba\xbe')))).toBe('luks');
  expect(formatOf(head(510, [0x55, 0xaa]))).toBe('raw');
  expect(formatOf(head(4096, ascii('EFI PART')))).toBe('raw');
  expect(formatOf(isoHeader())).toBe('iso');
  expect(formatOf(head(16 * 2048, ascii('\0BEA01')))).toBe('iso');
});

it('takes an image for USB sticks for a medium, and nothing known for nothing', () => {
  const hybrid = isoHeader();
  hybrid.set([0x55, 0xaa], 510);
  expect(formatOf(hybrid)).toBe('iso');
  expect(formatOf(new Uint8Array(64 * 1024))).toBeNull();
  expect(formatOf(new Uint8Array(0))).toBeNull();
  expect(formatOf(new TextEncoder().encode('hello'))).toBeNull();
});
