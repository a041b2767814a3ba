import { Stack } from '@mantine/core';
import { OsField } from '../os/OsField.tsx';
import { Dim } from '../parts/Note.tsx';

/** No medium: only which system will be put into it. */
export function Empty() {
  return (
    <Stack gap="lg">
      <Dim>
        Nothing is installed. Say which system you will put into it, for devices that it has drivers for.
      </Dim>
      <OsField />
    </Stack>
  );
}
