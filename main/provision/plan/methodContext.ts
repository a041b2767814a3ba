import type { MachineSpec, Platform } from '../../../contract/index.ts';
import type { Hypervisor } from '../../hypervisor/hypervisor.ts';
import type { DefaultsContext } from '../defaults/context.ts';
import type { PoolBook } from './pools.ts';
import type { PlanSources } from './sources.ts';
import type { DiskContext } from './volumes.ts';

/** What the plan of a method is made from. */
export interface MethodContext {
  readonly host: Hypervisor;
  readonly spec: MachineSpec;
  readonly context: DefaultsContext;
  readonly platform: Platform;
  readonly pools: PoolBook;
  readonly sources: PlanSources;
  readonly disks: DiskContext;
}

/** Pools that the user has chosen, in order: what Virtdeck puts on the host goes to one of them. */
export function chosenPools(spec: MachineSpec): string[] {
  const own = spec.install.method === 'cloud' ? [spec.install.pool] : [];
  return [...own, ...spec.disks.map((disk) => disk.pool)];
}
