import { IconPlugConnected } from '@tabler/icons-react';
import { addVsock, VIRTIO_MODEL, type Vsock } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TriStateField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { VirtioFields } from './parts/VirtioFields.tsx';
import { qemuOnly, VIRTIO_WORDS } from './parts/words.ts';

/** Sockets between host and guest without a network. */
export const vsock: DeviceForm<'vsock'> = {
  kind: 'vsock',
  title: 'vsock',
  icon: IconPlugConnected,
  summary: (device) =>
    device.autoCid ? 'number chosen at start' : device.cid === null ? '' : `number ${device.cid}`,
  Form: VsockForm,
  create: [
    {
      id: 'vsock',
      label: 'vsock',
      description: 'Sockets between host and guest, without a network.',
      reason: (domain) =>
        qemuOnly(domain.type) ??
        (domain.vsocks.length > 0 ? 'A machine has one vsock device, and this one has it.' : null),
      make: (domain) => addVsock(domain),
    },
  ],
  missing: (device) =>
    device.autoCid || device.cid !== null ? null : 'It needs a number, or to be given one.',
};

function VsockForm({ device }: { device: Vsock }) {
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(VIRTIO_MODEL, null, VIRTIO_WORDS)}
        />
        <TriStateField
          of={device}
          field="autoCid"
          label="Number chosen at start"
          hint="libvirt takes one that no other machine of the host has."
          none="Not set"
        />
        {device.autoCid !== true && (
          <NumberField
            of={device}
            field="cid"
            label="Number (CID)"
            hint="Programs on the host find the guest by it; 0 to 2 are the host’s own."
            min={3}
            max={2 ** 32 - 1}
          />
        )}
      </FieldGroup>
      <VirtioFields device={device} />
    </Form>
  );
}
