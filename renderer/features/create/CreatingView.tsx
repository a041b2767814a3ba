import { Button, Progress } from '@mantine/core';
import type { JobId } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { useJobs } from '../../state/jobs.ts';
import { reportError } from '../../ui/notify.tsx';
import classes from './Create.module.css';
import { makeAnother } from './making.ts';
import { useWizard } from './wizardStore.ts';

/** The machine is being made. Its end is seen to in making.ts, also when one looks at something else. */
export function CreatingView({ job: id }: { job: JobId }) {
  const job = useJobs((state) => state.byId.get(id));
  const name = useWizard((state) => state.draft.review.name);
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
        <Button variant="subtle" onClick={() => makeAnother(id)}>
          Make another machine
        </Button>
      </div>
      <p className={classes.dim}>You can leave this page: it goes on, and is listed under Activity.</p>
    </section>
  );
}
