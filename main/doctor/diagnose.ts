import type { Diagnosis, DiagnosisStep } from '../../contract/index.ts';
import type { OpenDeps } from '../hypervisor/attempt.ts';
import { toApiError } from '../hypervisor/errors.ts';
import { Limit } from '../hypervisor/limit.ts';
import type { Check, CheckId, Examination, Finding } from './check.ts';
import { checks } from './checks/index.ts';
import { Patient, type PatientWish } from './patient.ts';

/**
 * Examines a connection step by step. Every step has a time limit, and those that cannot be tried any more are
 * skipped with the reason. Never fails: what goes wrong is in the diagnosis.
 *
 * @param tell called when a step begins and when it has ended
 */
export async function diagnose(
  wish: PatientWish,
  deps: OpenDeps,
  tell: (step: DiagnosisStep) => void,
  signal: AbortSignal,
): Promise<Diagnosis> {
  const startedAt = Date.now();
  const patient = new Patient(wish, deps);
  const steps = new Map<CheckId, DiagnosisStep>();
  const put = (id: CheckId, step: DiagnosisStep) => {
    steps.set(id, step);
    tell(step);
  };
  /** Steps that others cannot do without, and that did not work. */
  const blocked = new Set<CheckId>();
  try {
    for (const check of checks) {
      if (!check.applies(patient) || signal.aborted) continue;
      const obstacle = check.needs.find((id) => blocked.has(id));
      if (obstacle) {
        blocked.add(check.id);
        const cause = titleOf(firstCause(obstacle, steps));
        put(check.id, step(check, { status: 'skipped', message: `Not tried: "${cause}" did not pass.` }, 0));
        continue;
      }
      put(check.id, { ...step(check, { status: 'passed', message: '' }, 0), status: 'running' });
      const started = performance.now();
      const finding = await examine(check, patient, signal);
      if (finding.blocks ?? finding.status === 'failed') blocked.add(check.id);
      put(check.id, step(check, finding, performance.now() - started));
      if (check.id === 'connection' && patient.opened) forgive(steps, put);
    }
  } finally {
    await patient.release();
  }
  const all = [...steps.values()];
  return { uri: wish.uri, readOnly: wish.readOnly, startedAt, verdict: verdictOf(all, signal), steps: all };
}

/** Runs one check with its limit; whatever it throws is a finding. */
async function examine(check: Check, patient: Patient, signal: AbortSignal): Promise<Finding> {
  const abort = new AbortController();
  const limit = new Limit(check.limitMs, signal, () => new Late());
  const examination: Examination = { signal: abort.signal, waiting: (asking) => limit.pause(asking) };
  try {
    return await limit.race(check.run(patient, examination));
  } catch (error) {
    abort.abort();
    return fromError(error, check, patient, signal);
  } finally {
    limit.end();
  }
}

/** A step's time is over. */
class Late extends Error {}

function fromError(error: unknown, check: Check, { uri }: Patient, signal: AbortSignal): Finding {
  if (error instanceof Late) {
    const seconds = Math.round(check.limitMs / 1000);
    return {
      status: 'failed',
      message: `No answer within ${seconds} s.`,
      hint: 'The host, or something on the way to it, is silent or very slow. Try again; if it stays so, look at its load and at firewalls.',
    };
  }
  const known = toApiError(error, { doing: check.title, uri });
  if (known.kind === 'cancelled' && !signal.aborted) {
    return {
      status: 'failed',
      message: 'The host asked for something, and was given no answer.',
      hint: 'Virtdeck asks in its window. Without one, --doctor asks on a terminal only.',
    };
  }
  if (known.kind === 'cancelled') return { status: 'skipped', message: known.message };
  const { message, hint = null, remedies = [], libvirt } = known.toData();
  const said = libvirt ? [{ label: 'libvirt says', value: libvirt.message }] : [];
  return { status: 'failed', message, hint, remedies, facts: said };
}

function step(check: Check, finding: Finding, ms: number): DiagnosisStep {
  const { status, message, facts = [], hint = null, remedies = [] } = finding;
  return {
    id: check.id,
    title: check.title,
    status,
    message: printable(message),
    facts: facts.map(({ label, value }) => ({ label: printable(label), value: printable(value) })),
    hint: hint === null ? null : printable(hint),
    remedies: [...remedies],
    ms: Math.round(ms),
  };
}

/** Without what a terminal would obey: much of it is another machine's words. */
function printable(text: string): string {
  return text.replaceAll(/[^\P{C}\n\t]/gu, '\ufffd').slice(0, 4_000);
}

/** The step that really failed, behind those that were skipped because of it. */
function firstCause(id: CheckId, steps: ReadonlyMap<CheckId, DiagnosisStep>): CheckId {
  if (steps.get(id)?.status === 'failed') return id;
  const check = checks.find((one) => one.id === id);
  const before = check?.needs.find((need) => ['failed', 'skipped'].includes(steps.get(need)?.status ?? ''));
  return before ? firstCause(before, steps) : id;
}

function titleOf(id: CheckId): string {
  return checks.find((check) => check.id === id)?.title ?? id;
}

/** The connection works: what looked wrong from outside did not stop it. */
function forgive(
  steps: ReadonlyMap<CheckId, DiagnosisStep>,
  put: (id: CheckId, step: DiagnosisStep) => void,
): void {
  for (const check of checks) {
    const found = steps.get(check.id);
    if (!check.outside || found?.status !== 'failed') continue;
    put(check.id, {
      ...found,
      status: 'warning',
      message: `${found.message} The connection works all the same.`,
    });
  }
}

function verdictOf(steps: readonly DiagnosisStep[], signal: AbortSignal): Diagnosis['verdict'] {
  if (signal.aborted) return 'cancelled';
  const has = (status: DiagnosisStep['status']) => steps.some((one) => one.status === status);
  return has('failed') ? 'bad' : has('warning') ? 'warning' : 'good';
}
