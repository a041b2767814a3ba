import { useEffect, useMemo, useState } from 'react';
import type { ApiErrorData, MachinePreview, MachineSpecInput } from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { toSpec } from '../draft/spec.ts';
import { knownOf, useWizard } from '../wizardStore.ts';

/** Milliseconds of quiet before main is asked: it may have to look at files on the host. */
const QUIET = 250;

export interface PlanView {
  /** The answers as they would be sent; null while something is missing. */
  readonly spec: MachineSpecInput | null;
  /** The last answer stays while the next is waited for. */
  readonly plan: MachinePreview | null;
  readonly error: ApiErrorData | null;
  readonly loading: boolean;
  readonly again: () => void;
}

/** What main would make of the draft; asked again when the answers have changed, not while a name is doubtful. */
export function usePlan(ready: boolean): PlanView {
  const state = useWizard();
  const { draft, offer, defaults, facts } = state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what knownOf reads
  const spec = useMemo(() => toSpec(draft, knownOf(state)), [draft, offer, defaults, facts]);
  const [attempt, setAttempt] = useState(0);
  const key = spec ? `${attempt} ${JSON.stringify(spec)}` : '';
  const [answer, setAnswer] = useState<{
    key: string;
    plan: MachinePreview | null;
    error: ApiErrorData | null;
  } | null>(null);
  useEffect(() => {
    if (!ready || key === '' || spec === null) return;
    let gone = false;
    const take = (plan: MachinePreview | null, error: ApiErrorData | null) => {
      if (!gone)
        setAnswer((before) => ({ key, plan: plan ?? (error ? null : (before?.plan ?? null)), error }));
    };
    const timer = setTimeout(() => {
      client()
        .machines.plan(spec)
        .then(
          (plan) => take(plan, null),
          (thrown: unknown) => take(null, toErrorData(thrown)),
        );
    }, QUIET);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [key, ready, spec]);
  return {
    spec,
    plan: answer?.plan ?? null,
    error: answer?.error ?? null,
    loading: ready && key !== '' && answer?.key !== key,
    again: () => setAttempt((n) => n + 1),
  };
}

/** The answers that an edited definition belongs to. Starting with the host is no part of it. */
export function answersKey(spec: MachineSpecInput): string {
  return JSON.stringify({ ...spec, edited: null, autostart: false });
}
