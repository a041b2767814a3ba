import { IconShare3 } from '@tabler/icons-react';
import { addSharedMemory, type Domain, type SharedMemory } from '../../../../model/index.ts';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  SizeField,
  SwitchField,
  TextField,
  TriStateField,
} from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { pathProblem } from './parts/checks.ts';
import { Remark } from './parts/Remark.tsx';
import { qemuOnly } from './parts/words.ts';

const MIB = 1024 ** 2;

const MODELS: Readonly<Record<string, string>> = {
  'ivshmem-plain': 'Memory only',
  'ivshmem-doorbell': 'Memory, and interrupts over a server',
  ivshmem: 'As old QEMU had it',
};

/** Memory that several machines of the host have in common. */
export const shmem: DeviceForm<'shmem'> = {
  kind: 'shmem',
  title: 'Shared memory',
  icon: IconShare3,
  summary: (device) => [device.name, device.model].filter(Boolean).join(', '),
  Form: ShmemForm,
  create: [
    {
      id: 'shmem',
      label: 'Shared memory',
      description: 'Memory that several machines of the host, or a program on it, have in common.',
      reason: (domain) => qemuOnly(domain.type),
      make: (domain) => addSharedMemory(domain, freeName(domain), 4 * MIB),
    },
  ],
  missing: (device) => {
    if (device.model === 'ivshmem-plain' && device.size === null) return 'Its size is not set.';
    return device.model === 'ivshmem-doorbell' && !device.server
      ? 'The socket of its server is not set.'
      : null;
  },
};

function freeName(domain: Domain): string {
  const taken = new Set(domain.shmems.all.map(({ name }) => name));
  for (let number = 0; ; number += 1) {
    if (!taken.has(`shmem${number}`)) return `shmem${number}`;
  }
}

function ShmemForm({ device }: { device: SharedMemory }) {
  const doorbell = device.model === 'ivshmem-doorbell';
  const odd = device.size !== null && (device.size < MIB || Math.log2(device.size) % 1 !== 0);
  return (
    <Form>
      <FieldGroup>
        <TextField
          of={device}
          field="name"
          label="Name"
          hint="Machines with the same name have the same memory."
          check={(text) =>
            /^[^/]+$/.test(text) && text !== '.' && text !== '..' ? null : 'A name cannot hold a slash.'
          }
        />
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(
            Object.keys(MODELS),
            Object.keys(MODELS).slice(0, 2),
            MODELS,
            'QEMU has it no more',
          )}
          also={(model) => {
            if (model === 'ivshmem-doorbell') device.size = null;
            else {
              device.server = null;
              device.msiVectors = null;
              device.msiIoeventfd = null;
              device.msi = false;
              device.size ??= 4 * MIB;
            }
          }}
        />
        {!doorbell && <SizeField of={device} field="size" label="Size" min={MIB} optional={false} />}
        {odd && !doorbell && <Remark warning>The size has to be a power of two, of at least 1 MiB.</Remark>}
        <SelectField
          of={device}
          field="role"
          label="Role"
          none="Default: another’s"
          hint="The machine that has it as its own keeps it when it is migrated."
          options={optionsFrom(['master', 'peer'], null, { master: 'Its own', peer: 'Another’s' })}
        />
        {doorbell && (
          <>
            <TextField
              of={device}
              field="server"
              label="Server"
              placeholder="/path/of/the/socket"
              check={pathProblem}
            />
            <SwitchField of={device} field="msi" label="Message interrupts (MSI)" />
            <NumberField of={device} field="msiVectors" label="Interrupt vectors" min={1} />
            <TriStateField of={device} field="msiIoeventfd" label="Interrupts in the kernel (ioeventfd)" />
          </>
        )}
      </FieldGroup>
    </Form>
  );
}
