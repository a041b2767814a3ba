import type { Problems } from '../draft/problems.ts';
import type { NameCheck } from '../useNameCheck.ts';

/** What every step gets. */
export interface StepProps {
  /** What is wrong, by field; empty until the user wanted to go on. */
  readonly problems: Problems;
  readonly name: NameCheck;
}
