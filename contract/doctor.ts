import { z } from 'zod';
import { Timestamp } from './common.ts';
import { Remedy } from './errors.ts';

/** How a step of the connection doctor ended. */
export const DiagnosisStatus = z.enum([
  'running',
  'passed',
  'warning', // it works, or may not matter; the user should know
  'failed',
  'skipped', // could not be tried, or means nothing here; the message says why
]);
export type DiagnosisStatus = z.infer<typeof DiagnosisStatus>;

/** What one step of the connection doctor has found. */
export const DiagnosisStep = z.object({
  id: z.string(),
  title: z.string(),
  status: DiagnosisStatus,
  /** One or two sentences; empty while it runs. */
  message: z.string(),
  /** What was found besides, and what cannot be known. */
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  /** What to do, in a sentence; null: nothing, or the remedies say it. */
  hint: z.string().nullable(),
  /** What mends it. */
  remedies: z.array(Remedy),
  /** How long it took, in ms. */
  ms: z.number(),
});
export type DiagnosisStep = z.infer<typeof DiagnosisStep>;

/** What the connection doctor says of a URI. */
export const Diagnosis = z.object({
  uri: z.string(),
  readOnly: z.boolean(),
  startedAt: Timestamp,
  /** The worst of the steps; skipped ones do not count. */
  verdict: z.enum(['good', 'warning', 'bad', 'cancelled']),
  steps: z.array(DiagnosisStep),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** A run of the doctor, named by the window that asked for it. */
export const DiagnosisRun = z.string().min(1).max(64);
