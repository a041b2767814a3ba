import { IconShieldOff } from '@tabler/icons-react';
import type { Connection } from '../../../contract/index.ts';
import { ConnectionProblem } from './ConnectionProblem.tsx';
import classes from './HostNotices.module.css';

/** What the user has to know of a host before anything else: why it is away, and what does not protect it. */
export function HostNotices({ connection }: { connection: Connection }) {
  const { error, warnings = [], status } = connection;
  const problem = error !== null && status !== 'connected';
  if (!problem && warnings.length === 0) return null;
  return (
    <div className={classes.notices}>
      {problem && <ConnectionProblem connection={connection} />}
      {warnings.map((warning) => (
        <p key={warning} className={classes.warning} role="alert">
          <IconShieldOff size={17} aria-hidden />
          <span>{warning}</span>
        </p>
      ))}
    </div>
  );
}
