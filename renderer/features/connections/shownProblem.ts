import type { UriProblem } from '../../../model/uri/index.ts';

/**
 * A problem as properties of its field: in red, or as a note where it does no harm. Of what is dangerous
 * the dialog tells loudly already; its field is only marked.
 */
export function shownProblem(problem: UriProblem | undefined): {
  error?: string | boolean;
  description?: string;
} {
  switch (problem?.severity) {
    case 'error':
      return { error: problem.message };
    case 'danger':
      return { error: true };
    case 'note':
      return { description: problem.message };
    default:
      return {};
  }
}
