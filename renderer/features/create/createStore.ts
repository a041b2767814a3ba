import { create } from 'zustand';
import type { ApiErrorData, ConnectionId, HostOptions, JobId } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { useInventory } from '../../state/inventory.ts';
import { type Draft, draftFor, EMPTY_DRAFT, STEPS, type Step, suggestName, toNewMachine } from './draft.ts';

/** How the last attempt ended. */
export interface Failure {
  /** What the machine would have been called. */
  readonly name: string;
  /** The step that it failed at, in words. */
  readonly stage: string;
  readonly error: ApiErrorData;
}

interface CreateState {
  readonly draft: Draft;
  readonly step: Step;
  /** What the draft's host offers; null while it is read. */
  readonly options: HostOptions | null;
  readonly optionsError: ApiErrorData | null;
  /** The job that makes the machine, once Create was pressed. */
  readonly job: JobId | null;
  readonly starting: boolean;
  readonly failure: Failure | null;
}

const START: CreateState = {
  draft: EMPTY_DRAFT,
  step: 'how',
  options: null,
  optionsError: null,
  job: null,
  starting: false,
  failure: null,
};

/** The wizard's answers. They outlive the page, so that one can look something up and come back. */
export const useCreate = create<CreateState>()(() => START);

/** Forgets all answers. */
export function resetCreate(): void {
  useCreate.setState(START);
}

export function changeDraft(change: Partial<Draft>): void {
  useCreate.setState(({ draft }) => ({ draft: { ...draft, ...change } }));
}

/** Goes to a step. Review gets a name that fits the medium, until the user types one. */
export function goToStep(step: Step): void {
  const { draft } = useCreate.getState();
  if (step === 'review' && !draft.nameTyped)
    changeDraft({ name: suggestName(draft, takenNames(draft.connection)) });
  useCreate.setState({ step });
}

export function stepAfter(step: Step, by: 1 | -1): Step | undefined {
  return STEPS[STEPS.indexOf(step) + by];
}

/** Chooses the host and reads what it offers. A slow answer for another host is dropped. */
export async function chooseHost(connection: ConnectionId): Promise<void> {
  changeDraft({ connection });
  useCreate.setState({ options: null, optionsError: null });
  const isCurrent = () => useCreate.getState().draft.connection === connection;
  try {
    const options = await client().provision.hostOptions({ connection });
    if (!isCurrent()) return;
    useCreate.setState(({ draft }) => ({ options, draft: draftFor(draft, connection, options) }));
  } catch (error) {
    if (isCurrent()) useCreate.setState({ optionsError: toErrorData(error) });
  }
}

/** Starts making the machine. What is wrong at once is told like what goes wrong later. */
export async function startCreate(): Promise<void> {
  const machine = toNewMachine(useCreate.getState().draft);
  if (!machine) return;
  useCreate.setState({ starting: true, failure: null });
  try {
    const { job } = await client().provision.create(machine);
    useCreate.setState({ job });
  } catch (error) {
    useCreate.setState({ failure: { name: machine.name, stage: 'Checking', error: toErrorData(error) } });
  } finally {
    useCreate.setState({ starting: false });
  }
}

/** Back to the review with everything kept, saying what went wrong. */
export function createFailed(failure: Omit<Failure, 'name'>): void {
  useCreate.setState(({ draft }) => ({
    job: null,
    failure: { name: draft.name.trim(), ...failure },
    step: 'review',
  }));
}

function takenNames(connection: ConnectionId | null): ReadonlySet<string> {
  const picture = connection === null ? undefined : useInventory.getState().pictures.get(connection);
  return new Set([...(picture?.domains.values() ?? [])].map(({ name }) => name));
}
