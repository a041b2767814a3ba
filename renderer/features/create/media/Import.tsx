import { Stack } from '@mantine/core';
import { OsField } from '../os/OsField.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { FilePicker } from './FilePicker.tsx';
import { ImageFactsView } from './ImageFactsView.tsx';

/** A disk with a system on it. */
export function Import({ problems }: StepProps) {
  return (
    <Stack gap="lg">
      <FilePicker
        slot="import.disk"
        label="Disk with a system"
        kinds={['volume', 'path', 'upload']}
        prefer="disks"
        pathHint="A disk image such as /srv/images/web.qcow2, or a device such as /dev/vg/web"
        error={problems.disk}
      />
      <ImageFactsView slot="import.disk" />
      <OsField />
    </Stack>
  );
}
