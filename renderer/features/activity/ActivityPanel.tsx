import { Button, Progress } from '@mantine/core';
import {
  IconAlertTriangle,
  IconBan,
  IconCheck,
  IconListCheck,
  IconLoader2,
  IconX,
} from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Job } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { isEnded, orderJobs, useJobs } from '../../state/jobs.ts';
import { navigate } from '../../state/route.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { errorText } from '../../ui/errorText.ts';
import { formatAge, formatDuration } from '../../ui/format.ts';
import { reportError } from '../../ui/notify.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import { useNow } from '../../ui/useNow.ts';
import classes from './ActivityPanel.module.css';
import { setActivityOpen } from './activityPanel.ts';
import { timeLeft } from './timeLeft.ts';

/** Everything that takes time: what is under way, and how the rest ended. */
export function ActivityPanel() {
  const byId = useJobs((state) => state.byId);
  const jobs = useMemo(() => orderJobs(byId.values()), [byId]);
  const now = useNow(1000, jobs.length > 0);
  const ended = jobs.filter(isEnded);
  return (
    <aside className={classes.panel} aria-label="Activity">
      <header className={classes.head}>
        <h2>Activity</h2>
        {ended.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={() => ended.forEach(dismiss)}>
            Clear ended
          </Button>
        )}
        <IconButton label="Close activity" onClick={() => setActivityOpen(false)}>
          <IconX size={16} />
        </IconButton>
      </header>
      {jobs.length === 0 ? (
        <EmptyState
          icon={IconListCheck}
          title="Nothing is going on"
          text="What takes time, such as making a machine, is shown here."
        />
      ) : (
        <ul className={classes.list}>
          {jobs.map((job) => (
            <JobItem key={job.id} job={job} now={now} />
          ))}
        </ul>
      )}
    </aside>
  );
}

function dismiss(job: Job): void {
  client()
    .jobs.dismiss({ id: job.id })
    .catch((error: unknown) => reportError(`“${job.title}” could not be cleared`, error));
}

function cancel(job: Job): void {
  client()
    .jobs.cancel({ id: job.id })
    .catch((error: unknown) => reportError(`“${job.title}” could not be cancelled`, error));
}

const STATES = {
  queued: { word: 'Waiting', icon: IconLoader2 },
  running: { word: 'Running', icon: IconLoader2 },
  succeeded: { word: 'Done', icon: IconCheck },
  failed: { word: 'Failed', icon: IconAlertTriangle },
  cancelled: { word: 'Cancelled', icon: IconBan },
} as const;

function JobItem({ job, now }: { job: Job; now: number }) {
  const [log, setLog] = useState(false);
  const { word, icon: Icon } = STATES[job.state];
  const ended = isEnded(job);
  const { connection, uuid } = job;
  return (
    <li className={classes.job} data-state={job.state} aria-label={`${job.title}: ${word}`}>
      <div className={classes.title}>
        <Icon size={16} className={classes.icon} aria-hidden />
        <strong>{job.title}</strong>
        {ended && (
          <IconButton label={`Clear ${job.title}`} size={20} onClick={() => dismiss(job)}>
            <IconX size={13} />
          </IconButton>
        )}
      </div>
      <JobProgress job={job} now={now} word={word} />
      {job.error && job.state === 'failed' && (
        <ErrorView title={`Failed at: ${job.stage}`} error={job.error}>
          <CopyButton text={errorText(job.title, job.error)} />
        </ErrorView>
      )}
      <div className={classes.actions}>
        {!ended && (
          <Button variant="default" size="compact-xs" disabled={!job.cancellable} onClick={() => cancel(job)}>
            Cancel
          </Button>
        )}
        {connection !== null && uuid !== null && job.state === 'succeeded' && (
          <Button
            variant="default"
            size="compact-xs"
            onClick={() => navigate({ page: 'machine', connection, uuid, tab: 'console' })}
          >
            Open machine
          </Button>
        )}
        {job.log.length > 0 && (
          <Button variant="subtle" size="compact-xs" aria-expanded={log} onClick={() => setLog(!log)}>
            Log
          </Button>
        )}
      </div>
      {log && <pre className={classes.log}>{job.log.join('\n')}</pre>}
    </li>
  );
}

function JobProgress({ job, now, word }: { job: Job; now: number; word: string }) {
  if (isEnded(job)) {
    const took = formatDuration((job.endedAt ?? now) - job.startedAt);
    return (
      <p className={classes.stage}>
        {word} {formatAge(job.endedAt ?? now, now)}, after {took}
      </p>
    );
  }
  const left = timeLeft(job, now);
  return (
    <>
      <p className={classes.stage}>
        {job.stage || word}
        {left !== null && ` · ${formatDuration(left)} left`}
      </p>
      <Progress
        value={(job.fraction ?? 1) * 100}
        animated={job.fraction === null}
        striped={job.fraction === null}
        size={6}
        aria-label={`Progress of ${job.title}`}
      />
    </>
  );
}
