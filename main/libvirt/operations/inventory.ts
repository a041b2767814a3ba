import { virConnectListAllDomainsFlags as List } from '../generated/enums-domain.ts';
import type { Connect } from '../typed/connect.ts';
import type { Session } from './session.ts';
import { isGone, whereKnown, whereSupported } from './support/attempt.ts';
import { type DomainFacts, factsById, withoutId } from './support/domainFacts.ts';
import { stateBySubsets, statesByStats } from './support/domainStates.ts';
import { uuidOf } from './support/uuids.ts';

export type { DomainFacts } from './support/domainFacts.ts';

/** The whole list of domains. */
export interface DomainList {
  readonly domains: DomainFacts[];
  /** False where the driver cannot tell reasons, vcpus and memory of all domains at once: see `refreshDomains`. */
  readonly complete: boolean;
}

/**
 * Lists all domains with what is known of each without its XML, in at most ten calls however many they are:
 * the same list again with a filter flag tells which domains have the property.
 */
export function listDomains(session: Session): DomainList {
  const handles = new Map(session.connect.listAllDomains(0).map((domain) => [uuidOf(domain), domain]));
  session.replaceDomains(handles);
  const facts = new Map<string, DomainFacts>();
  for (const [uuid, domain] of handles) facts.set(uuid, factsById(uuid, domain));
  const persistent = subset(session.connect, List.VIR_CONNECT_LIST_DOMAINS_PERSISTENT);
  const autostart = subset(session.connect, List.VIR_CONNECT_LIST_DOMAINS_AUTOSTART);
  const managedSave = subset(session.connect, List.VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE);
  const snapshots = subset(session.connect, List.VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT);
  for (const [uuid, fact] of facts) {
    fact.persistent = persistent?.has(uuid) ?? true;
    fact.autostart = autostart?.has(uuid) ?? false;
    fact.managedSave = managedSave?.has(uuid) ?? false;
    fact.hasSnapshots = snapshots?.has(uuid) ?? false;
  }
  const known = statesByStats(session, facts);
  if (!known) stateBySubsets(facts, (flag) => subset(session.connect, flag));
  return { domains: [...facts.values()], complete: known && [...facts.values()].every(isComplete) };
}

/** The domains with a property; null where the driver does not know the filter. */
function subset(connect: Connect, flag: number): Set<string> | null {
  const domains = whereSupported(() => connect.listAllDomains(flag), null);
  if (domains === null) return null;
  const uuids = new Set<string>();
  for (const domain of domains) {
    uuids.add(uuidOf(domain));
    domain.free();
  }
  return uuids;
}

const isComplete = (fact: DomainFacts): boolean => fact.vcpus !== null && fact.memoryKiB !== null;

/**
 * Reads some domains again, one by one: after an event, or for what the list could not tell. Domains that
 * are gone are listed in `removed`. About six calls each.
 */
export function refreshDomains(
  session: Session,
  { uuids }: { uuids: readonly string[] },
): { domains: DomainFacts[]; removed: string[] } {
  const domains: DomainFacts[] = [];
  const removed: string[] = [];
  for (const uuid of uuids) {
    if (session.cancelled()) break;
    try {
      domains.push(refreshDomain(session, uuid));
    } catch (error) {
      if (!isGone(error)) throw error;
      session.forgetDomain(uuid);
      removed.push(uuid);
    }
  }
  return { domains, removed };
}

function refreshDomain(session: Session, uuid: string): DomainFacts {
  // Looked up anew: the id and the name in a handle are those of its making.
  const domain = session.connect.domainLookupByUUIDString(uuid);
  session.keepDomain(uuid, domain);
  const fact = factsById(uuid, domain);
  const { state, reason } = domain.getState();
  const info = domain.getInfo();
  fact.state = state;
  fact.reason = reason;
  fact.vcpus = info.nrVirtCpu;
  fact.memoryKiB = info.memory;
  fact.maxMemoryKiB = info.maxMem;
  fact.persistent = domain.isPersistent();
  // A transient domain has neither; asking would be an error on some drivers.
  fact.autostart = fact.persistent && whereKnown(() => domain.getAutostart(), false);
  fact.managedSave = fact.persistent && whereKnown(() => domain.hasManagedSaveImage(), false);
  fact.hasSnapshots = whereKnown(() => domain.snapshotNum(), 0) > 0;
  return withoutId(fact);
}
