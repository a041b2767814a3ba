import { pluggedMemory } from '../build/memoryModules.ts';
import type { Domain } from '../domain/domain.ts';
import type { Change, Effect } from './change.ts';
import { locateDevice } from './locate.ts';
import { hasPciSlot } from './pciSlots.ts';

/** Bytes that the balloon of a running machine can be set to at most: what it was started with, and what is plugged in. */
export function mostMemory(live: Domain, proposed: Domain): number | null {
  if (live.memory === null) return null;
  return live.memory + (live.maxMemory === null ? 0 : pluggedMemory(proposed) - pluggedMemory(live));
}

/**
 * Whether the machine that runs has what a change needs that can be made while one runs: the device, or room for more.
 * What is saved may be another machine already, which only the next boot brings.
 */
export function fitsRunning(change: Pick<Change, 'live' | 'key'>, live: Domain, proposed: Domain): boolean {
  switch (change.live) {
    case 'memory':
      return (proposed.currentMemory ?? proposed.memory ?? 0) <= (mostMemory(live, proposed) ?? Infinity);
    case 'vcpus':
      return (proposed.currentVcpus ?? proposed.vcpu ?? 1) <= (live.vcpu ?? Infinity);
    case 'attach': {
      // Memory is plugged into room that is kept from the start.
      if (change.key.startsWith('memoryDevices[')) return live.maxMemory !== null;
      const found = locateDevice(proposed, change.key);
      return found === undefined || hasPciSlot(found.device, live, proposed);
    }
    case 'detach':
    case 'update':
    case 'media':
    case 'iotune':
    case 'balloon-statistics':
      return locateDevice(live, change.key) !== undefined;
    default:
      return true;
  }
}

/**
 * Changes with when they can be in force in the machine that runs; null: none does.
 * @param transient it is not saved, so that there is no next boot
 */
export function whenRunning(
  changes: readonly Change[],
  live: Domain | null,
  proposed: Domain,
  transient = false,
): Change[] {
  if (live === null) return [...changes];
  return changes.map((change) => ({
    ...change,
    effect: effectRunning(change.effect, () => fitsRunning(change, live, proposed), transient),
  }));
}

/**
 * When a change is in force in the machine that runs.
 * @param effect when it could be in any
 * @param fits asked where it could be now
 * @param transient the machine is not saved
 */
export function effectRunning(effect: Effect, fits: () => boolean, transient: boolean): Effect {
  if (effect === 'now' && fits()) return 'now';
  if (transient) return 'never';
  return effect === 'now' ? 'next-boot' : effect;
}
