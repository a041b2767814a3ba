import { TextInput } from '@mantine/core';
import type { Smartcard } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldRow } from '../../fields/index.ts';

/** The three certificates that are on an emulated card, by their names in the database. */
export function CertificateFields({ device }: { device: Smartcard }) {
  const edit = useEdit();
  return [0, 1, 2].map((index) => (
    <FieldRow key={index} label={`Certificate ${index + 1}`}>
      <TextInput
        size="xs"
        aria-label={`Certificate ${index + 1}`}
        title="libvirt: smartcard/certificate"
        value={device.certificates[index] ?? ''}
        onChange={(event) => {
          const name = event.currentTarget.value;
          const names = [0, 1, 2].map((at) => (at === index ? name : (device.certificates[at] ?? '')));
          edit.change(() => {
            device.certificates = names;
          }, `certificate ${index}`);
        }}
      />
    </FieldRow>
  ));
}
