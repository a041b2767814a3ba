import { Button, Group } from '@mantine/core';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { ConnectionId } from '../../../contract/index.ts';
import { useConnections } from '../../state/connections.ts';
import { navigate } from '../../state/route.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import classes from './Create.module.css';
import { CreatingView } from './CreatingView.tsx';
import { problemsOf, STEPS, type Step, stepTitle } from './draft/problems.ts';
import { startMaking } from './making.ts';
import { StepList } from './StepList.tsx';
import { HowStep } from './steps/HowStep.tsx';
import { MediaStep } from './steps/MediaStep.tsx';
import { NetworkStep } from './steps/NetworkStep.tsx';
import { ResourcesStep } from './steps/ResourcesStep.tsx';
import { ReviewStep } from './steps/ReviewStep.tsx';
import type { StepProps } from './steps/stepProps.ts';
import { cancelUploads } from './upload/runUpload.ts';
import { useAsking } from './useAsking.ts';
import { useNameCheck } from './useNameCheck.ts';
import { chooseHost, goToStep, knownOf, resetWizard, stepAfter, useWizard } from './wizardStore.ts';

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
  const job = useWizard((state) => state.job);
  if (job !== null) return <CreatingView job={job} />;
  return <Wizard />;
}

function Wizard() {
  useAsking();
  const state = useWizard();
  const { draft, step, defaults } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<ReadonlySet<string>>(new Set());
  // Another method asks other questions, which nobody has tried to pass yet.
  const asked = `${draft.how.method} ${step}`;
  const problems = problemsOf(step, draft, knownOf(state));
  const name = useNameCheck(draft.how.connection, draft.review.name, step === 'review');
  const blocked =
    firstProblem(step, state) ?? (step === 'review' ? waitsFor(name, defaults.value !== null) : null);
  const View = VIEWS[step];

  const go = (to: Step) => {
    goToStep(to);
    // What was scrolled down to in the last step means nothing in this one.
    body.current?.scrollTo({ top: 0 });
    heading.current?.focus();
  };
  const next = () => {
    setShown(new Set(shown).add(asked));
    if (Object.keys(problems).length > 0) return showFirstProblem(body.current);
    const to = stepAfter(step, 1);
    if (to) go(to);
    else if (blocked === null) void startMaking();
  };

  return (
    <div className={classes.page}>
      <StepList step={step} onGo={go} />
      <form
        className={classes.form}
        noValidate
        aria-label="New machine"
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <div ref={body} className={classes.body}>
          <h1 ref={heading} tabIndex={-1} className={classes.heading}>
            {stepTitle(step, draft.how.method)}
          </h1>
          <View problems={shown.has(asked) ? problems : {}} name={name} />
        </div>
        <Footer blocked={blocked} onGo={go} />
      </form>
    </div>
  );
}

interface FooterProps {
  /** Why nothing can be created yet; null: it can. */
  blocked: string | null;
  onGo: (step: Step) => void;
}

function Footer({ blocked, onGo }: FooterProps) {
  const state = useWizard();
  const { step, starting } = state;
  const back = stepAfter(step, -1);
  return (
    <footer className={classes.footer}>
      <Button
        variant="subtle"
        onClick={() => {
          cancelUploads();
          resetWizard();
          navigate({ page: 'fleet' });
        }}
      >
        Discard
      </Button>
      <Group gap="xs" ml="auto">
        {back && (
          <Button variant="default" onClick={() => onGo(back)}>
            Back
          </Button>
        )}
        {step === 'review' ? (
          <ReasonButton type="submit" loading={starting} reason={blocked}>
            Create
          </ReasonButton>
        ) : (
          <ReasonButton type="submit" reason={waitsForHost(state)}>
            Next
          </ReasonButton>
        )}
      </Group>
    </footer>
  );
}

/** The first thing that is wrong in any step up to this one, with the step's name. */
function firstProblem(step: Step, state: ReturnType<typeof useWizard.getState>): string | null {
  const { draft } = state;
  for (const candidate of STEPS.slice(0, STEPS.indexOf(step) + 1)) {
    const [problem] = Object.values(problemsOf(candidate, draft, knownOf(state)));
    if (problem) {
      return candidate === step ? problem : `${stepTitle(candidate, draft.how.method)}: ${problem}`;
    }
  }
  return null;
}

/** Why the next step cannot be shown yet: all of them are about what the host offers. */
function waitsForHost({ draft, offer, offerError }: ReturnType<typeof useWizard.getState>): string | null {
  if (draft.how.connection === null || offer) return null;
  return offerError
    ? 'The host could not be asked what it offers.'
    : 'The host has not said yet what it offers.';
}

/** Why the machine cannot be made yet although every answer is there. */
function waitsFor(name: ReturnType<typeof useNameCheck>, hasDefaults: boolean): string | null {
  if (name.problem !== null) return name.problem;
  return hasDefaults ? null : 'The host has not said yet what fits.';
}

/** Brings the first field that is not right into view; React has to show what is wrong first. */
function showFirstProblem(body: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const field = body?.querySelector('[aria-invalid="true"], [role="alert"]');
    field?.scrollIntoView({ block: 'center' });
    if (field instanceof HTMLElement) field.focus();
  });
}

/** The host of the address; else, unless a wizard under way has one, the only one there is. */
function useInitialHost(wanted: ConnectionId | null): void {
  const only = useConnections((state) => {
    const open = [...state.byId.values()].filter(
      ({ status, readOnly }) => status === 'connected' && !readOnly,
    );
    return open.length === 1 ? open[0]?.id : undefined;
  });
  useEffect(() => {
    const { draft, job } = useWizard.getState();
    if (job === null && wanted !== null && wanted !== draft.how.connection) void chooseHost(wanted);
  }, [wanted]);
  useEffect(() => {
    const { draft, job } = useWizard.getState();
    if (job === null && only && draft.how.connection === null) void chooseHost(only);
  }, [only]);
}
