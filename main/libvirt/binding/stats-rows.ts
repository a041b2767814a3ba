import { native } from './native.ts';
import type { Pointer } from './pointers.ts';
import { NameTable } from './stats-names.ts';
import { StatsRecords, type StatsTimes } from './stats-records.ts';

/** Names kept before all are forgotten: a hypervisor may make up new ones at every tick. */
const mostNames = 50_000;

/** The rows of one bulk call. */
export interface StatsRows extends StatsTimes {
  /** The domain of each row. */
  readonly uuids: readonly string[];
  /** Row r, column c at `r * width + c`; NaN where libvirt says nothing. */
  readonly values: Float64Array;
  /** Every row has the same domain as in the last call. */
  readonly sameDomains: boolean;
}

/**
 * Reads the same few statistics of all domains again and again: a row of numbers for each domain, and no
 * object per value. Parameters that belong to one column (those of several devices) add up.
 */
export class StatsRowReader {
  readonly #records = new StatsRecords();
  readonly #width: number;
  readonly #columnOf: (name: string) => number;
  #names = new NameTable();
  /** Columns by the number of a name. */
  #columns: number[] = [];
  #values: Float64Array;
  #uuids: string[] = [];

  /**
   * @param width number of columns
   * @param columnOf asked once for each name that comes; -1 where it is not wanted
   */
  constructor(width: number, columnOf: (name: string) => number) {
    this.#width = width;
    this.#columnOf = columnOf;
    this.#values = new Float64Array(width * 64);
  }

  /**
   * @param stats groups of statistics, `virDomainStatsTypes`
   * @param flags `virConnectGetAllDomainStatsFlags`
   * @throws LibvirtError
   */
  read(connect: Pointer<'virConnect'>, stats: number, flags: number): StatsRows {
    if (this.#names.size >= mostNames) {
      this.#names = new NameTable();
      this.#columns = [];
    }
    const before = this.#uuids;
    const uuids: string[] = [];
    let sameDomains = false;
    const times = this.#records.read(
      'virConnectGetAllDomainStats',
      (result) => native.virConnectGetAllDomainStats(connect, stats, result, flags),
      {
        begin: (domains) => {
          sameDomains = domains === before.length;
          this.#clear(domains);
        },
        domain: (row, uuid, parameters) => {
          if (before[row] !== uuid) sameDomains = false;
          uuids.push(uuid);
          this.#decode(row * this.#width, parameters);
        },
      },
    );
    this.#uuids = uuids;
    return { uuids, values: this.#values.slice(0, uuids.length * this.#width), sameDomains, ...times };
  }

  #clear(domains: number): void {
    const room = domains * this.#width;
    if (room > this.#values.length) this.#values = new Float64Array(2 * room);
    this.#values.fill(Number.NaN, 0, room);
  }

  #decode(start: number, parameters: number): void {
    const values = this.#values;
    let name = this.#names.start;
    for (let index = 0; index < parameters; index++) {
      name = this.#records.name(index, this.#names, name);
      const column = this.#columns[name.id] ?? this.#learn(name.id, name.text);
      if (column < 0) continue;
      const value = this.#records.number(index);
      const sum = values[start + column] ?? Number.NaN;
      values[start + column] = Number.isNaN(sum) ? value : sum + value;
    }
  }

  #learn(id: number, name: string): number {
    const column = this.#columnOf(name);
    this.#columns[id] = column;
    return column;
  }
}
