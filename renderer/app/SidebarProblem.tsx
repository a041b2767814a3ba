import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Connection } from '../../contract/index.ts';
import { showConnectionProblem } from '../features/connections/ConnectionProblem.tsx';
import { openConnection } from '../features/connections/connectionActions.ts';
import { problemNote } from '../features/connections/statusWords.ts';
import { connectionTitle, isBusy } from '../state/connections.ts';
import { cx } from '../ui/cx.ts';
import { useNow } from '../ui/useNow.ts';
import classes from './Sidebar.module.css';

interface ProblemLineProps {
  id: string;
  connection: Connection;
  level: number;
  /** Whether the tree's keyboard is here. */
  active: boolean;
}

/** Why a host is not there, or when it is tried again, under its name. */
export function ProblemLine({ id, connection, level, active }: ProblemLineProps) {
  const { error, retryAt, status } = connection;
  const now = useNow(1000, retryAt !== null);
  const note = problemNote(connection, now);
  if (note === null) return null;
  const word = status === 'lost' ? 'Retry now' : 'Retry';
  return (
    <div
      id={id}
      className={cx(classes.problem, active && classes.active, status === 'lost' && classes.lost)}
      style={{ paddingLeft: 30 + (level - 2) * 14 }}
      role="treeitem"
      aria-level={level}
      aria-label={`Problem: ${error?.message ?? note}`}
    >
      <IconAlertTriangle size={14} aria-hidden />
      <button
        type="button"
        className={classes.problemText}
        title={error?.message}
        onClick={(event) => {
          event.stopPropagation();
          showConnectionProblem(connection.id);
        }}
      >
        {note}
      </button>
      {!isBusy(connection) && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${word} ${connectionTitle(connection)}`}
          onClick={(event) => {
            event.stopPropagation();
            void openConnection(connection);
          }}
        >
          Retry
        </Button>
      )}
    </div>
  );
}
