import { virDomainState } from '../../generated/enums-domain.ts';
import type { Domain } from '../../typed/domain.ts';

/** What is known of a domain without reading its XML. */
export interface DomainFacts {
  readonly uuid: string;
  readonly name: string;
  /** The hypervisor's id while active, else null. */
  id: number | null;
  /** virDomainState. */
  state: number;
  /** The reason enum that belongs to the state; null: the driver cannot tell for all domains at once. */
  reason: number | null;
  persistent: boolean;
  autostart: boolean;
  managedSave: boolean;
  hasSnapshots: boolean;
  /** Null: not known from the list. */
  vcpus: number | null;
  memoryKiB: number | null;
  maxMemoryKiB: number | null;
}

/** What the handle itself carries; no call to the hypervisor. */
export function factsById(uuid: string, domain: Domain): DomainFacts {
  const id = domain.getID();
  return {
    uuid,
    name: domain.getName(),
    id,
    state: id === null ? virDomainState.VIR_DOMAIN_SHUTOFF : virDomainState.VIR_DOMAIN_RUNNING,
    reason: null,
    persistent: true,
    autostart: false,
    managedSave: false,
    hasSnapshots: false,
    vcpus: null,
    memoryKiB: null,
    maxMemoryKiB: null,
  };
}

/** Takes the id from a domain that turned out to be off: handle and state were read at different times. */
export function withoutId(fact: DomainFacts): DomainFacts {
  if (fact.state === virDomainState.VIR_DOMAIN_SHUTOFF) fact.id = null;
  return fact;
}
