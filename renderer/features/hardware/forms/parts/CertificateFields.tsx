import type { Smartcard } from '../../../../../model/index.ts';
import { BareText, FieldRow } from '../../fields/index.ts';

/** The three certificates that are on an emulated card, by their names in the database. */
export function CertificateFields({ device }: { device: Smartcard }) {
  return [0, 1, 2].map((index) => (
    <FieldRow key={index} label={`Certificate ${index + 1}`}>
      <BareText
        of={device}
        name={`certificate ${index}`}
        label={`Certificate ${index + 1}`}
        libvirtName="smartcard/certificate"
        value={device.certificates[index] ?? null}
        onType={(text) => {
          device.certificates = [0, 1, 2].map((at) =>
            at === index ? text : (device.certificates[at] ?? ''),
          );
        }}
      />
    </FieldRow>
  ));
}
