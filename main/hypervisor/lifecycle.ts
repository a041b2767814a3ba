import type { DomainEvent, DomainRow } from '../../contract/index.ts';
import { virDomainEventType as Type } from '../libvirt/generated/enums-domain.ts';

type Severity = DomainEvent['severity'];

/** What a lifecycle event says: in words, how grave it is, and what the row looks like afterwards. */
export interface LifecycleMeaning {
  readonly message: string;
  readonly severity: Severity;
  /** What can be shown before libvirt has been asked; null: nothing is certain. */
  readonly change: Pick<DomainRow, 'state' | 'reason'> | null;
  /** The saved definition is gone: so is the domain, unless it runs. */
  readonly removed: boolean;
}

/** One detail of an event: words in brackets, the state's reason (virDomain*Reason), severity. */
type Detail = readonly [words: string, reason: string, severity?: Severity];

interface Kind {
  readonly word: string;
  readonly state: DomainRow['state'] | null;
  /** By number: the detail enum that belongs to the type. */
  readonly details: readonly Detail[];
}

/** By virDomainEventType. */
const KINDS = new Map<number, Kind>([
  [
    Type.VIR_DOMAIN_EVENT_DEFINED,
    {
      word: 'Definition saved',
      state: null,
      details: [
        ['new', ''],
        ['changed', ''],
        ['renamed', ''],
        ['from a snapshot', ''],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_UNDEFINED,
    {
      word: 'Definition removed',
      state: null,
      details: [
        ['', ''],
        ['renamed', ''],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_STARTED,
    {
      word: 'Started',
      state: 'running',
      details: [
        ['booted', 'booted'],
        ['migrated here', 'migrated'],
        ['saved state restored', 'restored'],
        ['from a snapshot', 'from_snapshot'],
        ['woken up', 'wakeup'],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_SUSPENDED,
    {
      word: 'Paused',
      state: 'paused',
      details: [
        ['by a user', 'user'],
        ['for migration', 'migration'],
        ['because of an I/O error', 'ioerror', 'error'],
        ['by its watchdog', 'watchdog', 'warning'],
        ['saved state restored', 'unknown'],
        ['from a snapshot', 'from_snapshot'],
        ['after a failed operation', 'unknown', 'warning'],
        ['for post-copy migration', 'postcopy'],
        ['post-copy migration failed', 'postcopy_failed', 'error'],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_RESUMED,
    {
      word: 'Resumed',
      state: 'running',
      details: [
        ['', 'unpaused'],
        ['migrated here', 'migrated'],
        ['from a snapshot', 'from_snapshot'],
        ['while migration goes on', 'postcopy'],
        ['post-copy migration failed', 'postcopy_failed', 'error'],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_STOPPED,
    {
      word: 'Stopped',
      state: 'shutoff',
      details: [
        ['shut down', 'shutdown'],
        ['forced off', 'destroyed', 'warning'],
        ['crashed', 'crashed', 'error'],
        ['migrated away', 'migrated'],
        ['state saved', 'saved'],
        // libvirt tells so that a hypervisor's process is suddenly gone; in its list the machine has "crashed" then,
        // and "failed" is one that could not be started.
        ['the hypervisor failed', 'crashed', 'error'],
        ['a snapshot was loaded', 'from_snapshot'],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_SHUTDOWN,
    {
      word: 'Shutting down',
      state: 'shutdown',
      details: [
        ['', 'unknown'],
        ['by the guest', 'user'],
        ['by the host', 'user'],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_PMSUSPENDED,
    {
      word: 'Suspended by the guest',
      state: 'pmsuspended',
      details: [
        ['to memory', 'unknown'],
        ['to disk', 'unknown'],
      ],
    },
  ],
  [
    Type.VIR_DOMAIN_EVENT_CRASHED,
    {
      word: 'Crashed',
      state: 'crashed',
      details: [
        ['the guest panicked', 'panicked', 'error'],
        ['the guest panicked and dumped itself', 'unknown', 'error'],
      ],
    },
  ],
]);

/** Reasons for a state (virDomain*Reason) of machines that go on, or can: elsewhere, or from a file. */
const LIVES_ON = new Set(['migrated', 'migration', 'postcopy', 'saved', 'from_snapshot']);

/**
 * Whether a machine that a host does not have any more was deleted: its definition was removed, or it has ended without
 * having one. What only remained of one that has migrated was no machine.
 * @param row as it was known last: the event that says more may still be on its way
 */
export function wasDeleted({
  id,
  persistent,
  reason,
}: Pick<DomainRow, 'id' | 'persistent' | 'reason'>): boolean {
  return id === null && persistent ? reason !== 'migrated' : !LIVES_ON.has(reason);
}

/**
 * The meaning of a lifecycle event (virDomainEventType and its detail). Types and details of later
 * libvirt versions give plain words and no change.
 */
export function lifecycleMeaning(type: number, detail: number): LifecycleMeaning {
  const kind = KINDS.get(type);
  if (!kind)
    return { message: `State changed (event ${type})`, severity: 'info', change: null, removed: false };
  const [words, reason, severity] = kind.details[detail] ?? [`detail ${detail}`, 'unknown'];
  return {
    message: words === '' ? kind.word : `${kind.word} (${words})`,
    severity: severity ?? 'info',
    change: kind.state === null ? null : { state: kind.state, reason },
    // A renamed domain (detail 1) is only defined anew.
    removed: type === Type.VIR_DOMAIN_EVENT_UNDEFINED && detail === 0,
  };
}
