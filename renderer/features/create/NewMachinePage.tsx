import { Button, Group, Loader } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { type ComponentType, Suspense, useEffect, useRef, useState } from 'react';
import type { ConnectionId } from '../../../contract/index.ts';
import { useConnections } from '../../state/connections.ts';
import { navigate } from '../../state/route.ts';
import { cx } from '../../ui/cx.ts';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import classes from './Create.module.css';
import { CreatingView } from './CreatingView.tsx';
import { chooseHost, goToStep, resetCreate, startCreate, stepAfter, useCreate } from './createStore.ts';
import { problemsOf, STEPS, type Step } from './draft.ts';
import { HowStep } from './HowStep.tsx';
import { MediaStep } from './MediaStep.tsx';
import { NetworkStep } from './NetworkStep.tsx';
import { ResourcesStep } from './ResourcesStep.tsx';
import type { StepProps } from './stepProps.ts';
import { useNameCheck } from './useNameCheck.ts';

const ReviewStep = lazyPart(async () => (await import('./ReviewStep.tsx')).ReviewStep);

const TITLES: Readonly<Record<Step, string>> = {
  how: 'How',
  media: 'Media',
  resources: 'Resources',
  network: 'Network',
  review: 'Review',
};

const VIEWS: Readonly<Record<Step, ComponentType<StepProps>>> = {
  how: HowStep,
  media: MediaStep,
  resources: ResourcesStep,
  network: NetworkStep,
  review: ReviewStep,
};

/** The wizard that makes a machine. One goes back and forth; nothing typed is lost. */
export function NewMachinePage({ connection }: { connection: ConnectionId | null }) {
  useInitialHost(connection);
  const job = useCreate((state) => state.job);
  if (job !== null) return <CreatingView job={job} />;
  return <Wizard />;
}

function Wizard() {
  const { draft, step, options, starting } = useCreate();
  const heading = useRef<HTMLHeadingElement>(null);
  const [shown, setShown] = useState<ReadonlySet<Step>>(new Set());
  const problems = problemsOf(step, draft, options);
  const name = useNameCheck(draft.connection, draft.name, step === 'review');
  const blocked = firstProblem(step, draft, options) ?? (step === 'review' ? name.problem : null);
  const View = VIEWS[step];

  const go = (to: Step) => {
    goToStep(to);
    heading.current?.focus();
  };
  const next = () => {
    setShown(new Set(shown).add(step));
    if (Object.keys(problems).length > 0) return;
    const to = stepAfter(step, 1);
    if (to) go(to);
    else if (blocked === null) void startCreate();
  };
  const back = stepAfter(step, -1);

  return (
    <div className={classes.page}>
      <Steps step={step} onGo={go} />
      <form
        className={classes.form}
        noValidate
        aria-label="New machine"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <div className={classes.body}>
          <h1 ref={heading} tabIndex={-1} className={classes.heading}>
            {TITLES[step]}
          </h1>
          <Suspense fallback={<Loader size="sm" aria-label="Loading" />}>
            <View problems={shown.has(step) ? problems : {}} name={name} />
          </Suspense>
        </div>
        <footer className={classes.footer}>
          <Button
            variant="subtle"
            onClick={() => {
              resetCreate();
              navigate({ page: 'fleet' });
            }}
          >
            Discard
          </Button>
          <Group gap="xs" ml="auto">
            {back && (
              <Button variant="default" onClick={() => go(back)}>
                Back
              </Button>
            )}
            {step === 'review' ? (
              <ReasonButton type="submit" loading={starting} reason={blocked}>
                Create
              </ReasonButton>
            ) : (
              <Button type="submit" disabled={draft.connection !== null && !options}>
                Next
              </Button>
            )}
          </Group>
        </footer>
      </form>
    </div>
  );
}

/** The first thing that is wrong in any step up to this one, with the step's name. */
function firstProblem(
  step: Step,
  ...[draft, options]: [Parameters<typeof problemsOf>[1], Parameters<typeof problemsOf>[2]]
) {
  for (const candidate of STEPS.slice(0, STEPS.indexOf(step) + 1)) {
    const [problem] = Object.values(problemsOf(candidate, draft, options));
    if (problem) return candidate === step ? problem : `${TITLES[candidate]}: ${problem}`;
  }
  return null;
}

interface StepsProps {
  step: Step;
  onGo: (step: Step) => void;
}

/** Where one is. Steps that are done, and the one after them, can be gone to. */
function Steps({ step, onGo }: StepsProps) {
  const { draft, options } = useCreate();
  const complete = STEPS.map((candidate) => Object.keys(problemsOf(candidate, draft, options)).length === 0);
  return (
    <nav className={classes.steps} aria-label="Steps">
      <ol>
        {STEPS.map((candidate, index) => {
          const reachable = options !== null && complete.slice(0, index).every(Boolean);
          const past = index < STEPS.indexOf(step);
          return (
            <li key={candidate}>
              <button
                type="button"
                className={cx(classes.step, candidate === step && classes.current)}
                aria-current={candidate === step ? 'step' : undefined}
                disabled={!reachable && candidate !== step}
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
                {TITLES[candidate]}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

/** The host of the address, or the only one there is. A wizard under way keeps its own. */
function useInitialHost(wanted: ConnectionId | null): void {
  const only = useConnections((state) => {
    const open = [...state.byId.values()].filter(
      ({ status, readOnly }) => status === 'connected' && !readOnly,
    );
    return open.length === 1 ? open[0]?.id : undefined;
  });
  useEffect(() => {
    const { draft, job } = useCreate.getState();
    if (job !== null) return;
    const host = wanted ?? draft.connection ?? only;
    if (host && host !== draft.connection) void chooseHost(host);
  }, [wanted, only]);
}
