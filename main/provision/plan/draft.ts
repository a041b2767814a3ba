import { type ApiError, apiError } from '../../../contract/index.ts';
import type { DrivePart, MachineParts } from '../definition/parts.ts';
import type { Artifact, Finish } from './types.ts';
import type { PlannedDisk } from './volumes.ts';

/** What a method adds to what all machines have. */
export interface MethodPlan {
  /** A disk that comes before those of the specification. */
  readonly firstDisk: PlannedDisk | null;
  /** What differs from the common in the definition that stays. */
  readonly final: Partial<MachineParts>;
  /** What differs from the final one in the definition of the first boot; null: it is the same. */
  readonly install: Partial<MachineParts> | null;
  readonly artifacts: readonly Artifact[];
  readonly finish: Finish;
  readonly start: boolean;
  readonly warnings: readonly string[];
  readonly problems: readonly ApiError[];
}

/** A method that adds nothing. */
export const PLAIN: MethodPlan = {
  firstDisk: null,
  final: {},
  install: null,
  artifacts: [],
  finish: 'none',
  start: true,
  warnings: [],
  problems: [],
};

/** The drive without its medium. */
export function emptied(drive: DrivePart): DrivePart {
  return { ...drive, artifact: null, place: null };
}

export function needsDisk(what: string): ApiError {
  return apiError('invalid', `${what}, and the machine has no disk.`, 'Add a disk.');
}
