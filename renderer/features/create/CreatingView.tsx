import { Button, Progress } from '@mantine/core';
import { useEffect } from 'react';
import type { Job, JobId } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { useJobs } from '../../state/jobs.ts';
import { navigate } from '../../state/route.ts';
import { reportError } from '../../ui/notify.tsx';
import classes from './Create.module.css';
import { makingFailed, resetWizard, useWizard } from './wizardStore.ts';

/** The machine is being made. At the end its console is shown, or the review with what went wrong. */
export function CreatingView({ job: id }: { job: JobId }) {
  const job = useJobs((state) => state.byId.get(id));
  const name = useWizard((state) => state.draft.review.name);
  useEffect(() => {
    if (job) finish(job);
  }, [job]);
  const cancel = () => {
    client()
      .jobs.cancel({ id })
      .catch((error: unknown) => reportError('It could not be cancelled', error));
  };
  return (
    <section className={classes.creating} aria-label="Creating the machine">
      <h1>{job?.title ?? `Creating ${name}`}</h1>
      <p role="status">{job?.stage || 'Starting'}…</p>
      <Progress
        value={(job?.fraction ?? 1) * 100}
        striped={job?.fraction == null}
        animated={job?.fraction == null}
        aria-label="Progress"
      />
      {job && job.log.length > 0 && <pre className={classes.commands}>{job.log.join('\n')}</pre>}
      <div className={classes.creatingActions}>
        <Button variant="default" disabled={!job?.cancellable} onClick={cancel}>
          Cancel
        </Button>
        <span className={classes.dim}>
          You can leave this page: it goes on, and is listed under Activity.
        </span>
      </div>
    </section>
  );
}

function finish(job: Job): void {
  const { state, connection, uuid, stage, error } = job;
  if (state === 'succeeded') {
    resetWizard();
    if (connection === null || uuid === null) navigate({ page: 'fleet' }, { replace: true });
    else navigate({ page: 'machine', connection, uuid, tab: 'console' }, { replace: true });
  } else if (state === 'failed') {
    makingFailed({
      stage,
      cancelled: false,
      error: error ?? { kind: 'internal', message: 'It failed without saying why.' },
    });
  } else if (state === 'cancelled') {
    makingFailed({
      stage,
      cancelled: true,
      error: error ?? { kind: 'cancelled', message: 'It was cancelled. Nothing was left on the host.' },
    });
  }
}
