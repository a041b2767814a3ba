import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiErrorData, Diagnosis, DiagnosisStep } from '../../../contract/index.ts';
import { host, toErrorData } from '../../state/host.ts';
import { withStep } from './diagnosisWords.ts';

/** An examination as far as it has come. */
export interface DiagnosisState {
  readonly uri: string;
  readonly readOnly: boolean;
  readonly steps: readonly DiagnosisStep[];
  /** Null while it goes on, and when it could not be made at all. */
  readonly verdict: Diagnosis['verdict'] | null;
  readonly error: ApiErrorData | null;
}

/** Main tells the runs of one window apart by these. */
let runs = 0;

/** Runs the connection doctor, one examination at a time; it is stopped with the component. */
export function useDiagnosis() {
  const [state, setState] = useState<DiagnosisState | null>(null);
  const run = useRef<{ readonly id: string; readonly end: () => void } | null>(null);

  const stop = useCallback(() => {
    const { current } = run;
    if (!current) return;
    // One that has ended meanwhile is not there to be stopped, and that is well.
    host()
      .client.connections.stopDiagnosis({ run: current.id })
      .catch(() => {});
  }, []);

  const start = useCallback(
    async (uri: string, readOnly: boolean) => {
      stop();
      run.current?.end();
      runs += 1;
      const id = `run ${runs}`;
      const mine = () => run.current?.id === id;
      const change = (part: Partial<DiagnosisState>) => {
        if (mine()) setState((before) => before && { ...before, ...part });
      };
      const end = host().on('diagnosisStep', ({ run: of, step }) => {
        if (of === id) setState((before) => before && { ...before, steps: withStep(before.steps, step) });
      });
      run.current = { id, end };
      setState({ uri, readOnly, steps: [], verdict: null, error: null });
      try {
        const { steps, verdict } = await host().client.connections.diagnose({ run: id, uri, readOnly });
        change({ steps, verdict });
      } catch (thrown) {
        change({ error: toErrorData(thrown) });
      } finally {
        end();
        if (mine()) run.current = null;
      }
    },
    [stop],
  );

  useEffect(
    () => () => {
      stop();
      run.current?.end();
      run.current = null;
    },
    [stop],
  );
  return { state, start, stop };
}
