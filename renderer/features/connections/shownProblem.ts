import type { UriProblem } from '../../../model/uri/index.ts';

/** A problem as properties of its field: in red, or as a note where it does no harm. */
export function shownProblem(problem: UriProblem | undefined): { error?: string; description?: string } {
  if (!problem) return {};
  return problem.severity === 'note' ? { description: problem.message } : { error: problem.message };
}
