import { Button, Loader } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  type IconProps,
} from '@tabler/icons-react';
import { type ComponentType, useEffect, useRef } from 'react';
import type { DiagnosisStatus, DiagnosisStep, Remedy } from '../../../contract/index.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Remedies } from '../../ui/Remedies.tsx';
import classes from './Diagnosis.module.css';
import { diagnosisText, statusWord, verdictWords } from './diagnosisWords.ts';
import type { DiagnosisState } from './useDiagnosis.ts';

interface DiagnosisViewProps {
  state: DiagnosisState;
  /** Takes a way out that is not a command: another URI, read-only. */
  onRemedy: (remedy: Remedy) => void;
}

/** What the connection doctor finds, as it finds it. */
export function DiagnosisView({ state, onRemedy }: DiagnosisViewProps) {
  const { uri, steps, verdict, error } = state;
  const end = useRef<HTMLDivElement>(null);
  // Each step comes below the one before it: the newest is what one wants to see.
  useEffect(() => {
    if (steps.length > 0 || error) end.current?.scrollIntoView({ block: 'nearest' });
  }, [steps, error]);
  return (
    <section className={classes.diagnosis} aria-label="Test of the connection">
      {error ? (
        <ErrorView title="The connection could not be tested" error={error} />
      ) : (
        <header className={classes.verdict}>
          <strong role="status" data-verdict={verdict ?? 'running'}>
            {verdictWords(verdict)}
          </strong>
          {verdict !== null && <CopyButton text={diagnosisText(uri, steps)} label="Copy report" />}
        </header>
      )}
      <ol className={classes.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} onRemedy={onRemedy} />
        ))}
      </ol>
      <div ref={end} />
    </section>
  );
}

const ICONS: Readonly<Record<Exclude<DiagnosisStatus, 'running'>, ComponentType<IconProps>>> = {
  passed: IconCircleCheck,
  warning: IconAlertTriangle,
  failed: IconCircleX,
  skipped: IconCircleMinus,
};

function Step({ step, onRemedy }: { step: DiagnosisStep; onRemedy: (remedy: Remedy) => void }) {
  const { title, status, message, facts, hint, remedies, ms } = step;
  const buttons = remedies.filter(({ kind }) => kind === 'read-only' || kind === 'uri');
  return (
    <li data-status={status} data-step={step.id}>
      <StatusIcon status={status} />
      <div className={classes.found}>
        <div className={classes.title}>
          <strong>{title}</strong>
          <span className={classes.word}>{statusWord(status)}</span>
          {ms >= 1000 && <span className={classes.dim}>{(ms / 1000).toFixed(1)} s</span>}
        </div>
        {message && <p>{message}</p>}
        {facts.length > 0 && (
          <details open={status !== 'passed'}>
            <summary>Found</summary>
            <Facts facts={facts} />
          </details>
        )}
        {hint && <p className={classes.dim}>{hint}</p>}
        <Remedies remedies={remedies} />
        {buttons.length > 0 && (
          <div className={classes.buttons}>
            {buttons.map((remedy) => (
              <Button key={remedy.label} variant="default" onClick={() => onRemedy(remedy)}>
                {remedy.label}
              </Button>
            ))}
          </div>
        )}
      </div>
    </li>
  );
}

function StatusIcon({ status }: { status: DiagnosisStatus }) {
  if (status === 'running') return <Loader size={16} aria-hidden />;
  const Icon = ICONS[status];
  return <Icon size={17} className={classes.icon} aria-hidden />;
}
