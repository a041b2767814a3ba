import { Button, Loader, NativeSelect, TextInput } from '@mantine/core';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import type { ApiErrorData, ConnectionId, PoolInfo, VolumeInfo } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { formatBytes } from '../../ui/format.ts';
import { IconButton } from '../../ui/ReasonButton.tsx';
import classes from './Create.module.css';
import { orderVolumes } from './orderVolumes.ts';

/** Volumes shown at once; the filter finds the others. */
const SHOWN = 200;

interface VolumePickerProps {
  label: string;
  connection: ConnectionId;
  pools: readonly PoolInfo[];
  pool: string;
  onPool: (pool: string) => void;
  volume: string;
  onVolume: (volume: string) => void;
  /** What stands first in the list. */
  prefer: 'media' | 'disks';
  error: string | undefined;
}

/** Chooses a volume of a pool. */
export function VolumePicker(props: VolumePickerProps) {
  const { label, connection, pools, pool, onPool, volume, onVolume, prefer, error } = props;
  const [filter, setFilter] = useState('');
  const { volumes, failure, refresh } = useVolumes(connection, pool);
  const ordered = useMemo(() => orderVolumes(volumes ?? [], filter, prefer), [volumes, filter, prefer]);
  return (
    <fieldset className={classes.picker}>
      <legend>{label}</legend>
      <div className={classes.pickerBar}>
        <PoolSelect label="Pool" pools={pools} value={pool} onChange={onPool} />
        <TextInput
          aria-label="Filter volumes"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          leftSection={<IconSearch size={15} aria-hidden />}
        />
        <IconButton label="Read the pool again" onClick={refresh}>
          <IconRefresh size={16} />
        </IconButton>
      </div>
      {failure && (
        <ErrorView title={`The volumes of ${pool} could not be listed`} error={failure}>
          <Button variant="default" onClick={refresh}>
            Try again
          </Button>
        </ErrorView>
      )}
      {!volumes && !failure && pool !== '' && <Loader size="sm" aria-label="Reading the pool" />}
      {volumes && (
        <div role="radiogroup" aria-label={label} className={classes.volumes}>
          {ordered.slice(0, SHOWN).map((candidate) => (
            <label key={candidate.key || candidate.name} className={classes.volume}>
              <input
                type="radio"
                name={label}
                checked={candidate.name === volume}
                onChange={() => onVolume(candidate.name)}
              />
              <span className={classes.volumeName}>{candidate.name}</span>
              <span className={classes.dim}>{candidate.format ?? candidate.type}</span>
              <span className={classes.dim}>{formatBytes(candidate.capacity)}</span>
            </label>
          ))}
          {ordered.length === 0 && (
            <p className={classes.dim}>No volume here{filter && ' is called that'}.</p>
          )}
          {ordered.length > SHOWN && (
            <p className={classes.dim}>
              {SHOWN} of {ordered.length} shown. Filter to find the others.
            </p>
          )}
        </div>
      )}
      {error && <p className={classes.error}>{error}</p>}
    </fieldset>
  );
}

interface PoolSelectProps {
  label: string;
  pools: readonly PoolInfo[];
  value: string;
  onChange: (pool: string) => void;
  error?: string | undefined;
}

/** Chooses a pool; those that are not started cannot be chosen. */
export function PoolSelect({ label, pools, value, onChange, error }: PoolSelectProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...(value === '' ? [{ value: '', label: 'Choose a pool' }] : []),
        ...pools.map(({ name, active, available }) => ({
          value: name,
          label: active ? `${name} (${formatBytes(available)} free)` : `${name} (not started)`,
          disabled: !active,
        })),
      ]}
    />
  );
}

function useVolumes(connection: ConnectionId, pool: string) {
  const [volumes, setVolumes] = useState<readonly VolumeInfo[] | null>(null);
  const [failure, setFailure] = useState<ApiErrorData | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    setVolumes(null);
    setFailure(null);
    if (pool === '') return;
    let gone = false;
    client()
      .storage.volumes({ connection, pool, refresh: attempt > 0 })
      .then(
        (list) => !gone && setVolumes(list),
        (error: unknown) => !gone && setFailure(toErrorData(error)),
      );
    return () => {
      gone = true;
    };
  }, [connection, pool, attempt]);
  return { volumes, failure, refresh: () => setAttempt((n) => n + 1) };
}
