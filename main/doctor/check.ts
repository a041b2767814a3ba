import type { DiagnosisStep, Remedy } from '../../contract/index.ts';
import { shellQuote } from '../../model/index.ts';
import type { Patient } from './patient.ts';

/** The steps, in the order in which they are tried. */
export type CheckId =
  | 'address'
  | 'client'
  | 'name'
  | 'port'
  | 'ssh'
  | 'helper'
  | 'certificates'
  | 'tls'
  | 'daemon'
  | 'permission'
  | 'connection'
  | 'versions'
  | 'capabilities'
  | 'kvm'
  | 'network'
  | 'pool';

/** What a check has found. `skipped`: it means nothing here, which stops none of those after it. */
export interface Finding {
  readonly status: 'passed' | 'warning' | 'failed' | 'skipped';
  readonly message: string;
  readonly facts?: DiagnosisStep['facts'];
  readonly hint?: string | null;
  readonly remedies?: readonly Remedy[];
  /** Steps that need this one are not tried. Without it: where it failed. */
  readonly blocks?: boolean;
}

/** What a check may do while it runs. */
export interface Examination {
  /** Ends when the step's time is over or the user gives up. */
  readonly signal: AbortSignal;
  /** The user is asked something, or is no longer: that time does not count. */
  readonly waiting: (asking: boolean) => void;
}

/** One step of the doctor. */
export interface Check {
  readonly id: CheckId;
  readonly title: string;
  /** Milliseconds after which it has failed. */
  readonly limitMs: number;
  /** Steps that must not have failed, for this one to be possible. */
  readonly needs: readonly CheckId[];
  /**
   * True for a step that looks at something from outside: where the connection works all the same, what it found is
   * only a warning.
   */
  readonly outside?: boolean;
  /** Whether it means anything for such a URI. */
  readonly applies: (patient: Patient) => boolean;
  /** Throws ApiError for a failure that is known by its words. */
  readonly run: (patient: Patient, examination: Examination) => Promise<Finding>;
}

export function passed(message: string, facts: DiagnosisStep['facts'] = []): Finding {
  return { status: 'passed', message, facts };
}

export function skipped(message: string): Finding {
  return { status: 'skipped', message };
}

/** A command on this machine, or on another one. */
export function command(label: string, text: string, host?: string): Remedy {
  return { kind: 'command', label, command: text, ...(host !== undefined && { host }) };
}

/** virsh with the address of the connection, so that it can be run here. */
export function virsh({ uri }: Pick<Patient, 'uri'>, label: string, words: string): Remedy {
  return command(label, `virsh -c ${shellQuote(uri)} ${words}`);
}
