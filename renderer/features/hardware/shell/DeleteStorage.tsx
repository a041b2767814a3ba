import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { ConnectionId, StorageUse } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { useReading } from '../../../state/useReading.ts';
import { formatBytes } from '../../../ui/format.ts';
import classes from './Hardware.module.css';
import { uncheckedWords } from './storageWords.ts';

interface DeleteStorageProps {
  connection: ConnectionId;
  /** The machine that the storage is taken from. */
  machine: string | null;
  path: string;
  onChange: (wanted: boolean) => void;
}

/** Offers to delete what a removed disk stores; off until it is chosen. */
export function DeleteStorage({ connection, machine, path, onChange }: DeleteStorageProps) {
  const { value: use, error } = useReading(`${connection} ${path}`, () =>
    client().storage.use({ connection, path }),
  );
  const [wanted, setWanted] = useState(false);
  const refusal = error?.message ?? (use ? refusalOf(use, machine) : 'Looking who else uses it.');
  const unchecked = use && refusal === null ? uncheckedWords(use) : null;
  const size = use?.volume
    ? `, ${formatBytes(use.volume.allocation)} of ${formatBytes(use.volume.capacity)}`
    : '';
  return (
    <div className={classes.storage}>
      <Checkbox
        size="xs"
        label="Delete its storage too, when the change is applied"
        description={refusal}
        checked={wanted}
        disabled={refusal !== null}
        onChange={(event) => {
          setWanted(event.currentTarget.checked);
          onChange(event.currentTarget.checked);
        }}
      />
      <p>
        {path}
        {size}
      </p>
      {unchecked !== null && <p>{unchecked}</p>}
      {!wanted && <p className={classes.dim}>Without that it stays on the host.</p>}
    </div>
  );
}

function refusalOf({ volume, usedBy, under }: StorageUse, machine: string | null): string | null {
  const others = usedBy.filter(({ uuid }) => uuid !== machine).map(({ name }) => name);
  if (others.length > 0) return `It is used by ${others.join(', ')} too.`;
  if (under.length > 0) return `Other images are built upon it: ${under.join(', ')}.`;
  return volume ? null : 'It is in no active pool, so libvirt cannot delete it.';
}
