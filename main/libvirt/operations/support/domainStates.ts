import {
  virConnectListAllDomainsFlags as List,
  virDomainState as State,
  virDomainStatsTypes as Stats,
} from '../../generated/enums-domain.ts';
import type { Session } from '../session.ts';
import { whereSupported } from './attempt.ts';
import { type DomainFacts, withoutId } from './domainFacts.ts';
import { STAT_COLUMNS, STAT_INDEX } from './statNames.ts';
import { StatsReader } from './statsReader.ts';

const WANTED = Stats.VIR_DOMAIN_STATS_STATE | Stats.VIR_DOMAIN_STATS_BALLOON | Stats.VIR_DOMAIN_STATS_VCPU;

/**
 * Fills in state, reason, vcpus and memory of all domains from one bulk call.
 * @returns false where the driver has no bulk statistics; nothing is changed then
 */
export function statesByStats(session: Session, facts: ReadonlyMap<string, DomainFacts>): boolean {
  const reader = session.memo('inventory.stats', () => new StatsReader());
  const rows = whereSupported(() => reader.read(session.connect, WANTED, 0), null);
  if (rows === null) return false;
  for (const [row, uuid] of rows.uuids.entries()) {
    const fact = facts.get(uuid);
    if (!fact) continue;
    const value = (column: keyof typeof STAT_INDEX): number | null => {
      const number = rows.values[row * STAT_COLUMNS.length + STAT_INDEX[column]] ?? Number.NaN;
      return Number.isNaN(number) ? null : number;
    };
    fact.state = value('state') ?? fact.state;
    fact.reason = value('reason');
    fact.vcpus = value('vcpus');
    fact.memoryKiB = value('balloonKiB') ?? value('maxBalloonKiB');
    fact.maxMemoryKiB = value('maxBalloonKiB');
    withoutId(fact);
  }
  return true;
}

/** Tells the states apart by four lists, for drivers without bulk statistics. Reasons stay unknown. */
export function stateBySubsets(
  facts: ReadonlyMap<string, DomainFacts>,
  subset: (flag: number) => ReadonlySet<string> | null,
): void {
  const states: readonly (readonly [number, number])[] = [
    [List.VIR_CONNECT_LIST_DOMAINS_RUNNING, State.VIR_DOMAIN_RUNNING],
    [List.VIR_CONNECT_LIST_DOMAINS_PAUSED, State.VIR_DOMAIN_PAUSED],
    [List.VIR_CONNECT_LIST_DOMAINS_SHUTOFF, State.VIR_DOMAIN_SHUTOFF],
  ];
  for (const [flag, state] of states) {
    for (const uuid of subset(flag) ?? []) {
      const fact = facts.get(uuid);
      if (fact) fact.state = state;
    }
  }
}
