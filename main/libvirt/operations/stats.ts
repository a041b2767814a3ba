import {
  virConnectGetAllDomainStatsFlags as Flags,
  virDomainStatsTypes as Stats,
} from '../generated/enums-domain.ts';
import { type HostCounters, hostCounters } from './host.ts';
import type { Session } from './session.ts';
import { whereSupported } from './support/attempt.ts';
import { monotonicMs } from './support/clock.ts';
import { STAT_COLUMNS } from './support/statNames.ts';
import { StatsReader } from './support/statsReader.ts';

/** One reading of all active domains. Row r, column c is `values[r * columns + c]`; see STAT_COLUMNS. */
export interface DomainStats {
  /** Milliseconds on a clock that never goes back, at the middle of libvirt's call. */
  readonly timeMs: number;
  /** Changes when the rows are about other domains, or in another order. */
  readonly generation: number;
  /** The domain of each row; null when the caller knows this generation. */
  readonly uuids: string[] | null;
  readonly columns: number;
  readonly values: Float64Array;
  /** How long libvirt took, and how long reading what it gave, in ms. */
  readonly callMs: number;
  readonly decodeMs: number;
}

/** What a tick reads: nothing that needs another question to each guest beyond these. */
const WANTED =
  Stats.VIR_DOMAIN_STATS_STATE |
  Stats.VIR_DOMAIN_STATS_CPU_TOTAL |
  Stats.VIR_DOMAIN_STATS_BALLOON |
  Stats.VIR_DOMAIN_STATS_INTERFACE |
  Stats.VIR_DOMAIN_STATS_BLOCK;

class Ticker {
  readonly reader = new StatsReader();
  generation = 0;
}

/**
 * Reads the statistics of all active domains with one call.
 * @param known generation of the rows that the caller knows, or 0
 * @returns null where the driver has no bulk statistics
 */
export function domainStats(session: Session, { known }: { known: number }): DomainStats | null {
  const ticker = session.memo('stats.ticker', () => new Ticker());
  const start = monotonicMs();
  const rows = whereSupported(
    () => ticker.reader.read(session.connect, WANTED, Flags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ACTIVE),
    null,
  );
  if (rows === null) return null;
  if (!rows.sameDomains || ticker.generation === 0) ticker.generation += 1;
  const { generation } = ticker;
  return {
    timeMs: start + rows.callMs / 2,
    generation,
    uuids: known === generation ? null : [...rows.uuids],
    columns: STAT_COLUMNS.length,
    values: rows.values,
    callMs: rows.callMs,
    decodeMs: rows.decodeMs,
  };
}

/** One reading of everything that changes from tick to tick. */
export interface StatsReading {
  /** Null where the driver has no bulk statistics. */
  readonly domains: DomainStats | null;
  /** Null where the driver tells nothing of its host. */
  readonly host: HostCounters | null;
}

/** Reads the domains' statistics and the host's load: three calls, and those that the driver lacks only once. */
export function statsReading(session: Session, { known }: { known: number }): StatsReading {
  const lacks = session.memo('stats.lacks', () => ({ domains: false, host: false }));
  const domains = lacks.domains ? null : domainStats(session, { known });
  const host = lacks.host ? null : hostCounters(session);
  lacks.domains ||= domains === null;
  lacks.host ||= host === null;
  return { domains, host };
}
