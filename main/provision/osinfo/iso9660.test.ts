import { describe, expect, it } from 'vitest';
import { bootCatalog, isoHeader } from '../../../test/fixtures/isoHeader.ts';
import { readBootCatalog, readIsoHeader } from './iso9660.ts';

describe('the header of an ISO 9660 image', () => {
  it('says the labels, the size and where the boot catalog is', () => {
    const header = readIsoHeader(
      isoHeader({ volumeId: 'Debian 12.5.0 amd64 n', systemId: 'LINUX', publisherId: 'P', sectors: 321 }),
    );
    expect(header).toEqual({
      labels: {
        volumeId: 'Debian 12.5.0 amd64 n',
        systemId: 'LINUX',
        publisherId: 'P',
        applicationId: '',
        volumeSize: 321 * 2048,
      },
      catalog: 19 * 2048,
    });
  });

  it('is read from 38 KiB, and not from less than the primary descriptor', () => {
    expect(readIsoHeader(isoHeader({ length: 19 * 2048 }))?.catalog).toBe(19 * 2048);
    expect(readIsoHeader(isoHeader({ volumeId: 'X', length: 17 * 2048 }))?.labels.volumeId).toBe('X');
    expect(readIsoHeader(isoHeader({ length: 17 * 2048 - 1 }))).toBeNull();
    expect(readIsoHeader(new Uint8Array(0))).toBeNull();
  });

  it('has no size where the two byte orders differ or the block is absurd', () => {
    const swapped = isoHeader();
    new DataView(swapped.buffer).setUint32(16 * 2048 + 84, 7);
    expect(readIsoHeader(swapped)?.labels.volumeSize).toBeNull();
    const blocks = isoHeader();
    const view = new DataView(blocks.buffer);
    view.setUint16(16 * 2048 + 128, 3, true);
    view.setUint16(16 * 2048 + 130, 3);
    expect(readIsoHeader(blocks)?.labels.volumeSize).toBeNull();
    expect(readIsoHeader(isoHeader({ sectors: 0xffffffff }))?.labels.volumeSize).toBe(0xffffffff * 2048);
  });

  it('gives no control characters', () => {
    expect(readIsoHeader(isoHeader({ volumeId: 'A\x1b[2J\nB' }))?.labels.volumeId).toBe('A?[2J?B');
    expect(readIsoHeader(isoHeader({ volumeId: 'AB\0CD' }))?.labels.volumeId).toBe('AB');
  });

  it('survives any bytes', () => {
    let seed = 42;
    const random = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return seed >>> 24;
    };
    for (let round = 0; round < 200; round++) {
      const bytes = isoHeader({ length: 34_000 + round * 150 });
      for (let change = 0; change < 500; change++) {
        bytes[(random() * 256 + random()) % bytes.length] = random();
      }
      const header = readIsoHeader(bytes);
      expect(header === null || header.labels.volumeId.length <= 32).toBe(true);
      readBootCatalog(bytes.subarray(32_768));
    }
  });

  it('sees only real descriptors in an endless row of them', () => {
    const bytes = isoHeader({ volumeId: 'FIRST' });
    for (let sector = 17; sector < 32; sector++) bytes.copyWithin(sector * 2048, 16 * 2048, 17 * 2048);
    new DataView(bytes.buffer).setUint8(17 * 2048 + 40, 'X'.charCodeAt(0));
    expect(readIsoHeader(bytes)?.labels.volumeId).toBe('FIRST');
  });
});

describe('a boot catalog', () => {
  it('tells BIOS and EFI apart', () => {
    expect(readBootCatalog(bootCatalog([0]))).toEqual({ bios: true, efi: false });
    expect(readBootCatalog(bootCatalog([0xef]))).toEqual({ bios: false, efi: true });
    expect(readBootCatalog(bootCatalog([0, 0xef]))).toEqual({ bios: true, efi: true });
    expect(readBootCatalog(bootCatalog([]))).toEqual({ bios: false, efi: false });
  });

  it('is none without its signature', () => {
    expect(readBootCatalog(new Uint8Array(2048))).toBeNull();
    expect(readBootCatalog(new Uint8Array(3))).toBeNull();
  });
});
