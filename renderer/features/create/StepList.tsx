import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { cx } from '../../ui/cx.ts';
import classes from './Create.module.css';
import { problemsOf, STEPS, type Step, stepTitle } from './draft/problems.ts';
import { knownOf, useWizard } from './wizardStore.ts';

interface StepListProps {
  step: Step;
  onGo: (step: Step) => void;
}

/** Where one is. Steps that are done, and the one after them, can be gone to. */
export function StepList({ step, onGo }: StepListProps) {
  const state = useWizard();
  const { draft, offer } = state;
  const known = knownOf(state);
  const complete = STEPS.map((candidate) => Object.keys(problemsOf(candidate, draft, known)).length === 0);
  return (
    <nav className={classes.steps} aria-label="Steps">
      <ol>
        {STEPS.map((candidate, index) => {
          const reachable = offer !== null && complete.slice(0, index).every(Boolean);
          const past = index < STEPS.indexOf(step);
          return (
            <li key={candidate}>
              <button
                type="button"
                className={cx(classes.step, candidate === step && classes.current)}
                aria-current={candidate === step ? 'step' : undefined}
                disabled={!reachable && candidate !== step}
                title={reachable || candidate === step ? undefined : 'Answer the steps before it first.'}
                onClick={() => onGo(candidate)}
              >
                <span className={classes.number} aria-hidden="true">
                  {past && complete[index] ? (
                    <IconCheck size={13} />
                  ) : past ? (
                    <IconAlertCircle size={14} />
                  ) : (
                    index + 1
                  )}
                </span>
                {stepTitle(candidate, draft.how.method)}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
