import {
  IconAlertHexagon,
  IconChevronDown,
  IconChevronRight,
  IconShieldOff,
  IconX,
} from '@tabler/icons-react';
import { memo } from 'react';
import type { Connection, DomainRow } from '../../contract/index.ts';
import { closeConnection } from '../features/connections/connectionActions.ts';
import { statusNote } from '../features/connections/statusWords.ts';
import { connectionTitle, isBusy, isStale } from '../state/connections.ts';
import { machineName } from '../state/machineName.ts';
import { rateHistory, useStats } from '../state/stats.ts';
import { ConnectionIcon, connectionWord } from '../ui/ConnectionChip.tsx';
import { cx } from '../ui/cx.ts';
import { count as counted } from '../ui/format.ts';
import { hostColor } from '../ui/hostColor.ts';
import { Sparkline } from '../ui/Sparkline.tsx';
import { StateIcon } from '../ui/StateChip.tsx';
import { stateText } from '../ui/stateWords.ts';
import { useNow } from '../ui/useNow.ts';
import classes from './Sidebar.module.css';
import { ProblemLine } from './SidebarProblem.tsx';
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
  if (item.kind === 'problem') {
    return (
      <ProblemLine id={itemId(item.key)} connection={item.connection} level={item.level} active={active} />
    );
  }
  const common = {
    id: itemId(item.key),
    'data-key': item.key,
    'aria-selected': current,
    'aria-level': item.level,
    className: cx(classes.item, active && classes.active, current && classes.current),
    style: lineStyle(item),
  };
  const chevron = item.kind !== 'machine' && <Chevron open={item.expanded} onToggle={() => onToggle(item)} />;
  switch (item.kind) {
    case 'group':
      return (
        <div
          {...common}
          role="treeitem"
          aria-expanded={item.expanded}
          aria-label={`Group ${item.name}, ${counted(item.count, 'host')}`}
        >
          {chevron}
          <span className={classes.groupName}>{item.name}</span>
          <span className={classes.note}>{item.count}</span>
        </div>
      );
    case 'host':
      return (
        <div
          {...common}
          role="treeitem"
          aria-expanded={item.expanded}
          aria-label={hostLabel(item.connection)}
          data-status={item.connection.status}
          title={hostTip(item.connection)}
        >
          {chevron}
          <HostLine connection={item.connection} count={item.count} />
        </div>
      );
    case 'machine':
      return (
        <div
          {...common}
          role="treeitem"
          aria-label={`${machineName(item.row)}, ${stateText(item.row)}`}
          data-state={item.row.state}
          title={item.row.title ? `${item.row.title} (${item.row.name})` : item.row.name}
        >
          <MachineLine connection={item.connection} row={item.row} />
        </div>
      );
  }
}

/** How far in a line begins, and the colour of its host along its edge. */
function lineStyle(item: Exclude<SidebarRow, { kind: 'problem' }>) {
  const step = item.kind === 'machine' ? item.level - 2 : item.level - 1;
  const color = item.kind === 'group' ? null : hostColor(item.connection.settings.color);
  return {
    paddingLeft: 6 + step * 14,
    ...(color && { boxShadow: `inset 3px 0 0 ${color}` }),
  };
}

function hostLabel(connection: Connection): string {
  const production = connection.settings.production ? ', production' : '';
  return `${connectionTitle(connection)}, ${connectionWord(connection)}${production}`;
}

function hostTip(connection: Connection): string {
  const { settings, stage, status, lastSeen, warnings = [] } = connection;
  const lines = [settings.uri, stage ?? connectionWord(connection)];
  if (status === 'lost' && lastSeen !== null) lines.push(`Last seen ${new Date(lastSeen).toLocaleString()}`);
  if (settings.production) lines.push('Production host');
  return [...lines, ...warnings].join('\n');
}

function Chevron({ open, onToggle }: { open: boolean; onToggle: () => void }) {
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <span
      className={classes.chevron}
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        onToggle();
      }}
    >
      <Icon size={14} />
    </span>
  );
}

function HostLine({ connection, count }: { connection: Connection; count: number | null }) {
  const { settings, status, warnings = [] } = connection;
  const now = useNow(10_000, status === 'lost');
  return (
    <>
      <ConnectionIcon connection={connection} />
      <span className={classes.hostName}>{connectionTitle(connection)}</span>
      {settings.production && <IconAlertHexagon size={14} className={classes.production} aria-hidden />}
      {warnings.length > 0 && <IconShieldOff size={14} className={classes.unsafe} aria-hidden />}
      <span className={classes.note}>
        {status === 'connected' ? (count ?? '…') : statusNote(connection, now)}
      </span>
      {isBusy(connection) && <CancelButton connection={connection} />}
    </>
  );
}

function CancelButton({ connection }: { connection: Connection }) {
  const label = `Stop connecting to ${connectionTitle(connection)}`;
  return (
    <button
      type="button"
      className={classes.cancel}
      aria-label={label}
      title={label}
      onClick={(event) => {
        event.stopPropagation();
        void closeConnection(connection);
      }}
    >
      <IconX size={14} aria-hidden />
    </button>
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
