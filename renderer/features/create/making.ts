import type { Job, JobId } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { isEnded, unwatchJob, useJobs, watchJob } from '../../state/jobs.ts';
import { currentRoute, navigate } from '../../state/route.ts';
import { toSpec } from './draft/spec.ts';
import { chooseHost, type Failure, knownOf, resetWizard, useWizard } from './wizardStore.ts';

/** Starts making the machine. What is wrong at once is told like what goes wrong later. */
export async function startMaking(): Promise<void> {
  const state = useWizard.getState();
  const spec = toSpec(state.draft, knownOf(state));
  if (!spec) {
    const message = 'An answer is missing, or the host has not said yet what it offers.';
    makingFailed({ stage: 'Checking', cancelled: false, error: { kind: 'invalid', message } });
    return;
  }
  useWizard.setState({ starting: true, failure: null });
  try {
    const { job } = await client().machines.make(spec);
    useWizard.setState({ job });
    followMaking(job);
  } catch (error) {
    makingFailed({ stage: 'Checking', cancelled: false, error: toErrorData(error) });
  } finally {
    useWizard.setState({ starting: false });
  }
}

/**
 * Waits for the end of the job that makes the wizard's machine, whatever page is shown: the wizard is free for another
 * machine then, or has its answers back together with what went wrong.
 */
export function followMaking(id: JobId): void {
  let seen = false;
  watchJob(id);
  const look = () => {
    if (useWizard.getState().job !== id) return stop();
    const job = useJobs.getState().byId.get(id);
    if (job) seen = true;
    if (job ? !isEnded(job) : !seen) return;
    stop();
    // After whoever hears of the same change: they ask which page is shown while it ends.
    queueMicrotask(() => {
      unwatchJob(id);
      if (job) ended(job);
      else vanished();
    });
  };
  const stop = useJobs.subscribe(look);
  look();
}

/** Begins with another machine of the host; the end of the one that is being made is told like that of every job. */
export function makeAnother(id: JobId): void {
  const { connection } = useWizard.getState().draft.how;
  unwatchJob(id);
  resetWizard();
  if (connection !== null) void chooseHost(connection);
}

function ended(job: Job): void {
  if (job.state === 'succeeded') succeeded(job);
  else notMade(job);
}

function succeeded({ connection, uuid }: Job): void {
  const shown = currentRoute().page === 'new';
  resetWizard();
  // Who has gone elsewhere meanwhile stays there.
  if (!shown) return;
  if (connection === null || uuid === null) navigate({ page: 'fleet' }, { replace: true });
  else navigate({ page: 'machine', connection, uuid, tab: 'console' }, { replace: true });
}

function notMade({ state, stage, error }: Job): void {
  const cancelled = state === 'cancelled';
  const silent = cancelled
    ? ({ kind: 'cancelled', message: 'It was cancelled. Nothing was left on the host.' } as const)
    : ({ kind: 'internal', message: 'It failed without saying why.' } as const);
  makingFailed({ stage, cancelled, error: error ?? silent });
}

/** Another Virtdeck answers than the one that was making it. */
function vanished(): void {
  makingFailed({
    stage: 'Creating',
    cancelled: false,
    error: {
      kind: 'unavailable',
      message: 'Virtdeck was ended while it was making the machine.',
      hint: 'Look in the list of machines whether it is there. What was left half made is removed when its host is seen again.',
    },
  });
}

/** Back to the review with everything kept, saying what went wrong. */
function makingFailed(failure: Omit<Failure, 'name'>): void {
  useWizard.setState(({ draft }) => ({
    job: null,
    failure: { name: draft.review.name.trim(), ...failure },
    step: 'review',
  }));
}
