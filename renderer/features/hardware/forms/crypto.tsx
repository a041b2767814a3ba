import { IconLock } from '@tabler/icons-react';
import { addCrypto, type Crypto } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { VirtioFields } from './parts/VirtioFields.tsx';
import { qemuOnly, VIRTIO_WORDS } from './parts/words.ts';

const BACKENDS: Readonly<Record<string, string>> = {
  builtin: 'QEMU itself',
  lkcf: 'The host’s kernel',
};

/** A crypto accelerator. */
export const crypto: DeviceForm<'crypto'> = {
  kind: 'crypto',
  title: 'Crypto device',
  icon: IconLock,
  summary: (device) =>
    [VIRTIO_WORDS[device.model ?? ''] ?? device.model, device.backend].filter(Boolean).join(', '),
  Form: CryptoForm,
  create: [
    {
      id: 'crypto',
      label: 'Crypto device',
      description: 'The guest lets the host encrypt and decrypt.',
      reason: (domain, { capabilities, libvirt }) => {
        const other = qemuOnly(domain.type);
        if (other !== null) return other;
        if (libvirt !== null && libvirt < 9001) return 'The libvirt of this host does not have it: 9.1 does.';
        return capabilities.crypto.supported === false ? 'This hypervisor has no crypto devices.' : null;
      },
      make: (domain) => addCrypto(domain),
    },
  ],
};

function CryptoForm({ device }: { device: Crypto }) {
  const { capabilities } = useFormHost();
  const { models, types, backends } = capabilities.crypto;
  /** Hosts that do not tell may have all. */
  const told = (values: readonly string[]) => (values.length === 0 ? null : values);
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(['virtio'], told(models), VIRTIO_WORDS)}
        />
        <SelectField
          of={device}
          field="type"
          label="Made by"
          none={null}
          options={optionsFrom(['qemu'], told(types), { qemu: 'QEMU' })}
        />
        <SelectField
          of={device}
          field="backend"
          label="Done by"
          none={null}
          options={optionsFrom(Object.keys(BACKENDS), told(backends), BACKENDS)}
        />
        <NumberField of={device} field="queues" label="Queues" min={1} placeholder="1" />
      </FieldGroup>
      <VirtioFields device={device} />
    </Form>
  );
}
