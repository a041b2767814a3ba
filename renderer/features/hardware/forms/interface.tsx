import { IconNetwork } from '@tabler/icons-react';
import { addInterface, INTERFACE_MODEL, type NetworkInterface } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import {
  changeConnection,
  connectionOf,
  connectionOptions,
  missingConnection,
} from './parts/network/connections.ts';
import { DriverFields } from './parts/network/DriverFields.tsx';
import { FilterFields } from './parts/network/FilterFields.tsx';
import { useHostNetworking } from './parts/network/hostNetworking.ts';
import { LimitFields } from './parts/network/LimitFields.tsx';
import { MacField } from './parts/network/MacField.tsx';
import { MoreFields } from './parts/network/MoreFields.tsx';
import { SourceFields } from './parts/network/SourceFields.tsx';
import { SwitchFields } from './parts/network/SwitchFields.tsx';
import { Remark } from './parts/Remark.tsx';
import { SharedMemoryNeeded } from './parts/SharedMemoryNeeded.tsx';

/** Network cards. */
export const networkInterface: DeviceForm<'interface'> = {
  kind: 'interface',
  title: 'Network card',
  icon: IconNetwork,
  name: (device) => `Network card ${device.mac ?? ''}`.trim(),
  summary: (device) =>
    [
      connectionOf(device),
      device.model,
      device.link === 'down' && 'unplugged',
      device.bootOrder !== null && `boot ${device.bootOrder}`,
    ]
      .filter(Boolean)
      .join(', '),
  Form: InterfaceForm,
  create: [
    {
      id: 'interface',
      label: 'Network card',
      description: 'Connected to a virtual network, a bridge, or a card of the host.',
      make: (domain, { networks, capabilities }) => {
        const network = networks.find(({ name }) => name === 'default') ?? networks[0];
        const models = capabilities.interfaceModels;
        const model = models.includes('virtio') ? 'virtio' : models[0];
        return addInterface(domain, {
          type: network ? 'network' : 'user',
          source: network?.name,
          ...(model !== undefined && { model }),
        });
      },
    },
  ],
  missing: missingConnection,
  dependents: (device) => (device.bootOrder === null ? [] : ['The machine may start over it.']),
};

function InterfaceForm({ device }: { device: NetworkInterface }) {
  const domain = useProposed();
  const { capabilities, libvirt } = useFormHost();
  const host = useHostNetworking();
  const models = capabilities.interfaceModels;
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="type"
          label="Connected to"
          none={null}
          options={connectionOptions(domain, libvirt)}
          also={(type) => changeConnection(device, type)}
        />
        <SourceFields device={device} host={host} />
        {device.type === 'vhostuser' && <SharedMemoryNeeded by="vhost-user" />}
        {device.type === 'user' && (
          <Remark>The guest reaches what the host reaches; nobody reaches the guest.</Remark>
        )}
        <SelectField
          of={device}
          field="model"
          label="Model"
          none="Hypervisor default"
          options={optionsFrom(INTERFACE_MODEL, models.length === 0 ? null : models)}
          also={(model) => {
            // Other models keep their place, so that the guest keeps its name for the card.
            if (model === 'usb-net' || device.address.type !== 'pci') device.address.clear();
          }}
        />
        <MacField device={device} host={host} />
        <SelectField
          of={device}
          field="link"
          label="Cable"
          none="Plugged in"
          options={[
            { value: 'up', label: 'Plugged in (set)', reason: null },
            { value: 'down', label: 'Unplugged', reason: null },
          ]}
        />
        <NumberField
          of={device}
          field="mtu"
          label="MTU"
          min={68}
          max={65_535}
          placeholder="The network’s"
          suffix="bytes"
        />
      </FieldGroup>
      <LimitFields device={device} />
      <FilterFields device={device} host={host} />
      <SwitchFields device={device} />
      <MoreFields device={device} />
      <DriverFields device={device} />
    </Form>
  );
}
