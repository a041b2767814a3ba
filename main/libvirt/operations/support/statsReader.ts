import { StatsRowReader, type StatsRows } from '../../binding/stats-rows.ts';
import { virConnectGetAllDomainStatsFlags } from '../../generated/enums-domain.ts';
import type { Connect } from '../../typed/connect.ts';
import { isUnsupported } from './attempt.ts';
import { columnOf, STAT_COLUMNS } from './statNames.ts';

const NOWAIT = virConnectGetAllDomainStatsFlags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_NOWAIT;

/** Reads rows of STAT_COLUMNS; a domain that is busy does not hold up the others where the daemon knows how. */
export class StatsReader {
  readonly #rows = new StatsRowReader(STAT_COLUMNS.length, columnOf);
  #waits = false;

  /**
   * @param stats virDomainStatsTypes
   * @param flags virConnectGetAllDomainStatsFlags; NOWAIT is added where the daemon knows it
   * @throws LibvirtError
   */
  read(connect: Connect, stats: number, flags: number): StatsRows {
    if (this.#waits) return this.#rows.read(connect.address, stats, flags);
    try {
      return this.#rows.read(connect.address, stats, (flags | NOWAIT) >>> 0);
    } catch (error) {
      if (!isUnsupported(error)) throw error;
    }
    const rows = this.#rows.read(connect.address, stats, flags);
    this.#waits = true;
    return rows;
  }
}
