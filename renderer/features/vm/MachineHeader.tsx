import { type Connection, type DomainRow, primaryAction } from '../../../contract/index.ts';
import { connectionTitle, isStale } from '../../state/connections.ts';
import { machineName } from '../../state/machineName.ts';
import { usePendingAction } from '../../state/pending.ts';
import { formatRoute } from '../../state/route.ts';
import { connectionWord } from '../../ui/ConnectionChip.tsx';
import { formatAge, formatDuration, formatTime } from '../../ui/format.ts';
import { HostDot, ProductionMark } from '../../ui/HostMarks.tsx';
import { MoreMenu } from '../../ui/MoreMenu.tsx';
import { StateText } from '../../ui/StateChip.tsx';
import { useNow } from '../../ui/useNow.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { ACTION_TEXTS } from '../actions/actionTexts.ts';
import { machineMenu } from '../actions/machineMenu.tsx';
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
        <ActionButton
          action={primary}
          connection={connection}
          row={row}
          variant={primary === 'shutdown' ? 'default' : 'filled'}
        />
        <MoreMenu
          label="More actions"
          title={`Actions for ${row.name}`}
          entries={machineMenu(row, connection, { without: primary })}
        />
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
