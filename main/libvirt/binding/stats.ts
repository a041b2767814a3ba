import { native } from './native.ts';
import type { Pointer } from './pointers.ts';
import { type InternedName, NameTable } from './stats-names.ts';
import { StatsRecords } from './stats-records.ts';
import { ShapeTable, type StatsShape } from './stats-shapes.ts';

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

/** Names and shapes kept before all are forgotten. */
const mostInterned = 50_000;

/**
 * Reads the statistics of all domains again and again, whatever they are: names, shapes and identifiers are
 * the objects of the last time. Where it is known beforehand which ones are wanted, `StatsRowReader` is quicker.
 */
export class StatsReader {
  readonly #records = new StatsRecords();
  #names = new NameTable();
  #shapes = new ShapeTable();
  #generation = 0;
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

  #read(call: string, ask: (result: BigUint64Array) => number): StatsFrame {
    this.#forgetIfTooMany();
    const uuids: string[] = [];
    let shapes = new Uint32Array(0);
    let offsets = new Uint32Array(1);
    this.#records.read(call, ask, {
      begin: (domains) => {
        shapes = new Uint32Array(domains);
        offsets = new Uint32Array(domains + 1);
      },
      domain: (index, uuid, parameters) => {
        const start = offsets[index] ?? 0;
        uuids.push(uuid);
        shapes[index] = this.#decode(parameters, start);
        offsets[index + 1] = start + parameters;
      },
    });
    const values = this.#values.slice(0, offsets[uuids.length] ?? 0);
    return { generation: this.#generation, uuids, shapes, offsets, values };
  }

  #forgetIfTooMany(): void {
    if (this.#names.size < mostInterned && this.shapes.length < mostInterned) return;
    this.#names = new NameTable();
    this.#shapes = new ShapeTable();
    this.#generation++;
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
      name = this.#records.name(index, this.#names, name);
      this.#domainNames[index] = name;
      this.#domainTexts[index] = this.#records.text(index);
      this.#values[start + index] = this.#records.number(index);
    }
    return this.#shapes.find(this.#domainNames, this.#domainTexts, parameters).id;
  }
}
