import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import type { Connection, DomainRow } from '../../contract/index.ts';
import { openConnection } from '../features/connections/connectionActions.ts';
import { connectionTitle, isBusy, isStale } from '../state/connections.ts';
import { machineName } from '../state/machineName.ts';
import { rateHistory, useStats } from '../state/stats.ts';
import { ConnectionIcon, connectionWord } from '../ui/ConnectionChip.tsx';
import { cx } from '../ui/cx.ts';
import { showError } from '../ui/notify.tsx';
import { Sparkline } from '../ui/Sparkline.tsx';
import { StateIcon } from '../ui/StateChip.tsx';
import { stateText } from '../ui/stateWords.ts';
import classes from './Sidebar.module.css';
import type { SidebarRow } from './sidebarRows.ts';

interface SidebarItemProps {
  item: SidebarRow;
  active: boolean;
  current: boolean;
  onToggle: (item: SidebarRow) => void;
}

/** The id of a line's element, for aria-activedescendant. */
export function itemId(key: string): string {
  return `tree-${key}`;
}

/** One line of the tree. */
export function SidebarItem({ item, active, current, onToggle }: SidebarItemProps) {
  if (item.kind === 'problem') return <ProblemLine connection={item.connection} />;
  const common = {
    id: itemId(item.key),
    'data-key': item.key,
    'aria-selected': current,
    className: cx(classes.item, active && classes.active, current && classes.current),
  };
  if (item.kind === 'machine') {
    const { connection, row } = item;
    return (
      <div
        {...common}
        role="treeitem"
        aria-level={2}
        aria-label={`${machineName(row)}, ${stateText(row)}`}
        data-state={row.state}
        title={row.title ? `${row.title} (${row.name})` : row.name}
      >
        <MachineLine connection={connection} row={row} />
      </div>
    );
  }
  const { connection, expanded, count } = item;
  const word = connectionWord(connection);
  const Chevron = expanded ? IconChevronDown : IconChevronRight;
  return (
    <div
      {...common}
      role="treeitem"
      aria-level={1}
      aria-expanded={expanded}
      aria-label={`${connectionTitle(connection)}, ${word}`}
      data-status={connection.status}
      title={`${connection.settings.uri}\n${connection.stage ?? word}`}
    >
      <span
        className={classes.chevron}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onToggle(item);
        }}
      >
        <Chevron size={14} />
      </span>
      <ConnectionIcon connection={connection} />
      <span className={classes.hostName}>{connectionTitle(connection)}</span>
      <span className={classes.note}>
        {connection.status === 'connected' ? (count ?? '…') : (connection.stage ?? word)}
      </span>
    </div>
  );
}

const MachineLine = memo(function MachineLine({
  connection,
  row,
}: {
  connection: Connection;
  row: DomainRow;
}) {
  return (
    <span className={cx(classes.machine, isStale(connection) && classes.away)}>
      <StateIcon row={row} size={13} />
      <span className={classes.name}>{machineName(row)}</span>
      {row.id !== null && <CpuLine connection={connection.id} uuid={row.uuid} />}
    </span>
  );
});

/** The last minutes of CPU; paints with each tick of its connection. */
function CpuLine({ connection, uuid }: { connection: string; uuid: string }) {
  const time = useStats((state) => state.ticks.get(connection)?.time);
  if (time === undefined) return null;
  // A new array for every tick, so that the memoised line sees the change.
  return <Sparkline values={[...rateHistory.of(connection, uuid).cpu]} max={100} width={44} height={14} />;
}

/** Why a host is not there, under its name. */
function ProblemLine({ connection }: { connection: Connection }) {
  const { error } = connection;
  if (!error) return null;
  const title = connectionTitle(connection);
  return (
    <div className={classes.problem} role="treeitem" aria-level={2} aria-label={`Problem: ${error.message}`}>
      <IconAlertTriangle size={14} aria-hidden />
      <button
        type="button"
        className={classes.problemText}
        title={error.message}
        onClick={(event) => {
          event.stopPropagation();
          showError(`Could not connect to ${title}`, error);
        }}
      >
        {error.message}
      </button>
      <Button
        size="compact-xs"
        variant="default"
        loading={isBusy(connection)}
        aria-label={`Retry ${title}`}
        onClick={(event) => {
          event.stopPropagation();
          void openConnection(connection);
        }}
      >
        Retry
      </Button>
    </div>
  );
}
