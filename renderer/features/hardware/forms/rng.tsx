import { IconDice5 } from '@tabler/icons-react';
import { addRng, type Rng, VIRTIO_MODEL } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { SourceFields } from './parts/CharacterSource.tsx';
import { missingInSource, placeOf, startSource, TYPE_WORDS } from './parts/characterWords.ts';
import { pathProblem } from './parts/checks.ts';
import { Remark } from './parts/Remark.tsx';
import { VirtioFields } from './parts/VirtioFields.tsx';
import { VIRTIO_WORDS } from './parts/words.ts';

const BACKENDS: Readonly<Record<string, string>> = {
  random: 'A device of the host',
  builtin: 'QEMU itself',
  egd: 'A daemon (EGD)',
};

const EGD_TYPES = ['tcp', 'unix', 'dev', 'pipe', 'pty', 'file'];

/** Sources of random numbers. */
export const rng: DeviceForm<'rng'> = {
  kind: 'rng',
  title: 'Random number generator',
  icon: IconDice5,
  summary: (device) =>
    device.backend === 'egd'
      ? placeOf(device.backendType, device.backendSource)
      : (device.source ?? BACKENDS[device.backend ?? ''] ?? device.backend ?? ''),
  Form: RngForm,
  create: [
    {
      id: 'rng',
      label: 'Random number generator',
      description: 'Good random numbers from the host, so that the guest has enough from the start.',
      reason: (_domain, { capabilities }) =>
        capabilities.rng.supported === false || capabilities.rng.models.length === 0
          ? 'Machines of this hypervisor have none.'
          : null,
      make: (domain) => addRng(domain),
    },
  ],
  dependents: (_device, domain) =>
    domain.rngs.length === 1 ? ['The guest may wait for random numbers when it starts.'] : [],
  missing: (device) => {
    if (device.backend === 'egd') return missingInSource(device.backendType, device.backendSource, false);
    return device.backend === 'random' && !device.source ? 'The device of the host is not set.' : null;
  },
};

function changeBackend(device: Rng, backend: string | null): void {
  // All that stands in it is the old one's.
  device.source = null;
  device.backend = backend;
  if (backend === 'random') device.source = '/dev/urandom';
  if (backend === 'egd') {
    device.backendType = 'tcp';
    startSource(device.backendSource, 'tcp');
    device.backendProtocol = 'raw';
  }
}

function RngForm({ device }: { device: Rng }) {
  const { capabilities } = useFormHost();
  const { models, backends } = capabilities.rng;
  const slow = device.backend === 'random' && device.source === '/dev/random';
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="backend"
          label="Random numbers from"
          none={null}
          options={optionsFrom(['random', 'builtin', 'egd'], backends, BACKENDS)}
          also={(backend) => changeBackend(device, backend)}
        />
        {device.backend === 'random' && (
          <TextField
            of={device}
            field="source"
            label="Device"
            placeholder="/dev/urandom"
            check={pathProblem}
          />
        )}
        {slow && <Remark>/dev/random may let the guest wait; /dev/urandom is as good.</Remark>}
        {device.backend === 'egd' && <EgdFields device={device} />}
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(VIRTIO_MODEL, models, VIRTIO_WORDS)}
          also={() => device.address.clear()}
        />
      </FieldGroup>
      <FieldGroup title="Limit">
        <NumberField
          of={device}
          field="rateBytes"
          label="At most"
          suffix="bytes"
          placeholder="No limit"
          min={1}
        />
        <NumberField of={device} field="ratePeriod" label="Period" suffix="ms" placeholder="1000" min={1} />
        {device.ratePeriod !== null && device.rateBytes === null && (
          <Remark warning>A period means something only with an amount.</Remark>
        )}
      </FieldGroup>
      <VirtioFields device={device} />
    </Form>
  );
}

function EgdFields({ device }: { device: Rng }) {
  return (
    <>
      <SelectField
        of={device}
        field="backendType"
        label="Reached by"
        none={null}
        options={optionsFrom(EGD_TYPES, null, TYPE_WORDS)}
        also={(type) => {
          device.backendSource.clear();
          device.backendProtocol = type === 'tcp' ? 'raw' : null;
          startSource(device.backendSource, type);
        }}
      />
      <SourceFields source={device.backendSource} type={device.backendType} />
    </>
  );
}
