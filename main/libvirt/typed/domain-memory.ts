import { lastError } from '../binding/errors.ts';
import { free, pointerAt, pointerSize, textAt } from '../binding/libc.ts';
import { native } from '../binding/native.ts';
import { decodeParams, parameterSize, type TypedParams } from '../binding/params.ts';
import { decodeStructs, layoutOf } from '../binding/structs.ts';
import { DomainCalls } from '../generated/calls/domain.ts';
import { virDomainDiskErrorCode, virDomainMemoryStatTags } from '../generated/enums-domain.ts';
import { domainID } from './identities.ts';

/** A disk that stopped a guest. */
export interface DiskError {
  /** Target of the disk: `vda`. */
  disk: string;
  /** `virDomainDiskErrorCode`. */
  error: number;
}

/** More disks than any guest can have. */
const mostDisks = 4096;
/** Room for the tags of libvirt versions to come. */
const memoryTags = Math.max(32, Object.keys(virDomainMemoryStatTags).length * 2);

const tagNames = new Map<number, string>(
  Object.entries(virDomainMemoryStatTags).map(([name, tag]) => [
    tag,
    name.replace('VIR_DOMAIN_MEMORY_STAT_', '').toLowerCase(),
  ]),
);

/** Calls that fill arrays whose length is known in unusual ways. */
export abstract class DomainMemory extends DomainCalls {
  /** The number of the running domain; null while it is off. */
  getID(): number | null {
    return domainID(this.address);
  }

  /**
   * Since 0.7.5. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainMemoryStats
   * @returns by the lower case name of the tag (`actual_balloon`, `rss`...); sizes in KiB
   */
  memoryStats(flags = 0): Record<string, number> {
    const { size } = layoutOf('virDomainMemoryStatStruct');
    const bytes = new Uint8Array(memoryTags * size);
    const count = native.virDomainMemoryStats(this.address, bytes, memoryTags, flags);
    if (count < 0) throw lastError('virDomainMemoryStats');
    const stats: Record<string, number> = Object.create(null);
    for (const { tag, val } of decodeStructs(
      'virDomainMemoryStatStruct',
      bytes,
      Math.min(count, memoryTags),
    )) {
      stats[tagNames.get(Number(tag)) ?? `tag_${tag}`] = Number(val);
    }
    return stats;
  }

  /**
   * Since 0.9.10. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetDiskErrors
   * @returns the disks that have an error, and only those
   */
  getDiskErrors(flags = 0): DiskError[] {
    const disks = native.virDomainGetDiskErrors(this.address, null, 0, flags);
    if (disks < 0) throw lastError('virDomainGetDiskErrors');
    if (disks === 0) return [];
    const room = Math.min(disks, mostDisks);
    const { size } = layoutOf('virDomainDiskError');
    const bytes = new Uint8Array(room * size);
    const count = native.virDomainGetDiskErrors(this.address, bytes, room, flags);
    if (count < 0) throw lastError('virDomainGetDiskErrors');
    return Array.from({ length: Math.min(count, room) }, (_, index) => takeDiskError(bytes, index * size));
  }

  /** Since 0.2.3. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerParameters */
  getSchedulerParameters(): TypedParams {
    return this.#scheduler('virDomainGetSchedulerParameters', (bytes, count) =>
      native.virDomainGetSchedulerParameters(this.address, bytes, count),
    );
  }

  /** Since 0.9.2. https://libvirt.org/html/libvirt-libvirt-domain.html#virDomainGetSchedulerParametersFlags */
  getSchedulerParametersFlags(flags = 0): TypedParams {
    return this.#scheduler('virDomainGetSchedulerParametersFlags', (bytes, count) =>
      native.virDomainGetSchedulerParametersFlags(this.address, bytes, count, flags),
    );
  }

  #scheduler(call: string, read: (bytes: Uint8Array, count: Int32Array) => number): TypedParams {
    const { nparams } = this.getSchedulerType();
    const bytes = new Uint8Array(nparams * parameterSize);
    const count = new Int32Array([nparams]);
    if (read(bytes, count) < 0) throw lastError(call);
    const filled = Math.max(0, Math.min(count[0] ?? 0, nparams));
    const params = decodeParams(bytes, filled);
    native.virTypedParamsClear(bytes, filled);
    return params;
  }
}

/** Reads one entry and frees the name in it. */
function takeDiskError(bytes: Uint8Array, offset: number): DiskError {
  const view = new DataView(bytes.buffer, offset);
  const name = pointerAt(view, 0);
  const disk = textAt(name) ?? '';
  free(name);
  return {
    disk,
    error: view.getInt32(pointerSize, true) || virDomainDiskErrorCode.VIR_DOMAIN_DISK_ERROR_NONE,
  };
}
