import { IconCreditCard } from '@tabler/icons-react';
import { needUsb, type Smartcard } from '../../../../model/index.ts';
import { FieldGroup, Form, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { CertificateFields } from './parts/CertificateFields.tsx';
import { CharacterFields, missingIn } from './parts/CharacterFields.tsx';
import { pathProblem } from './parts/checks.ts';
import { qemuOnly } from './parts/words.ts';

const MODES: Readonly<Record<string, string>> = {
  passthrough: 'The client’s reader',
  host: 'The host’s reader',
  'host-certificates': 'Certificates of the host',
};

/** A reader for smart cards. */
export const smartcard: DeviceForm<'smartcard'> = {
  kind: 'smartcard',
  title: 'Smart card reader',
  icon: IconCreditCard,
  summary: (device) => MODES[device.mode ?? ''] ?? device.mode ?? '',
  Form: SmartcardForm,
  create: [
    {
      id: 'smartcard',
      label: 'Smart card reader',
      description: 'A reader of the host, or of whoever looks at the display.',
      reason: (domain) =>
        qemuOnly(domain.type) ??
        (domain.smartcards.length > 0 ? 'QEMU gives a machine one smart card reader.' : null),
      make: (domain) => {
        needUsb(domain);
        const spice = domain.graphics.all.some(({ type }) => type === 'spice');
        return spice
          ? domain.addDevice('smartcard', { mode: 'passthrough', type: 'spicevmc' })
          : domain.addDevice('smartcard', { mode: 'host' });
      },
    },
  ],
  missing: (device) => {
    if (device.mode === 'passthrough') return missingIn(device);
    const { certificates } = device;
    return device.mode === 'host-certificates' && (certificates.length !== 3 || certificates.includes(''))
      ? 'Three certificates are needed.'
      : null;
  },
};

function SmartcardForm({ device }: { device: Smartcard }) {
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="mode"
          label="Cards of"
          none={null}
          options={optionsFrom(Object.keys(MODES), null, MODES)}
          also={(mode) => {
            device.type = mode === 'passthrough' ? 'spicevmc' : null;
            device.source.clear();
            device.protocol = null;
            device.certificates = mode === 'host-certificates' ? ['cert1', 'cert2', 'cert3'] : [];
            device.database = null;
          }}
        />
        {device.mode === 'passthrough' && (
          <CharacterFields device={device} types={['spicevmc', 'tcp', 'unix', 'dev', 'pipe']} />
        )}
        {device.mode === 'host-certificates' && (
          <>
            <CertificateFields device={device} />
            <TextField
              of={device}
              field="database"
              label="Database"
              hint="The folder of the host that has the certificates."
              placeholder="/etc/pki/nssdb"
              check={pathProblem}
            />
          </>
        )}
      </FieldGroup>
    </Form>
  );
}
