import { lastError } from '../binding/errors.ts';
import { copyOf, free, pointerAt } from '../binding/libc.ts';
import { native } from '../binding/native.ts';
import { checkedInteger, rangesFor } from '../binding/numbers.ts';
import { ConnectCalls } from '../generated/calls/connect.ts';

/** Which processors of the host are in use. */
export interface NodeCPUMap {
  /** Processors there are. */
  cpus: number;
  /** How many of them are on line. */
  online: number;
  /** A bit per processor: the lowest bit of the first byte is processor 0. */
  cpumap: Uint8Array;
}

/** Free huge pages of one NUMA cell. */
export interface FreePages {
  cell: number;
  /** Number of free pages by their size in KiB. */
  free: Record<number, number>;
}

const ranges = rangesFor(8);

/** Calls on the host that fill memory in unusual ways. */
export abstract class ConnectNode extends ConnectCalls {
  /** Since 1.0.0. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetCPUMap */
  nodeGetCPUMap(flags = 0): NodeCPUMap {
    const place = new DataView(new ArrayBuffer(8));
    const online = new Uint32Array(1);
    const cpus = native.virNodeGetCPUMap(this.address, place.buffer, online, flags);
    if (cpus < 0) throw lastError('virNodeGetCPUMap');
    const map = pointerAt(place, 0);
    try {
      const cpumap = map === null ? new Uint8Array(0) : copyOf(map, Math.ceil(cpus / 8));
      return { cpus, online: online[0] ?? 0, cpumap };
    } finally {
      free(map);
    }
  }

  /**
   * Since 1.2.6. https://libvirt.org/html/libvirt-libvirt-host.html#virNodeGetFreePages
   * @param pages sizes in KiB
   * @param startCell the first NUMA cell; -1 with a count of 1 for the host as a whole
   */
  nodeGetFreePages(pages: readonly number[], startCell: number, cellCount: number, flags = 0): FreePages[] {
    const sizes = Uint32Array.from(pages, (size) => checked(size, 'pages'));
    const cells = checked(cellCount, 'cellCount');
    const counts = new BigUint64Array(Math.max(1, sizes.length * cells));
    const filled = native.virNodeGetFreePages(
      this.address,
      sizes.length,
      sizes,
      startCell,
      cells,
      counts,
      flags,
    );
    if (filled < 0) throw lastError('virNodeGetFreePages');
    return Array.from({ length: Math.floor(filled / Math.max(1, sizes.length)) }, (_, cell) => ({
      cell: startCell + cell,
      free: Object.fromEntries(pages.map((size, n) => [size, Number(counts[cell * sizes.length + n] ?? 0n)])),
    }));
  }
}

function checked(value: number, name: string): number {
  const range = ranges.int ?? { least: 0n, most: 0n };
  return Number(
    checkedInteger(value, { least: 0n, most: range.most / 1024n }, `virNodeGetFreePages: ${name}`),
  );
}
