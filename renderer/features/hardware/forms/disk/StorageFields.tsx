import { Group } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Disk } from '../../../../../model/index.ts';
import { formatBytes } from '../../../../ui/format.ts';
import { ReasonButton } from '../../../../ui/ReasonButton.tsx';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, FieldRow, optionsFrom, SelectField } from '../../fields/index.ts';
import { useFormHost } from '../formHost.tsx';
import classes from '../parts/Parts.module.css';
import { Remark } from '../parts/Remark.tsx';
import { resetSource } from './changeSource.ts';
import { ExistingVolume } from './ExistingVolume.tsx';
import { NewVolumeFields } from './NewVolumeFields.tsx';
import { SourceFields } from './SourceFields.tsx';
import { REMOVABLE, TYPE_WORDS } from './words.ts';

/** Where a disk's content is: typed, chosen from the host's pools, or a new volume. */
export function StorageFields({ device }: { device: Disk }) {
  const edit = useEdit();
  const removable = REMOVABLE.has(device.device ?? '');
  const [open, setOpen] = useState<'existing' | 'new' | null>(null);
  const toggle = (which: 'existing' | 'new') => setOpen(open === which ? null : which);
  const close = () => setOpen(null);
  const word = removable ? 'medium' : 'volume';
  return (
    <FieldGroup>
      <SourceFields device={device} label={removable ? 'Medium' : 'Storage'} />
      <Pending device={device} />
      <FieldRow label="">
        <Group gap="xs">
          <PoolButton
            label={`Choose a ${word}`}
            open={open === 'existing'}
            onClick={() => toggle('existing')}
          />
          {device.device !== 'cdrom' && (
            <PoolButton label="New volume" open={open === 'new'} onClick={() => toggle('new')} isNew />
          )}
          {removable && (
            <ReasonButton
              variant="default"
              size="compact-xs"
              reason={device.source.location === null ? 'There is no medium in it.' : null}
              onClick={() => edit.change(() => eject(device))}
            >
              Eject
            </ReasonButton>
          )}
        </Group>
      </FieldRow>
      {open === 'existing' && <ExistingVolume device={device} onDone={close} />}
      {open === 'new' && <NewVolumeFields device={device} onDone={close} />}
      <SelectField
        of={device}
        field="type"
        label="Kept as"
        none={null}
        options={optionsFrom(Object.keys(TYPE_WORDS), null, TYPE_WORDS)}
        also={(type) => resetSource(device, type)}
      />
    </FieldGroup>
  );
}

/** An empty drive is one of files; what is set about a missing medium stays. */
function eject(device: Disk): void {
  const { startupPolicy } = device.source;
  if (device.type !== 'file' && device.type !== 'block') device.type = 'file';
  device.source.clear();
  device.source.startupPolicy = startupPolicy;
}

interface PoolButtonProps {
  label: string;
  open: boolean;
  onClick: () => void;
  isNew?: boolean;
}

function PoolButton({ label, open, onClick, isNew = false }: PoolButtonProps) {
  const { pools, poolsProblem, draft } = useFormHost();
  const refusal =
    isNew && draft
      ? 'The machine is not made yet: disks that are made for it are added in the steps before.'
      : pools.length === 0
        ? (poolsProblem ?? 'This host has no storage pool.')
        : null;
  return (
    <ReasonButton
      variant={open ? 'light' : 'default'}
      size="compact-xs"
      aria-expanded={open}
      reason={refusal}
      onClick={onClick}
    >
      {label}
    </ReasonButton>
  );
}

/** The volume that will be made for the disk. */
function Pending({ device }: { device: Disk }) {
  const edit = useEdit();
  const volumes = useStore(edit.storage.store, ({ newVolumes }) => newVolumes);
  const volume = volumes.get(device.source.location ?? '');
  if (!volume) return null;
  const { capacity, format, pool, allocate } = volume;
  return (
    <Remark>
      <span className={classes.value}>
        New volume of {formatBytes(capacity)} in pool {pool}, {format}
        {allocate ? ', with all of its space' : ''}: it is made when the change is applied.
      </span>
    </Remark>
  );
}
