import type { Diagnosis, DiagnosisStatus, DiagnosisStep } from '../../../contract/index.ts';

/** The steps with one of them added, or replaced by what is known of it now. */
export function withStep(steps: readonly DiagnosisStep[], step: DiagnosisStep): readonly DiagnosisStep[] {
  const at = steps.findIndex(({ id }) => id === step.id);
  return at < 0 ? [...steps, step] : steps.with(at, step);
}

const STATUS: Readonly<Record<DiagnosisStatus, string>> = {
  running: 'Running',
  passed: 'Passed',
  warning: 'Warning',
  failed: 'Failed',
  skipped: 'Skipped',
};

/** How a step of an examination ended, in a word. */
export function statusWord(status: DiagnosisStatus): string {
  return STATUS[status];
}

/** What an examination says on the whole, in a sentence. */
export function verdictWords(verdict: Diagnosis['verdict'] | null): string {
  switch (verdict) {
    case null:
      return 'Testing the connection…';
    case 'good':
      return 'The connection works.';
    case 'warning':
      return 'The connection works. There is something to know.';
    case 'bad':
      return 'The connection does not work.';
    case 'cancelled':
      return 'The test was stopped.';
  }
}

/** An examination as text, for a report. */
export function diagnosisText(uri: string, steps: readonly DiagnosisStep[]): string {
  const lines = steps.flatMap(({ title, status, message, facts, hint, remedies }) => [
    `[${statusWord(status)}] ${title}: ${message}`,
    ...facts.map(({ label, value }) => `    ${label}: ${value}`),
    ...(hint === null ? [] : [`    ${hint}`]),
    ...remedies.flatMap((remedy) =>
      remedy.kind === 'command' ? [`    ${remedy.label}: ${remedy.command}`] : [],
    ),
  ]);
  return [uri, ...lines].join('\n');
}
