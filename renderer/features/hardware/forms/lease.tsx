import { IconKey } from '@tabler/icons-react';
import { addLease, type Lease } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { pathProblem } from './parts/checks.ts';
import { qemuOnly } from './parts/words.ts';

/** A lock that a lock manager of the host holds while the machine runs. */
export const lease: DeviceForm<'lease'> = {
  kind: 'lease',
  title: 'Lease',
  icon: IconKey,
  summary: (device) => [device.lockspace, device.key].filter(Boolean).join(': '),
  Form: LeaseForm,
  create: [
    {
      id: 'lease',
      label: 'Lease',
      description: 'A lock that the host’s lock manager (sanlock) holds while the machine runs.',
      reason: (domain) => qemuOnly(domain.type),
      make: (domain) => addLease(domain, domain.name ?? 'machines', domain.uuid ?? '1', ''),
    },
  ],
  dependents: () => ['Other hosts can start the same machine, or use what the lock protects.'],
  missing: (device) => {
    if (device.key === null) return 'It needs a key.';
    return device.path === null || device.path === '' ? 'The file of the lock is not set.' : null;
  },
};

function LeaseForm({ device }: { device: Lease }) {
  return (
    <Form>
      <FieldGroup>
        <TextField
          of={device}
          field="lockspace"
          label="Lock space"
          hint="A group of locks, as the lock manager knows it."
        />
        <TextField of={device} field="key" label="Key" hint="Tells this lock from others of the space." />
        <TextField
          of={device}
          field="path"
          label="File"
          placeholder="/path/on/the/host"
          check={pathProblem}
        />
        <NumberField of={device} field="offset" label="Offset" suffix="bytes" placeholder="0" />
      </FieldGroup>
    </Form>
  );
}
