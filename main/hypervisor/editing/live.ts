import type { Domain } from '../../../model/index.ts';
import type { StepFailure } from '../../libvirt/operations/editing.ts';
import { toApiError } from '../errors.ts';
import type { Hypervisor } from '../hypervisor.ts';
import { type PlannedStep, planLive } from './liveSteps.ts';
import { Removals } from './removals.ts';

/** What became of a change in the running machine. */
export interface LiveOutcome {
  readonly live: 'done' | 'unchanged' | 'later' | 'failed';
  readonly problem?: string;
}

export interface LiveRequest {
  readonly host: Hypervisor;
  readonly uuid: string;
  /** The running machine's definition and the wanted one, both with secrets. */
  readonly live: Domain;
  readonly target: Domain;
  readonly keys: ReadonlySet<string>;
  /** How long a guest may take to let go of a device, in ms. */
  readonly removalMs: number;
  /** "Changing web1 on lab2" */
  readonly doing: string;
}

/** Carries changes out on a running machine; what became of each, by key. One that fails stops no other. */
export async function changeRunning(request: LiveRequest): Promise<Map<string, LiveOutcome>> {
  const { host, uuid, live, target, keys, doing } = request;
  const plan = planLive(live, target, keys);
  const outcomes = new Map<string, LiveOutcome>();
  for (const key of plan.unchanged) outcomes.set(key, { live: 'unchanged' });
  for (const key of plan.later) outcomes.set(key, { live: 'later' });
  if (plan.steps.length === 0) return outcomes;
  const removals = new Removals(host, uuid);
  try {
    const failures = await run(host, uuid, plan.steps, doing).catch((error: unknown) =>
      allFailed(error, plan.steps, doing),
    );
    for (const [index, planned] of plan.steps.entries()) {
      const failure = failures[index];
      const outcome = failure ? failed(failure) : await removed(planned, removals, request);
      for (const key of planned.keys) keepWorst(outcomes, key, outcome);
    }
  } finally {
    removals.stop();
  }
  return outcomes;
}

/** Devices come and go beside other calls, for the guest has a say in it. */
async function run(
  host: Hypervisor,
  uuid: string,
  planned: readonly PlannedStep[],
  doing: string,
): Promise<(StepFailure | null)[]> {
  const steps = planned.map(({ step }) => step);
  const slow = steps.some((step) =>
    ['attach', 'detach', 'update', 'media', 'vcpus', 'vcpu'].includes(step.do),
  );
  const found = await host.connection.call(slow ? 'changeLiveSlowly' : 'changeLive', { uuid, steps }, doing);
  // The place that the saved definition has for a new device may not be there in the running machine.
  const again = planned.flatMap(({ step }, index) =>
    step.do === 'attach' && found[index] && ADDRESS.test(step.xml)
      ? [{ index, step: { ...step, xml: step.xml.replace(ADDRESS, '') } }]
      : [],
  );
  if (again.length === 0) return found;
  const retried = await host.connection.call(
    'changeLiveSlowly',
    { uuid, steps: again.map(({ step }) => step) },
    doing,
  );
  const failures = [...found];
  for (const [place, { index }] of again.entries()) failures[index] = retried[place] ?? null;
  return failures;
}

/** Where in the guest a device sits: what libvirt prints at the end of every device. */
const ADDRESS = /[ \t]*<address type='(?:pci|drive|usb|virtio-serial|ccw)'[^>]*\/>\n?(?=\s*<\/\w+>\s*$)/;

function failed(failure: StepFailure): LiveOutcome {
  if (failure.unsupported) return { live: 'later', problem: plain(failure.message) };
  if (/vcpu unplug request timed out/i.test(failure.message)) return { live: 'later', problem: VCPU_STAYS };
  return { live: 'failed', problem: plain(failure.message) };
}

const VCPU_STAYS = 'The guest has not let go of the vCPU; it goes when the machine shuts down.';

function plain(message: string): string {
  return message.replace(/^(?:internal error|operation failed|Requested operation is not valid):\s*/i, '');
}

async function removed(
  { removes, short }: PlannedStep,
  removals: Removals,
  { host, uuid, removalMs }: LiveRequest,
): Promise<LiveOutcome> {
  if (removes === null) return short === undefined ? { live: 'done' } : { live: 'later', problem: short };
  const outcome = await removals.outcome(removes, removalMs);
  // The event may have been lost on the way; what counts is what is there.
  if (outcome === 'removed' || (await isGone(host, uuid, removes))) return { live: 'done' };
  const why = outcome === 'refused' ? 'The guest refused to let go of it' : 'The guest has not let go of it';
  return { live: 'later', problem: `${why}; it goes when the machine shuts down.` };
}

async function isGone(host: Hypervisor, uuid: string, alias: string): Promise<boolean> {
  try {
    const { live } = await host.connection.agent.call('bothDefinitions', { uuid, secure: false });
    return live === null || !live.includes(`<alias name='${alias}'/>`);
  } catch {
    return false;
  }
}

/** The saved definition is changed already: that the rest failed must not look as if nothing had happened. */
function allFailed(error: unknown, steps: readonly PlannedStep[], doing: string): StepFailure[] {
  const { message } = toApiError(error, { doing });
  return steps.map(() => ({ code: 0, message, unsupported: false }));
}

const RANK = { unchanged: 0, done: 1, later: 2, failed: 3 };

function keepWorst(outcomes: Map<string, LiveOutcome>, key: string, outcome: LiveOutcome): void {
  const before = outcomes.get(key);
  if (!before || RANK[outcome.live] >= RANK[before.live]) outcomes.set(key, outcome);
}
