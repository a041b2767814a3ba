import { virTypedParameterType as Type } from '../generated/enums-common.ts';
import { lastError, silenceErrors } from './errors.ts';
import { memcpy, pointerAt, pointerSize, textAt } from './libc.ts';
import { native } from './native.ts';
import { parameterSize, typeOffset, valueOffset } from './params.ts';
import { isPointer } from './pointers.ts';
import type { InternedName, NameTable } from './stats-names.ts';
import { UuidTable } from './stats-uuids.ts';
import { layoutOf } from './structs.ts';

const record = layoutOf('virDomainStatsRecord');
const paramsAt = record.members?.params?.offset ?? 8;
const countAt = record.members?.nparams?.offset ?? 16;
const wordsPerParameter = parameterSize / 4;
const typeWord = typeOffset / 4;
const valueWord = valueOffset / 4;

/** What a hypervisor may send before it is taken for broken. */
const mostParameters = 100_000;

/** How long libvirt took, and how long reading what it gave, in ms. */
export interface StatsTimes {
  readonly callMs: number;
  readonly decodeMs: number;
}

/** Takes the domains of one answer, in libvirt's order. */
export interface StatsSink {
  /** Before the first one. */
  begin(domains: number): void;
  /** The parameters of this one can be asked for by their index until it returns. */
  domain(index: number, uuid: string, parameters: number): void;
}

/**
 * The way out of libvirt's memory for statistics: the parameters of one domain after the other are copied
 * into one buffer that is used again, and taken apart there without an object for each.
 */
export class StatsRecords {
  readonly #uuids = new UuidTable();
  readonly #record = new DataView(new ArrayBuffer(record.size));
  #words = new Int32Array(64 * wordsPerParameter);
  #view = new DataView(this.#words.buffer);

  /**
   * Asks, hands every domain to the sink, and frees what libvirt gave.
   * @param call for errors
   * @param ask writes the address of the records to its argument and answers how many there are, or -1
   * @throws LibvirtError
   */
  read(call: string, ask: (result: BigUint64Array) => number, sink: StatsSink): StatsTimes {
    silenceErrors();
    const result = new BigUint64Array(1);
    const start = performance.now();
    const count = ask(result);
    if (count < 0) throw lastError(call);
    const answered = performance.now();
    const records = result[0] ?? 0n;
    try {
      this.#take(records, records === 0n ? 0 : count, sink);
    } finally {
      if (records !== 0n) native.virDomainStatsRecordListFree(records);
    }
    return { callMs: answered - start, decodeMs: performance.now() - answered };
  }

  #take(records: bigint, count: number, sink: StatsSink): void {
    const pointers = new DataView(new ArrayBuffer(count * pointerSize));
    if (count > 0) memcpy(pointers.buffer, records, count * pointerSize);
    sink.begin(count);
    for (let index = 0; index < count; index++) {
      const parameters = this.#copy(pointerAt(pointers, index * pointerSize));
      sink.domain(index, this.#uuids.textFor(index), parameters);
    }
    this.#uuids.trim(count);
  }

  /** Copies the parameters and the UUID of one domain; answers how many parameters there are. */
  #copy(address: bigint | null): number {
    if (address === null) throw new Error('the statistics of a domain are missing');
    memcpy(this.#record.buffer, address, record.size);
    const domain = pointerAt(this.#record, 0);
    if (domain !== null && isPointer(domain, 'virDomain')) native.virDomainGetUUID(domain, this.#uuids.bytes);
    const params = pointerAt(this.#record, paramsAt);
    const count = params === null ? 0 : this.#record.getInt32(countAt, true);
    if (count > mostParameters) throw new RangeError(`a domain has ${count} statistics`);
    if (params === null || count <= 0) return 0;
    this.#makeRoom(count);
    memcpy(this.#words, params, count * parameterSize);
    return count;
  }

  #makeRoom(parameters: number): void {
    if (this.#words.length >= parameters * wordsPerParameter) return;
    this.#words = new Int32Array(2 * parameters * wordsPerParameter);
    this.#view = new DataView(this.#words.buffer);
  }

  /** The name of a parameter. @param after the name of the one before it */
  name(index: number, names: NameTable, after: InternedName): InternedName {
    return names.at(after, this.#words, index * wordsPerParameter, typeOffset);
  }

  /** The text of a parameter; null when its value is a number. */
  text(index: number): string | null {
    const word = index * wordsPerParameter;
    if (this.#words[word + typeWord] !== Type.VIR_TYPED_PARAM_STRING) return null;
    return textAt(pointerAt(this.#view, (word + valueWord) * 4)) ?? '';
  }

  /** The number of a parameter; beyond 2^53 the nearest one; NaN when its value is none. */
  number(index: number): number {
    const words = this.#words;
    const word = index * wordsPerParameter;
    const at = word + valueWord;
    const low = words[at] ?? 0;
    switch (words[word + typeWord]) {
      case Type.VIR_TYPED_PARAM_ULLONG:
        return ((words[at + 1] ?? 0) >>> 0) * 0x1_0000_0000 + (low >>> 0);
      case Type.VIR_TYPED_PARAM_LLONG:
        return (words[at + 1] ?? 0) * 0x1_0000_0000 + (low >>> 0);
      case Type.VIR_TYPED_PARAM_INT:
        return low;
      case Type.VIR_TYPED_PARAM_UINT:
        return low >>> 0;
      case Type.VIR_TYPED_PARAM_BOOLEAN:
        return (low & 0xff) === 0 ? 0 : 1;
      case Type.VIR_TYPED_PARAM_DOUBLE:
        return this.#view.getFloat64(at * 4, true);
      default:
        return Number.NaN;
    }
  }
}
