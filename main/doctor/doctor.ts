import { randomUUID } from 'node:crypto';
import { apiError, type Diagnosis, type Events } from '../../contract/index.ts';
import type { OpenDeps } from '../hypervisor/attempt.ts';
import type { Caller } from '../ipc/caller.ts';
import { diagnose } from './diagnose.ts';

export interface DoctorDeps extends OpenDeps {
  readonly emitTo: (caller: Caller, name: 'diagnosisStep', payload: Events['diagnosisStep']) => void;
}

/** What a window asks the doctor. */
export interface DiagnosisWish {
  /** A name of the window's choosing, for the events and to stop it. */
  readonly run: string;
  readonly uri: string;
  readonly readOnly: boolean;
}

/** Diagnoses for windows: each tells its steps as they go, and ends with its window. */
export class Doctor {
  readonly #deps: DoctorDeps;
  readonly #running = new Map<string, AbortController>();

  constructor(deps: DoctorDeps) {
    this.#deps = deps;
  }

  /** Examines a connection. Throws `exists` where this window has a run of that name already. */
  async diagnose(caller: Caller, { run, uri, readOnly }: DiagnosisWish): Promise<Diagnosis> {
    const key = keyOf(caller, run);
    if (this.#running.has(key)) throw apiError('exists', 'This examination is under way already.');
    const abort = new AbortController();
    this.#running.set(key, abort);
    const forget = caller.onGone(() => abort.abort());
    try {
      return await diagnose(
        { id: `doctor-${randomUUID()}`, uri, readOnly },
        this.#deps,
        (step) => this.#deps.emitTo(caller, 'diagnosisStep', { run, step }),
        abort.signal,
      );
    } finally {
      forget();
      this.#running.delete(key);
    }
  }

  /** Ends a run of this window; nothing happens where there is none. */
  stop(caller: Caller, run: string): void {
    this.#running.get(keyOf(caller, run))?.abort();
  }

  stopAll(): void {
    for (const abort of this.#running.values()) abort.abort();
  }
}

function keyOf(caller: Caller, run: string): string {
  return `${caller.id} ${run}`;
}
