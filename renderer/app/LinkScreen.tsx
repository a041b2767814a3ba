import { Loader } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useHostLink } from './hostLink.ts';
import classes from './Shell.module.css';

/** Before the first answer of main, or when it does not know this window. */
export function LinkScreen() {
  const { phase, message } = useHostLink();
  if (phase === 'refused') {
    return (
      <main className={classes.alone}>
        <EmptyState
          icon={IconPlugConnectedX}
          title="Virtdeck does not know this window"
          text={message || 'Open the address that Virtdeck printed when it started.'}
        />
      </main>
    );
  }
  return (
    <main className={classes.alone} aria-busy="true">
      <EmptyState
        icon={IconPlugConnectedX}
        title={message ? 'Virtdeck does not answer' : 'Starting…'}
        text={message}
      >
        <Loader size="sm" style={{ alignSelf: 'center' }} />
      </EmptyState>
    </main>
  );
}

/** Main has gone while the window was open: what is shown may be old, and nothing can be done. */
export function LostBar() {
  const message = useHostLink((state) => state.message);
  return (
    <div className={classes.lost} role="alert">
      <IconPlugConnectedX size={16} aria-hidden />
      <span>
        {message || 'The link to Virtdeck was cut.'} What is shown is the last that was known. Trying again…
      </span>
    </div>
  );
}
