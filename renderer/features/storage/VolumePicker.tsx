import { Loader, TextInput } from '@mantine/core';
import { IconRefresh, IconSearch } from '@tabler/icons-react';
import { useEffect, useId, useMemo, useState } from 'react';
import type { ConnectionId, PoolInfo, VolumeInfo } from '../../../contract/index.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { formatBytes } from '../../ui/format.ts';
import { IconButton } from '../../ui/ReasonButton.tsx';
import { orderVolumes } from './orderVolumes.ts';
import { PoolSelect } from './PoolSelect.tsx';
import classes from './VolumePicker.module.css';
import { findPool, useVolumes } from './volumes.ts';

/** Volumes shown at once; the filter finds the others. */
const SHOWN = 200;

interface VolumePickerProps {
  label: string;
  connection: ConnectionId;
  pools: readonly PoolInfo[];
  pool: string;
  onPool: (pool: string) => void;
  volume: string;
  onVolume: (volume: string, details: VolumeInfo) => void;
  /** What stands first in the list, and which pool is looked for when none is chosen. */
  prefer: 'media' | 'disks';
  /** The pool to begin with where none has what is preferred. */
  suggested: string | null;
  error: string | undefined;
}

/** Chooses a volume of a pool. */
export function VolumePicker(props: VolumePickerProps) {
  const { label, connection, pools, pool, onPool, volume, onVolume, prefer, error } = props;
  const [filter, setFilter] = useState('');
  const { value: volumes, error: failure, again } = useVolumes(connection, pool);
  const ordered = useMemo(() => orderVolumes(volumes ?? [], filter, prefer), [volumes, filter, prefer]);
  const name = useId();
  useFirstPool(props);
  const isGone = volumes !== null && volume !== '' && !volumes.some((one) => one.name === volume);
  return (
    <div className={classes.fields}>
      <div className={classes.pickerBar}>
        <PoolSelect label="Pool" pools={pools} value={pool} onChange={onPool} />
        <TextInput
          aria-label="Filter volumes"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
          leftSection={<IconSearch size={15} aria-hidden />}
        />
        <IconButton label="Read the pool again" onClick={again}>
          <IconRefresh size={16} />
        </IconButton>
      </div>
      {failure && (
        <ErrorView title={`The volumes of ${pool} could not be listed`} error={failure} again={again} />
      )}
      {!volumes && !failure && pool !== '' && <Loader size="sm" aria-label="Reading the pool" />}
      {volumes && (
        <div role="radiogroup" aria-label={label} className={classes.volumes}>
          {ordered.slice(0, SHOWN).map((candidate) => (
            <label key={candidate.key || candidate.name} className={classes.volume}>
              <input
                type="radio"
                name={name}
                checked={candidate.name === volume}
                onChange={() => onVolume(candidate.name, candidate)}
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
      {isGone && (
        <p className={classes.dim}>{volume} is not in this pool. Read it again, or choose another one.</p>
      )}
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

/** Chooses a pool where none is chosen: the first with media, or the suggested one. */
function useFirstPool({ connection, pools, pool, onPool, prefer, suggested }: VolumePickerProps): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: onPool is another function each time
  useEffect(() => {
    if (pool !== '') return;
    let gone = false;
    void findPool(connection, pools, prefer, suggested).then((found) => {
      if (!gone && found !== '') onPool(found);
    });
    return () => {
      gone = true;
    };
  }, [connection, pools, pool, prefer, suggested]);
}
