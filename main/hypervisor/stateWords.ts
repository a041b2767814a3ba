import type { DomainRow } from '../../contract/index.ts';
import type { DomainFacts } from '../libvirt/operations/inventory.ts';
import type { ListedDomain } from './inventory.ts';

type State = DomainRow['state'];

/** By virDomainState. */
const STATES: readonly State[] = [
  'nostate',
  'running',
  'blocked',
  'paused',
  'shutdown',
  'shutoff',
  'crashed',
  'pmsuspended',
];

/** By the reason enum that belongs to each state: virDomainRunningReason and so on, in lower case. */
const REASONS: Readonly<Record<State, readonly string[]>> = {
  nostate: ['unknown'],
  running: [
    'unknown',
    'booted',
    'migrated',
    'restored',
    'from_snapshot',
    'unpaused',
    'migration_canceled',
    'save_canceled',
    'wakeup',
    'crashed',
    'postcopy',
    'postcopy_failed',
  ],
  blocked: ['unknown'],
  paused: [
    'unknown',
    'user',
    'migration',
    'save',
    'dump',
    'ioerror',
    'watchdog',
    'from_snapshot',
    'shutting_down',
    'snapshot',
    'crashed',
    'starting_up',
    'postcopy',
    'postcopy_failed',
  ],
  shutdown: ['unknown', 'user'],
  shutoff: [
    'unknown',
    'shutdown',
    'destroyed',
    'crashed',
    'migrated',
    'saved',
    'failed',
    'from_snapshot',
    'daemon',
  ],
  crashed: ['unknown', 'panicked'],
  pmsuspended: ['unknown'],
};

/** The row of a domain as operations tell it. Numbers of later libvirt versions become "unknown". */
export function toListed(facts: DomainFacts): ListedDomain {
  const state = STATES[facts.state] ?? 'nostate';
  return {
    uuid: facts.uuid,
    name: facts.name,
    id: facts.id,
    state,
    reason: REASONS[state][facts.reason ?? 0] ?? 'unknown',
    persistent: facts.persistent,
    autostart: facts.autostart,
    managedSave: facts.managedSave,
    hasSnapshots: facts.hasSnapshots,
    vcpus: facts.vcpus ?? 0,
    memoryKiB: facts.memoryKiB ?? 0,
    maxMemoryKiB: facts.maxMemoryKiB ?? 0,
  };
}
