import type { Draft } from './draft.ts';
import { mediaProblems } from './mediaProblems.ts';
import { isContainer } from './questions.ts';
import { cardProblems, resourceProblems } from './resourceProblems.ts';
import type { Known } from './spec.ts';

/** The steps, in order. */
export const STEPS = ['how', 'media', 'resources', 'network', 'review'] as const;
export type Step = (typeof STEPS)[number];

/** What is wrong, by field. */
export type Problems = Readonly<Record<string, string>>;

/** What is wrong with one step; empty: it can be left. */
export function problemsOf(step: Step, draft: Draft, known: Known): Problems {
  switch (step) {
    case 'how':
      return howProblems(draft, known);
    case 'media':
      return mediaProblems(draft, known);
    case 'resources':
      return resourceProblems(draft, known);
    case 'network':
      return cardProblems(draft, known);
    case 'review':
      return draft.review.name.trim() === '' ? { name: 'The machine needs a name.' } : {};
  }
}

function howProblems({ how }: Draft, { offer }: Known): Record<string, string> {
  if (how.connection === null) return { connection: 'Choose a host.' };
  if (!offer) return {};
  if (offer.refusal) return { connection: offer.refusal };
  const method = offer.methods.find((one) => one.method === how.method);
  if (!method) return { method: 'This host does not offer it.' };
  if (method.refusal) return { method: method.refusal };
  if (offer.arches.length === 0) return { method: 'This host does not say what it can run.' };
  return {};
}

/** What a step is called: what it asks differs between methods. */
export function stepTitle(step: Step, method: Draft['how']['method']): string {
  if (step === 'media' && method === 'empty') return 'System';
  if (step === 'media' && method === 'pxe') return 'Network boot';
  if (step === 'media' && isContainer(method)) return 'Container';
  return { how: 'How', media: 'Media', resources: 'Resources', network: 'Network', review: 'Review' }[step];
}
