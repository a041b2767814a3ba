import { lastError } from '../../binding/errors.ts';
import { memcpy } from '../../binding/libc.ts';
import { native } from '../../binding/native.ts';
import { parameterSize, typeOffset, valueOffset } from '../../binding/params.ts';
import { isPointer } from '../../binding/pointers.ts';
import { virTypedParameterType } from '../../generated/enums-common.ts';
import { virConnectGetAllDomainStatsFlags } from '../../generated/enums-domain.ts';
import type { Connect } from '../../typed/connect.ts';
import { isUnsupported } from './attempt.ts';
import { ParameterNames } from './parameterNames.ts';
import { columnOf, STAT_COLUMNS } from './statNames.ts';
import { uuidText } from './uuids.ts';

/** struct _virDomainStatsRecord { virDomainPtr dom; virTypedParameterPtr params; int nparams; } */
const RECORD_SIZE = 24;
const WIDTH = STAT_COLUMNS.length;
const NOWAIT = virConnectGetAllDomainStatsFlags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT;

/** The rows of one bulk call. The arrays are overwritten by the next. */
export interface StatRows {
  readonly count: number;
  /** Row r, column c at `r * STAT_COLUMNS.length + c`; NaN where libvirt says nothing. */
  readonly values: Float64Array;
  /** The UUID of a row, in its printed form. */
  uuid(row: number): string;
  /** Every row has the same domain as in the last call. */
  readonly sameDomains: boolean;
  /** How long reading took, in ms; libvirt's own time not counted. */
  readonly decodeMs: number;
}

/**
 * Reads statistics of all domains with one call and no object per value: the records are copied into one
 * reused buffer, names are recognised as words of memory, and only numbers come out.
 */
export class StatsReader {
  readonly #names = new ParameterNames(columnOf);
  #pointers = new BigInt64Array(64);
  #record = new ArrayBuffer(RECORD_SIZE);
  #recordWords = new BigInt64Array(this.#record);
  #recordInts = new Int32Array(this.#record);
  #params = new ArrayBuffer(parameterSize * 64);
  #views = viewsOf(this.#params);
  #values = new Float64Array(WIDTH * 64);
  #uuids = new BigUint64Array(2 * 64);
  #uuid = new BigUint64Array(2);
  #sameDomains = false;
  #count = 0;
  #waits = false;

  /**
   * @param stats virDomainStatsTypes
   * @param flags virConnectGetAllDomainStatsFlags; NOWAIT is added where the daemon knows it
   * @throws LibvirtError
   */
  read(connect: Connect, stats: number, flags: number): StatRows {
    const array = new BigUint64Array(1);
    const count = this.#call(connect, stats, flags, array);
    const list = array[0] ?? 0n;
    const start = performance.now();
    try {
      this.#decode(list, count);
    } finally {
      if (list !== 0n) native.virDomainStatsRecordListFree(list);
    }
    return {
      count,
      values: this.#values,
      uuid: (row) => uuidText(this.#uuids, row),
      sameDomains: this.#sameDomains,
      decodeMs: performance.now() - start,
    };
  }

  #call(connect: Connect, stats: number, flags: number, array: BigUint64Array): number {
    const wait = this.#waits ? 0 : NOWAIT;
    const count = native.virConnectGetAllDomainStats(connect.address, stats, array, (flags | wait) >>> 0);
    if (count >= 0) return count;
    const error = lastError('virConnectGetAllDomainStats');
    if (this.#waits || !isUnsupported(error)) throw error;
    this.#waits = true;
    try {
      return this.#call(connect, stats, flags, array);
    } catch (second) {
      this.#waits = false;
      throw second;
    }
  }

  #decode(list: bigint, count: number): void {
    this.#reserve(count);
    this.#sameDomains = count === this.#count;
    this.#count = count;
    this.#values.fill(Number.NaN, 0, count * WIDTH);
    if (count > 0) memcpy(this.#pointers, list, count * 8);
    for (let row = 0; row < count; row++) {
      memcpy(this.#record, this.#pointers[row] ?? 0n, RECORD_SIZE);
      this.#identify(row, this.#recordWords[0] ?? 0n);
      this.#decodeRow(row, this.#recordWords[1] ?? 0n, this.#recordInts[4] ?? 0);
    }
  }

  #identify(row: number, domain: bigint): void {
    if (isPointer(domain, 'virDomain')) native.virDomainGetUUID(domain, this.#uuid);
    const [high = 0n, low = 0n] = this.#uuid;
    if (this.#uuids[2 * row] === high && this.#uuids[2 * row + 1] === low) return;
    this.#sameDomains = false;
    this.#uuids[2 * row] = high;
    this.#uuids[2 * row + 1] = low;
  }

  #decodeRow(row: number, params: bigint, count: number): void {
    const bytes = count * parameterSize;
    if (bytes > this.#params.byteLength) {
      this.#params = new ArrayBuffer(bytes * 2);
      this.#views = viewsOf(this.#params);
    }
    if (bytes > 0) memcpy(this.#params, params, bytes);
    for (let index = 0; index < count; index++) {
      const at = index * parameterSize;
      const column = this.#names.find(this.#views.words, at / 4);
      if (column >= 0) this.#add(row * WIDTH + column, this.#number(at));
    }
  }

  /** Values of several devices add up. */
  #add(index: number, value: number): void {
    const before = this.#values[index] ?? Number.NaN;
    this.#values[index] = Number.isNaN(before) ? value : before + value;
  }

  #number(at: number): number {
    const { words, unsigned, doubles } = this.#views;
    const low = (at + valueOffset) / 4;
    switch (words[(at + typeOffset) / 4]) {
      case virTypedParameterType.VIR_TYPED_PARAM_INT:
        return words[low] ?? 0;
      case virTypedParameterType.VIR_TYPED_PARAM_UINT:
        return unsigned[low] ?? 0;
      case virTypedParameterType.VIR_TYPED_PARAM_LLONG:
        return (words[low + 1] ?? 0) * 0x1_0000_0000 + (unsigned[low] ?? 0);
      case virTypedParameterType.VIR_TYPED_PARAM_ULLONG:
        return (unsigned[low + 1] ?? 0) * 0x1_0000_0000 + (unsigned[low] ?? 0);
      case virTypedParameterType.VIR_TYPED_PARAM_DOUBLE:
        return doubles[(at + valueOffset) / 8] ?? 0;
      default:
        return Number.NaN;
    }
  }

  #reserve(count: number): void {
    if (count <= this.#pointers.length) return;
    const room = count * 2;
    this.#pointers = new BigInt64Array(room);
    this.#values = new Float64Array(WIDTH * room);
    const uuids = new BigUint64Array(2 * room);
    uuids.set(this.#uuids);
    this.#uuids = uuids;
  }
}

function viewsOf(buffer: ArrayBuffer) {
  return {
    words: new Int32Array(buffer),
    unsigned: new Uint32Array(buffer),
    doubles: new Float64Array(buffer),
  };
}
