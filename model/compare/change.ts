import type { LiveOperation } from './live.ts';

/**
 * When a change can be in force on a running machine: `now` if the hypervisor can change it while it runs,
 * `next-boot` if it is kept until the machine is started afresh (a reboot inside the guest is not enough),
 * `power-off` if it can only be made while the machine is off, `never` if it would be kept and nothing is: the machine
 * runs without being saved.
 */
export type Effect = 'now' | 'next-boot' | 'power-off' | 'never';

/** One difference between two documents. */
export interface Change {
  readonly kind: 'changed' | 'added' | 'removed';
  /**
   * What the difference is in, found by identity and not by position: `devices/disk[vda]/cache`. Two changes
   * with the same key are about the same thing, whatever documents they come from.
   */
  readonly key: string;
  /** The thing in words: `disk vda`, `network card 52:54:00:6b:3c:58`; empty for the machine itself. */
  readonly subject: string;
  /** The property in words: `cache`; empty if the whole thing was added or removed. */
  readonly label: string;
  /** The accessors that lead to the value, `['disks', 'cache']`; empty for what no accessor reaches. */
  readonly fields: readonly string[];
  /** The values in words; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  readonly effect: Effect;
  /** How a running machine is changed in this; null where it cannot be. */
  readonly live: LiveOperation | null;
  /** The change as a sentence: `disk vda: cache none -> writeback`. */
  readonly text: string;
}
