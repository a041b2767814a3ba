import { IconUsb } from '@tabler/icons-react';
import { addUsbHub, type Device, type Domain, type Hub, needUsb } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, SelectField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { AttachedList } from './parts/AttachedList.tsx';
import { qemuOnly } from './parts/words.ts';

/** A hub, for more USB devices than the controller has ports. */
export const hub: DeviceForm<'hub'> = {
  kind: 'hub',
  title: 'USB hub',
  icon: IconUsb,
  summary: (device) => (device.address.port === null ? '' : `port ${device.address.port}`),
  Form: HubForm,
  create: [
    {
      id: 'hub',
      label: 'USB hub',
      description: 'Eight more ports for USB devices.',
      reason: (domain) => qemuOnly(domain.type),
      make: (domain) => {
        needUsb(domain);
        return addUsbHub(domain);
      },
    },
  ],
  dependents: (device, domain) => {
    const count = behind(device, domain).length;
    return count === 0 ? [] : [`${count === 1 ? 'One device is' : `${count} devices are`} plugged into it.`];
  },
};

/** The devices whose port is one of the hub's: `1.2` is behind that at port 1. */
function behind({ address, element }: Hub, domain: Domain): Device[] {
  const { port, bus } = address;
  if (port === null) return [];
  return domain.devices.filter(
    (device) =>
      device.element !== element &&
      'address' in device &&
      device.address.type === 'usb' &&
      device.address.bus === bus &&
      device.address.port?.startsWith(`${port}.`),
  );
}

function HubForm({ device }: { device: Hub }) {
  const domain = useProposed();
  return (
    <Form>
      <FieldGroup>
        <SelectField of={device} field="type" label="Type" none={null} />
        <NumberField of={device.address} field="bus" label="USB controller" placeholder="Chosen by libvirt" />
        <TextField
          of={device.address}
          field="port"
          label="Port"
          placeholder="Chosen by libvirt"
          check={(text) => (/^\d+(?:\.\d+){0,3}$/.test(text) ? null : 'A number, behind hubs like 1.2.')}
        />
      </FieldGroup>
      <AttachedList title="Plugged into it" devices={behind(device, domain)} />
    </Form>
  );
}
