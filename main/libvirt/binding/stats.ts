import { virTypedParameterType as Type } from '../generated/enums-common.ts';
import { lastError, silenceErrors } from './errors.ts';
import { memcpy, pointerAt, pointerSize, textAt } from './libc.ts';
import { native } from './native.ts';
import { parameterSize, typeOffset, valueOffset } from './params.ts';
import { isPointer, type Pointer } from './pointers.ts';
import { type InternedName, NameTable } from './stats-names.ts';
import { ShapeTable, type StatsShape } from './stats-shapes.ts';
import { UuidTable } from './stats-uuids.ts';
import { layoutOf } from './structs.ts';

/** The statistics of all domains at one moment, in few objects so that it crosses threads cheaply. */
export interface StatsFrame {
  /** Grows when shapes are numbered anew, which happens when there were too many of them. */
  generation: number;
  uuids: string[];
  /** The shape of each domain, by its number: see `StatsReader.shapes`. */
  shapes: Uint32Array<ArrayBuffer>;
  /** Where the values of each domain begin; one more at the end. */
  offsets: Uint32Array<ArrayBuffer>;
  /** One value per name of the domain's shape; NaN where that has a text. Beyond 2^53 the nearest number. */
  values: Float64Array<ArrayBuffer>;
}

const record = layoutOf('virDomainStatsRecord');
const paramsAt = record.members?.params?.offset ?? 8;
const countAt = record.members?.nparams?.offset ?? 16;
const wordsPerParameter = parameterSize / 4;
const typeWord = typeOffset / 4;
const valueWord = valueOffset / 4;

/** What a hypervisor may send before it is taken for broken. */
const mostParameters = 100_000;
/** Names and shapes kept before all are forgotten. */
const mostInterned = 50_000;

/**
 * Reads the statistics of all domains again and again, with as little work as possible: the parameters are
 * copied into one buffer and taken apart there, names and identifiers are the objects of the last time.
 */
export class StatsReader {
  #names = new NameTable();
  #shapes = new ShapeTable();
  #generation = 0;
  readonly #uuids = new UuidTable();
  readonly #record = new DataView(new ArrayBuffer(record.size));
  #words = new Int32Array(64 * wordsPerParameter);
  #view = new DataView(this.#words.buffer);
  #values = new Float64Array(1024);
  readonly #domainNames: InternedName[] = [];
  readonly #domainTexts: (string | null)[] = [];

  /** Shapes by their number, in this generation. Only grows until the next one. */
  get shapes(): readonly StatsShape[] {
    return this.#shapes.shapes;
  }

  /**
   * Asks for the statistics of all domains.
   * @param stats groups of statistics, `virDomainStatsTypes`; 0 for all
   * @param flags `virConnectGetAllDomainStatsFlags`
   * @throws LibvirtError
   */
  readAll(connect: Pointer<'virConnect'>, stats: number, flags: number): StatsFrame {
    return this.#read('virConnectGetAllDomainStats', (result) =>
      native.virConnectGetAllDomainStats(connect, stats, result, flags),
    );
  }

  /** Asks for the statistics of some domains of one connection. */
  readSome(domains: readonly Pointer<'virDomain'>[], stats: number, flags: number): StatsFrame {
    const array = new BigUint64Array([...domains, 0n]);
    return this.#read('virDomainListGetStats', (result) =>
      native.virDomainListGetStats(array, stats, result, flags),
    );
  }

  #read(call: string, ask: (result: ArrayBuffer) => number): StatsFrame {
    silenceErrors();
    this.#forgetIfTooMany();
    const result = new DataView(new ArrayBuffer(8));
    const count = ask(result.buffer);
    if (count < 0) throw lastError(call);
    const records = pointerAt(result, 0);
    try {
      return this.#frame(records, records === null ? 0 : count);
    } finally {
      if (records !== null) native.virDomainStatsRecordListFree(records);
    }
  }

  #forgetIfTooMany(): void {
    if (this.#names.size < mostInterned && this.shapes.length < mostInterned) return;
    this.#names = new NameTable();
    this.#shapes = new ShapeTable();
    this.#generation++;
  }

  #frame(records: bigint | null, count: number): StatsFrame {
    const pointers = new DataView(new ArrayBuffer(count * pointerSize));
    if (records !== null && count > 0) memcpy(pointers.buffer, records, count * pointerSize);
    const uuids = new Array<string>(count);
    const shapes = new Uint32Array(count);
    const offsets = new Uint32Array(count + 1);
    for (let index = 0; index < count; index++) {
      const start = offsets[index] ?? 0;
      const parameters = this.#copyRecord(pointerAt(pointers, index * pointerSize));
      uuids[index] = this.#uuids.textFor(index);
      shapes[index] = this.#decode(parameters, start);
      offsets[index + 1] = start + parameters;
    }
    this.#uuids.trim(count);
    const values = this.#values.slice(0, offsets[count] ?? 0);
    return { generation: this.#generation, uuids, shapes, offsets, values };
  }

  /** Copies the parameters and the UUID of one domain; answers how many parameters there are. */
  #copyRecord(address: bigint | null): number {
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

  /** Takes the copied parameters apart; their values go to `start`. Answers the number of the shape. */
  #decode(parameters: number, start: number): number {
    if (start + parameters > this.#values.length) {
      const larger = new Float64Array(2 * (start + parameters));
      larger.set(this.#values);
      this.#values = larger;
    }
    let name = this.#names.start;
    for (let index = 0; index < parameters; index++) {
      const word = index * wordsPerParameter;
      name = this.#names.at(name, this.#words, word, typeOffset);
      this.#domainNames[index] = name;
      this.#domainTexts[index] = null;
      this.#values[start + index] = this.#value(word, index);
    }
    return this.#shapes.find(this.#domainNames, this.#domainTexts, parameters).id;
  }

  #value(word: number, index: number): number {
    const words = this.#words;
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
      case Type.VIR_TYPED_PARAM_STRING:
        this.#domainTexts[index] = textAt(pointerAt(this.#view, at * 4)) ?? '';
        return Number.NaN;
      default:
        return Number.NaN;
    }
  }
}
