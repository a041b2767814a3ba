import { IconCheck } from '@tabler/icons-react';
import { connectionTitle, isStale } from '../../state/connections.ts';
import { usePendingAction } from '../../state/pending.ts';
import { useStats } from '../../state/stats.ts';
import { formatAge, formatKiB, formatPercent, formatRate } from '../../ui/format.ts';
import { HostDot } from '../../ui/HostMarks.tsx';
import { StateIcon, StateText } from '../../ui/StateChip.tsx';
import { stateText } from '../../ui/stateWords.ts';
import { useNow } from '../../ui/useNow.ts';
import { ACTION_TEXTS } from '../actions/actionTexts.ts';
import type { FleetEntry } from './entries.ts';
import classes from './FleetTable.module.css';

interface CellProps {
  entry: FleetEntry;
}

export function NameCell({ entry: { row } }: CellProps) {
  return (
    <span className={classes.text} title={row.title ? `${row.title} (${row.name})` : row.name}>
      {row.title || row.name}
      {row.title && <span className={classes.dim}> {row.name}</span>}
    </span>
  );
}

export function HostCell({ entry }: CellProps) {
  const title = connectionTitle(entry.connection);
  const { color, production } = entry.connection.settings;
  return (
    <span className={classes.text} title={production ? `${title}, production` : title}>
      <HostDot color={color} /> {title}
    </span>
  );
}

export function StateCell({ entry }: CellProps) {
  const { connection, row } = entry;
  const pending = usePendingAction({ connection: connection.id, uuid: row.uuid });
  if (isStale(connection)) return <StaleState entry={entry} />;
  if (pending) return <span className={classes.dim}>{ACTION_TEXTS[pending].doing}…</span>;
  return <StateText row={row} />;
}

/** The last state known of a machine on a host that is away, with its age. */
function StaleState({ entry: { connection, row } }: CellProps) {
  const now = useNow(10_000);
  const age = connection.lastSeen === null ? 'not connected' : formatAge(connection.lastSeen, now);
  return (
    <span className={classes.stale} title={`${stateText(row)} when last seen, ${age}`}>
      <StateIcon row={row} />
      <span className={classes.text}>
        {stateText(row)}, {age}
      </span>
    </span>
  );
}

/** A number that follows the statistics by itself; the row around it does not repaint. */
function useRateText({ entry }: CellProps, kind: 'cpu' | 'hostCpu' | 'memory' | 'disk' | 'net'): string {
  const { connection, row } = entry;
  return useStats((state) => {
    const rates = state.ticks.get(connection.id)?.rates.get(row.uuid);
    if (!rates) return '';
    if (kind === 'cpu') return formatPercent(rates.cpu);
    if (kind === 'hostCpu') return formatPercent(rates.hostCpu);
    if (kind === 'memory') return formatKiB(rates.memoryKiB);
    return formatRate(kind === 'disk' ? rates.diskRead + rates.diskWrite : rates.netRx + rates.netTx);
  });
}

export function CpuCell(props: CellProps) {
  return useRateText(props, 'cpu');
}

export function HostCpuCell(props: CellProps) {
  return useRateText(props, 'hostCpu');
}

export function MemoryUsedCell(props: CellProps) {
  return useRateText(props, 'memory');
}

export function DiskCell(props: CellProps) {
  return useRateText(props, 'disk');
}

export function NetCell(props: CellProps) {
  return useRateText(props, 'net');
}

/** No machine has no memory: it has not been read yet. */
export function MemoryCell({ entry }: CellProps) {
  return entry.row.memoryKiB > 0 ? formatKiB(entry.row.memoryKiB) : null;
}

export function VcpusCell({ entry }: CellProps) {
  return entry.row.vcpus || null;
}

/** A text that may be longer than its column. */
function CellText({ text }: { text: string }) {
  return (
    <span className={classes.text} title={text}>
      {text}
    </span>
  );
}

export function AddressesCell({ entry: { row } }: CellProps) {
  return <CellText text={row.addresses?.join(', ') ?? ''} />;
}

export function AutostartCell({ entry: { row } }: CellProps) {
  return row.autostart ? (
    <span className={classes.mark}>
      <IconCheck size={14} aria-hidden /> Yes
    </span>
  ) : null;
}

export function TagsCell({ entry: { row } }: CellProps) {
  return <CellText text={row.tags?.join(', ') ?? ''} />;
}

export function OsCell({ entry: { row } }: CellProps) {
  return <CellText text={osName(row.os)} />;
}

/** The last part of a libosinfo id: "http://debian.org/debian/12" says debian 12. */
export function osName(id: string | null): string {
  if (!id) return '';
  const parts = id.split('/').filter(Boolean);
  return parts.slice(-2).join(' ');
}

export function UuidCell({ entry }: CellProps) {
  return <code className={classes.mono}>{entry.row.uuid}</code>;
}
