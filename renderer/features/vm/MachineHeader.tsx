import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import {
  type Connection,
  type DomainAction,
  type DomainRow,
  primaryAction,
} from '../../../contract/index.ts';
import { connectionTitle, isStale } from '../../state/connections.ts';
import { machineName } from '../../state/machineName.ts';
import { usePendingAction } from '../../state/pending.ts';
import { formatRoute } from '../../state/route.ts';
import { connectionWord } from '../../ui/ConnectionChip.tsx';
import { formatAge, formatDuration, formatTime } from '../../ui/format.ts';
import { HostDot, ProductionMark } from '../../ui/HostMarks.tsx';
import { MenuLines } from '../../ui/menu.tsx';
import { IconButton, ReasonButton } from '../../ui/ReasonButton.tsx';
import { StateText } from '../../ui/StateChip.tsx';
import { useNow } from '../../ui/useNow.ts';
import { ACTION_ICONS } from '../actions/actionIcons.tsx';
import { ACTION_TEXTS } from '../actions/actionTexts.ts';
import { machineMenu } from '../actions/machineMenu.tsx';
import { actionRefusal, performAction } from '../actions/performAction.ts';
import classes from './MachinePage.module.css';
import { MachinePicture } from './overview/machineIcons.tsx';

interface MachineHeaderProps {
  connection: Connection;
  row: DomainRow;
}

/** Name, state, where it is, and the likely next action. */
export function MachineHeader({ connection, row }: MachineHeaderProps) {
  const ref = { connection: connection.id, uuid: row.uuid };
  const pending = usePendingAction(ref);
  const primary = primaryAction(row);
  return (
    <header className={classes.header}>
      <div className={classes.what}>
        <h1 title={row.name}>
          <MachinePicture icon={row.icon} size={18} /> {machineName(row)}
        </h1>
        <div className={classes.where}>
          {pending ? (
            <span>{ACTION_TEXTS[pending].doing}…</span>
          ) : (
            <span className={isStale(connection) ? classes.stale : undefined}>
              <StateText row={row} />
            </span>
          )}
          {row.title && <span className={classes.dim}>{row.name}</span>}
          <a href={formatRoute({ page: 'host', connection: connection.id, tab: 'overview' })}>
            <HostDot color={connection.settings.color} /> {connectionTitle(connection)}
          </a>
          {connection.settings.production && <ProductionMark />}
          {row.addresses && row.addresses.length > 0 && <span>{row.addresses.join(', ')}</span>}
          <Started row={row} stale={isStale(connection)} />
          {isStale(connection) && <Stale connection={connection} />}
          {connection.readOnly && <span className={classes.dim}>Read-only connection</span>}
        </div>
      </div>
      <div className={classes.actions}>
        <PrimaryButton action={primary} connection={connection} row={row} busy={pending === primary} />
        <Menu position="bottom-end">
          <Menu.Target>
            <IconButton label="More actions" variant="default" size={30}>
              <IconDots size={17} />
            </IconButton>
          </Menu.Target>
          <Menu.Dropdown aria-label={`Actions for ${row.name}`}>
            <MenuLines entries={machineMenu(row, connection, { without: primary })} />
          </Menu.Dropdown>
        </Menu>
      </div>
    </header>
  );
}

/** Only where Virtdeck saw it start: libvirt does not tell since when a machine runs. */
function Started({ row, stale }: { row: DomainRow; stale: boolean }) {
  const since = row.id === null || stale ? null : (row.startedAt ?? null);
  const now = useNow(10_000, since !== null);
  if (since === null) return null;
  return (
    <span className={classes.dim} title={`Started at ${formatTime(since, now)}`}>
      up {formatDuration(now - since)}
    </span>
  );
}

interface PrimaryButtonProps extends MachineHeaderProps {
  action: DomainAction;
  busy: boolean;
}

function PrimaryButton({ action, connection, row, busy }: PrimaryButtonProps) {
  const Icon = ACTION_ICONS[action];
  return (
    <ReasonButton
      leftSection={<Icon size={15} />}
      variant={action === 'shutdown' ? 'default' : 'filled'}
      loading={busy}
      reason={actionRefusal(action, row, connection)}
      onClick={() => void performAction(action, { connection: connection.id, uuid: row.uuid })}
    >
      {ACTION_TEXTS[action].label}
    </ReasonButton>
  );
}

/** What is shown is the last that was known. */
function Stale({ connection }: { connection: Connection }) {
  const now = useNow(10_000);
  const age = connection.lastSeen === null ? '' : `, last seen ${formatAge(connection.lastSeen, now)}`;
  return (
    <span className={classes.warn}>
      {connectionWord(connection)}
      {age}
    </span>
  );
}
