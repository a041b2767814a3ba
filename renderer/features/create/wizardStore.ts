import { create } from 'zustand';
import type {
  ApiErrorData,
  ConnectionId,
  HostOffer,
  JobId,
  MediaGuess,
  OsFacts,
  PlatformDefaults,
  TreeFacts,
} from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { useInventory } from '../../state/inventory.ts';
import { type Draft, emptyDraft } from './draft/draft.ts';
import { fitDraft } from './draft/fitDraft.ts';
import type { FileDraft } from './draft/parts.ts';
import { STEPS, type Step } from './draft/problems.ts';
import { type FileSlot, withFile } from './draft/slots.ts';
import type { Known } from './draft/spec.ts';
import { suggestName } from './draft/suggestName.ts';

/** How the last attempt ended. */
export interface Failure {
  /** What the machine would have been called. */
  readonly name: string;
  /** The step that it failed at, in words. */
  readonly stage: string;
  readonly error: ApiErrorData;
  /** The user wanted it so. */
  readonly cancelled: boolean;
}

/** An answer of main to a question that the draft asks; `key` says for which answers. */
export interface Asked<T> {
  readonly key: string;
  readonly value: T | null;
  readonly error: ApiErrorData | null;
}

const NOT_ASKED = { key: '', value: null, error: null };

interface WizardState {
  readonly draft: Draft;
  readonly step: Step;
  /** What the draft's host offers; null while it is read. */
  readonly offer: HostOffer | null;
  readonly offerError: ApiErrorData | null;
  readonly defaults: Asked<PlatformDefaults>;
  readonly facts: Asked<OsFacts>;
  /** What the chosen medium seems to be. */
  readonly guess: Asked<MediaGuess>;
  readonly tree: Asked<TreeFacts>;
  /** Grows when what failed is to be asked again. */
  readonly attempt: number;
  /** The job that makes the machine, once Create was pressed. */
  readonly job: JobId | null;
  readonly starting: boolean;
  readonly failure: Failure | null;
}

function beginning(): WizardState {
  return {
    draft: emptyDraft(),
    step: 'how',
    offer: null,
    offerError: null,
    defaults: NOT_ASKED,
    facts: NOT_ASKED,
    guess: NOT_ASKED,
    tree: NOT_ASKED,
    attempt: 0,
    job: null,
    starting: false,
    failure: null,
  };
}

/** The wizard's answers. They outlive the page, so that one can look something up and come back. */
export const useWizard = create<WizardState>()(beginning);

/** Forgets all answers. */
export function resetWizard(): void {
  useWizard.setState(beginning());
}

/** Replaces whole parts of the draft. */
export function setDraft(part: Partial<Draft>): void {
  useWizard.setState(({ draft }) => ({ draft: { ...draft, ...part } }));
}

type Slice = Exclude<keyof Draft, 'cards'>;

/** Changes answers of one part of the draft. Another host or method is another attempt. */
export function change<K extends Slice>(slice: K, part: Partial<Draft[K]>): void {
  useWizard.setState(({ draft, failure }) => ({
    draft: { ...draft, [slice]: { ...draft[slice], ...part } },
    failure: slice === 'how' ? null : failure,
  }));
}

/** Changes answers about one of the draft’s files. */
export function changeFile(slot: FileSlot, part: Partial<FileDraft>): void {
  useWizard.setState(({ draft }) => ({ draft: withFile(draft, slot, part) }));
}

/** What is known for the draft as it stands; answers for other answers do not count. */
export function knownOf({ offer, defaults, facts }: WizardState): Known {
  return { offer, defaults: defaults.value, facts: facts.value };
}

/** Goes to a step. Review gets a name that fits the system, until the user types one. */
export function goToStep(step: Step): void {
  const { draft } = useWizard.getState();
  if (step === 'review' && !draft.review.nameTyped) {
    change('review', { name: suggestName(draft, takenNames(draft.how.connection)) });
  }
  useWizard.setState({ step });
}

/** The next step, or the one before; undefined: there is none. */
export function stepAfter(step: Step, by: 1 | -1): Step | undefined {
  return STEPS[STEPS.indexOf(step) + by];
}

/**
 * Chooses the host and reads what it offers: the steps after the first are about that. A slow answer for another host
 * is dropped.
 */
export async function chooseHost(connection: ConnectionId, sameHost = false): Promise<void> {
  change('how', { connection });
  useWizard.setState({ offer: null, offerError: null, step: 'how' });
  const isCurrent = () => useWizard.getState().draft.how.connection === connection;
  try {
    const offer = await client().machines.offer({ connection });
    if (isCurrent()) useWizard.setState(({ draft }) => ({ offer, draft: fitDraft(draft, offer, sameHost) }));
  } catch (error) {
    if (isCurrent()) useWizard.setState({ offerError: toErrorData(error) });
  }
}

/** Asks again what could not be answered. */
export function askAgain(): void {
  const again = <T>(asked: Asked<T>): Asked<T> => (asked.error ? { ...asked, error: null } : asked);
  useWizard.setState(({ attempt, defaults, facts, guess, tree }) => ({
    attempt: attempt + 1,
    defaults: again(defaults),
    facts: again(facts),
    guess: again(guess),
    tree: again(tree),
  }));
}

/** Begins with answers that were kept, on the host that is chosen. */
export function takeDraft(draft: Draft): void {
  const { offer } = useWizard.getState();
  useWizard.setState({
    draft: offer ? fitDraft(draft, offer, true) : draft,
    guess: NOT_ASKED,
    tree: NOT_ASKED,
    failure: null,
  });
}

function takenNames(connection: ConnectionId | null): ReadonlySet<string> {
  const picture = connection === null ? undefined : useInventory.getState().pictures.get(connection);
  return new Set([...(picture?.domains.values() ?? [])].map(({ name }) => name));
}
