import { Checkbox, Stack } from '@mantine/core';
import { OsField } from '../os/OsField.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { Unattended } from '../unattended/Unattended.tsx';
import { change, useWizard } from '../wizardStore.ts';
import { FilePicker } from './FilePicker.tsx';
import { MediumNotes } from './MediumNotes.tsx';

/** An installation medium. */
export function Iso({ problems }: StepProps) {
  const { draft, facts } = useWizard();
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
            onChange={(event) => change('iso', { withDrivers: event.currentTarget.checked })}
          />
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
