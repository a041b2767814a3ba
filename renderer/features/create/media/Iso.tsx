import { Checkbox, Stack } from '@mantine/core';
import { OsField } from '../os/OsField.tsx';
import { Dim } from '../parts/Note.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { Unattended } from '../unattended/Unattended.tsx';
import { useWizard } from '../wizardStore.ts';
import { insertDrivers } from './driversMedium.ts';
import { FilePicker } from './FilePicker.tsx';
import { MediumNotes } from './MediumNotes.tsx';

/** An installation medium. */
export function Iso({ problems }: StepProps) {
  const { draft, facts } = useWizard();
  const virtio = draft.platform.diskBus === 'virtio';
  return (
    <Stack gap="lg">
      <FilePicker
        slot="iso.media"
        label="Installation medium"
        kinds={['volume', 'path', 'drive', 'upload']}
        prefer="media"
        pathHint="An ISO image such as /srv/iso/debian-12.iso, or a drive such as /dev/sr0"
        error={problems.media}
      />
      <MediumNotes />
      <OsField />
      {facts.value?.windows && (
        <>
          <Checkbox
            label="Insert a second medium with drivers"
            description="Windows has no virtio drivers of its own. The virtio-win image has them."
            checked={draft.iso.withDrivers}
            onChange={(event) => insertDrivers(event.currentTarget.checked)}
          />
          {draft.iso.withDrivers && virtio && (
            <Dim>
              Disks and network cards are virtio ones then, which are faster. When Setup finds no disk, choose
              Load driver there and this medium. Under Network they can be made others.
            </Dim>
          )}
          {draft.iso.withDrivers && (
            <FilePicker
              slot="iso.drivers"
              label="Drivers (virtio-win)"
              kinds={['volume', 'path', 'upload']}
              prefer="media"
              pathHint="Such as /usr/share/virtio-win/virtio-win.iso"
              error={problems.drivers}
            />
          )}
        </>
      )}
      <Unattended problems={problems} />
    </Stack>
  );
}
