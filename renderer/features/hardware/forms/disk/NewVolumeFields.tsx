import { Button, Checkbox, Group, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Disk, volumeAbility } from '../../../../../model/index.ts';
import { ReasonButton } from '../../../../ui/ReasonButton.tsx';
import { PoolSelect } from '../../../storage/PoolSelect.tsx';
import { useVolumes } from '../../../storage/volumes.ts';
import { useEdit } from '../../edit/context.tsx';
import { useFormHost } from '../formHost.tsx';
import { Remark } from '../parts/Remark.tsx';
import {
  newVolumeOf,
  poolRefusal,
  suggestVolumeName,
  takeNewVolume,
  volumeNameProblem,
} from './changeSource.ts';
import classes from './Disk.module.css';

const GIB = 1024 ** 3;
const DEFAULT_GIB = '20';

interface NewVolumeFieldsProps {
  device: Disk;
  onDone: () => void;
}

/** What is typed of a new volume, with what is suggested where nothing is. */
function useNewVolume(device: Disk) {
  const edit = useEdit();
  const { connection, pools } = useFormHost();
  const [poolName, setPool] = useState(() => {
    const usable = pools.filter((one) => poolRefusal(one) === null);
    return (usable.find(({ name }) => name === 'default') ?? usable[0])?.name ?? '';
  });
  const [typedName, setName] = useState<string | null>(null);
  const [gib, setGib] = useState(DEFAULT_GIB);
  const [wantedFormat, setFormat] = useState<string | null>(null);
  const [allocate, setAllocate] = useState(false);
  const pool = pools.find(({ name }) => name === poolName);
  const { formats = [], sparse = true } = (pool && volumeAbility(pool.type)) ?? {};
  const format =
    wantedFormat !== null && formats.includes(wantedFormat) ? wantedFormat : (formats[0] ?? 'raw');
  const { value: volumes } = useVolumes(connection, poolName);
  const taken = takenIn(volumes ?? [], edit.storage.store.getState().newVolumes, poolName);
  const name =
    typedName ?? suggestVolumeName(edit.domain.name ?? 'machine', device.target ?? 'disk', format, taken);
  return {
    pool,
    poolName,
    setPool,
    name,
    setName,
    gib,
    setGib,
    formats,
    format,
    setFormat,
    sparse,
    allocate: allocate || !sparse,
    setAllocate,
    capacity: capacityOf(gib),
    nameProblem: volumeNameProblem(name, taken),
  };
}

/** A volume that is made for a disk when the edit is applied. */
export function NewVolumeFields({ device, onDone }: NewVolumeFieldsProps) {
  const edit = useEdit();
  const { pools } = useFormHost();
  const wish = useNewVolume(device);
  const { pool, name, format, sparse, allocate, capacity, nameProblem } = wish;
  const problem = pool
    ? (nameProblem ?? (capacity === null ? 'Its size is a number of GiB.' : null))
    : 'Choose a pool first.';
  const make = () => {
    if (!pool || capacity === null) return;
    const volume = newVolumeOf({ pool, name, capacity, format, allocate });
    edit.storage.make(volume);
    edit.change(() => takeNewVolume(device, volume, pool));
    onDone();
  };
  return (
    <div className={classes.newVolume}>
      <PoolSelect
        label="Pool"
        pools={pools}
        value={wish.poolName}
        onChange={wish.setPool}
        refusal={poolRefusal}
      />
      <TextInput
        size="xs"
        label="Size in GiB"
        inputMode="decimal"
        value={wish.gib}
        onChange={(event) => wish.setGib(event.currentTarget.value)}
        error={capacity === null ? 'A number of GiB.' : null}
        autoComplete="off"
      />
      <NativeSelect
        size="xs"
        label="Image format"
        value={format}
        data={[...wish.formats]}
        onChange={(event) => wish.setFormat(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label="Volume name"
        value={name}
        onChange={(event) => wish.setName(event.currentTarget.value)}
        error={nameProblem}
        autoComplete="off"
        spellCheck={false}
      />
      <Checkbox
        size="xs"
        className={classes.wide}
        label="Take all the space at once"
        description={sparse ? 'Else it grows as the guest writes.' : 'Volumes of this pool always do.'}
        checked={allocate}
        disabled={!sparse}
        onChange={(event) => wish.setAllocate(event.currentTarget.checked)}
      />
      {pool && capacity !== null && capacity > pool.available && (
        <div className={classes.wide}>
          <Remark warning>The pool has less space than the volume may take.</Remark>
        </div>
      )}
      <Group gap="xs" justify="flex-end" className={classes.wide}>
        <Button variant="default" size="compact-xs" onClick={onDone}>
          Cancel
        </Button>
        <ReasonButton size="compact-xs" reason={problem} onClick={make}>
          Use a new volume
        </ReasonButton>
      </Group>
    </div>
  );
}

function takenIn(
  volumes: readonly { readonly name: string }[],
  wanted: ReadonlyMap<string, { readonly name: string; readonly pool: string }>,
  pool: string,
): string[] {
  const pending = [...wanted.values()].filter((one) => one.pool === pool);
  return [...volumes, ...pending].map(({ name }) => name);
}

/** Bytes, in whole MiB; null: this is no size. */
function capacityOf(gib: string): number | null {
  const text = gib.trim().replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const bytes = Math.round(Number(text) * 1024) * (GIB / 1024);
  return bytes > 0 && Number.isSafeInteger(bytes) ? bytes : null;
}
