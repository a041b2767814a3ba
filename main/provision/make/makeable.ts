import type { MachinePlan } from '../plan/types.ts';

/** What making a machine needs of its plan. */
export type Makeable = Pick<
  MachinePlan,
  'spec' | 'artifacts' | 'definition' | 'installDefinition' | 'finish' | 'reboots' | 'start' | 'problems'
>;
