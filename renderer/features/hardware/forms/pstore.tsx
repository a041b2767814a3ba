import { IconFileAlert } from '@tabler/icons-react';
import type { Pstore } from '../../../../model/index.ts';
import { FieldGroup, Form, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { pathProblem } from './parts/checks.ts';
import { qemuOnly } from './parts/words.ts';

/** Memory that keeps the guest's last messages over a crash. libvirt has it since 10.2. */
export const pstore: DeviceForm<'pstore'> = {
  kind: 'pstore',
  title: 'Crash log memory',
  icon: IconFileAlert,
  summary: (device) =>
    [device.backend, device.size && `${device.size} ${device.sizeUnit ?? 'KiB'}`].filter(Boolean).join(', '),
  Form: PstoreForm,
  create: [
    {
      id: 'pstore',
      label: 'Crash log memory',
      description: 'Keeps the guest’s last messages over a crash (pstore).',
      reason: (domain, { libvirt }) => {
        if (libvirt !== null && libvirt < 10_002)
          return 'The libvirt of this host does not have it: 10.2 does.';
        return (
          qemuOnly(domain.type) ??
          (domain.pstores.length > 0 ? 'A machine has one, and this one has it.' : null)
        );
      },
      make: (domain) =>
        domain.addDevice('pstore', {
          backend: 'acpi-erst',
          path: `/var/lib/libvirt/qemu/nvram/${(domain.name ?? 'machine').replaceAll('/', '_')}_PSTORE.raw`,
          size: '128',
          sizeUnit: 'KiB',
        }),
    },
  ],
  dependents: (device) => (device.path === null ? [] : [`The file with the messages stays: ${device.path}`]),
  missing: (device) => (device.path && device.size ? null : 'Its file and size are not set.'),
};

function PstoreForm({ device }: { device: Pstore }) {
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="backend"
          label="Backend"
          none={null}
          options={optionsFrom(['acpi-erst'], null, { 'acpi-erst': 'ACPI error records' })}
        />
        <TextField of={device} field="path" label="File" check={pathProblem} />
        <TextField
          of={device}
          field="size"
          label="Size"
          check={(text) => (/^\d+$/.test(text) ? null : 'This is not a number.')}
        />
        <SelectField
          of={device}
          field="sizeUnit"
          label="Unit"
          none="KiB"
          options={optionsFrom(['bytes', 'KiB', 'MiB'], null)}
        />
      </FieldGroup>
    </Form>
  );
}
