import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { VolumeInfo } from '../../../../../contract/index.ts';
import type { Disk } from '../../../../../model/index.ts';
import { ReasonButton } from '../../../../ui/ReasonButton.tsx';
import { VolumePicker } from '../../../storage/VolumePicker.tsx';
import { useEdit } from '../../edit/context.tsx';
import { useFormHost } from '../formHost.tsx';
import { takeVolume, volumeRefusal } from './changeSource.ts';

interface ExistingVolumeProps {
  device: Disk;
  onDone: () => void;
}

/** Chooses a volume of one of the host's pools. */
export function ExistingVolume({ device, onDone }: ExistingVolumeProps) {
  const edit = useEdit();
  const { connection, pools } = useFormHost();
  const [pool, setPool] = useState(() => poolOf(device, pools));
  const [volume, setVolume] = useState<VolumeInfo | null>(null);
  const medium = device.device === 'cdrom';
  const take = () => {
    if (volume) edit.change(() => takeVolume(device, volume));
    onDone();
  };
  return (
    <div>
      <VolumePicker
        label={medium ? 'Medium' : 'Volume'}
        connection={connection}
        pools={pools}
        pool={pool}
        onPool={(name) => {
          setPool(name);
          setVolume(null);
        }}
        volume={volume?.name ?? ''}
        onVolume={(_name, details) => setVolume(details)}
        prefer={medium ? 'media' : 'disks'}
        suggested={pools.find(({ name }) => name === 'default')?.name ?? null}
        error={undefined}
      />
      <Group gap="xs" justify="flex-end" mt="xs">
        <Button variant="default" size="compact-xs" onClick={onDone}>
          Cancel
        </Button>
        <ReasonButton
          size="compact-xs"
          reason={volume ? volumeRefusal(volume) : 'Choose one from the list first.'}
          onClick={take}
        >
          {medium ? 'Insert' : 'Use this volume'}
        </ReasonButton>
      </Group>
    </div>
  );
}

/** The pool that the present medium is in; empty: none is known, so the picker looks for one. */
function poolOf(
  { source }: Disk,
  pools: readonly { name: string; path: string | null; active: boolean }[],
): string {
  const place = source.location ?? '';
  return (
    pools.find(({ path, active }) => active && path !== null && place.startsWith(`${path}/`))?.name ?? ''
  );
}
