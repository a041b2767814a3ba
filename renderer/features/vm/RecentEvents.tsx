import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircle } from '@tabler/icons-react';
import { useState } from 'react';
import type { DomainRef } from '../../../contract/index.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { Section } from '../../ui/Facts.tsx';
import { formatTime } from '../../ui/format.ts';
import { useNow } from '../../ui/useNow.ts';
import classes from './MachinePage.module.css';
import { useRecentEvents } from './useRecentEvents.ts';

const SHORT = 8;

/** What happened to the machine lately. */
export function RecentEvents({ domain }: { domain: DomainRef }) {
  const { events, error, again } = useRecentEvents(domain);
  const [all, setAll] = useState(false);
  const now = useNow(60_000);
  const shown = all ? events : events.slice(0, SHORT);
  return (
    <Section title="Recent events">
      {error && <ErrorView title="The events could not be read" error={error} again={again} />}
      {events.length === 0 && !error && <p className={classes.dim}>Nothing since Virtdeck was started.</p>}
      <ul className={classes.events}>
        {shown.map((event) => (
          <li key={`${event.time} ${event.message}`} data-severity={event.severity}>
            {event.severity === 'info' ? (
              <IconCircle size={8} aria-hidden />
            ) : (
              <IconAlertTriangle size={14} aria-label={event.severity} />
            )}
            <time dateTime={new Date(event.time).toISOString()}>{formatTime(event.time, now)}</time>
            <span>{event.message}</span>
          </li>
        ))}
      </ul>
      {events.length > SHORT && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(!all)}>
          {all ? 'Show fewer' : `Show all ${events.length}`}
        </Button>
      )}
    </Section>
  );
}
