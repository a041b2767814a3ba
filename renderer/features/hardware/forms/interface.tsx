import { Button } from '@mantine/core';
import { IconNetwork } from '@tabler/icons-react';
import {
  addInterface,
  INTERFACE_MODEL,
  INTERFACE_TYPE,
  type NetworkInterface,
  newMac,
} from '../../../../model/index.ts';
import { useEdit, useProposed } from '../edit/context.tsx';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
} from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  network: 'Virtual network',
  bridge: 'Bridge of the host',
  direct: 'macvtap on a card of the host',
  user: 'User mode',
  ethernet: 'Prepared tap device',
  hostdev: 'A card’s virtual function',
  vhostuser: 'vhost-user',
  vdpa: 'vDPA',
  mcast: 'Multicast group',
  server: 'TCP server',
  client: 'TCP client',
  udp: 'UDP',
  internal: 'Internal',
  null: 'Not connected',
  vds: 'vSphere switch',
};

/** Types that QEMU takes; others belong to other hypervisors, or are made elsewhere. */
const USUAL = ['network', 'bridge', 'direct', 'user', 'ethernet', 'vdpa', 'vhostuser', 'hostdev'];

/** Network cards. */
export const networkInterface: DeviceForm<'interface'> = {
  kind: 'interface',
  title: 'Network card',
  icon: IconNetwork,
  name: (device) => `Network card ${device.mac ?? ''}`.trim(),
  summary: (device) =>
    [sourceOf(device), device.model, device.link === 'down' && 'unplugged'].filter(Boolean).join(', '),
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
  dependents: (device) => (device.bootOrder === null ? [] : ['The machine may start over it.']),
};

function sourceOf({ type, source }: NetworkInterface): string {
  const name = source.network ?? source.bridge ?? source.dev;
  return [TYPE_WORDS[type ?? ''] ?? type ?? '', name].filter(Boolean).join(' ');
}

function InterfaceForm({ device }: { device: NetworkInterface }) {
  const edit = useEdit();
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const otherMacs = domain.interfaces.all
    .filter((one) => one.element !== device.element)
    .map((one) => one.mac ?? '');
  const types = INTERFACE_TYPE.filter((type) => USUAL.includes(type));
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="type"
          label="Connected to"
          none={null}
          options={optionsFrom(types, null, TYPE_WORDS)}
          // What the old connection was made to means nothing for the new one.
          also={() => device.source.clear()}
        />
        <SourceFields device={device} />
        <SelectField
          of={device}
          field="model"
          label="Model"
          options={optionsFrom(INTERFACE_MODEL, capabilities.interfaceModels)}
        />
        <TextField
          of={device}
          field="mac"
          label="MAC address"
          check={(text) => macProblem(text, otherMacs)}
        />
        <Button
          variant="default"
          size="compact-xs"
          style={{ justifySelf: 'start' }}
          onClick={() => edit.change(() => Object.assign(device, { mac: newMac(otherMacs) }))}
        >
          New MAC address
        </Button>
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
        <NumberField of={device} field="mtu" label="MTU" min={68} max={65_535} placeholder="The network’s" />
      </FieldGroup>
      <BandwidthFields device={device} />
      <FieldGroup title="More">
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
        <TextField of={device} field="filter" label="Network filter" />
        <TriStateField of={device} field="isolated" label="Isolated from others" />
        <TriStateField of={device} field="trustGuestRxFilters" label="Trust the guest’s filters" />
        {device.model?.startsWith('virtio') && (
          <NumberField of={device} field="queues" label="Queues" min={1} max={256} />
        )}
        <TextField of={device} field="target" label="Name on the host" placeholder="vnet0..." />
      </FieldGroup>
    </Form>
  );
}

function macProblem(text: string, others: readonly string[]): string | null {
  if (!/^(?:[0-9a-fA-F]{2}:){5}[0-9a-fA-F]{2}$/.test(text))
    return 'Six pairs of hex digits: 52:54:00:12:34:56.';
  if (Number.parseInt(text.slice(0, 2), 16) & 1) return 'This is an address of a group, not of a card.';
  const taken = others.some((other) => other.toLowerCase() === text.toLowerCase());
  return taken ? 'Another card of this machine has this address.' : null;
}

function SourceFields({ device }: { device: NetworkInterface }) {
  const { networks } = useFormHost();
  const { source } = device;
  switch (device.type) {
    case 'network':
      return (
        <>
          <SelectField
            of={source}
            field="network"
            label="Network"
            none={null}
            options={networks.map(({ name, active }) => ({
              value: name,
              label: active ? name : `${name} (not started)`,
              reason: null,
            }))}
          />
          <TextField of={source} field="portgroup" label="Port group" />
        </>
      );
    case 'bridge':
      return <TextField of={source} field="bridge" label="Bridge" placeholder="br0" />;
    case 'direct':
      return (
        <>
          <TextField of={source} field="dev" label="Card of the host" placeholder="eth0" />
          <SelectField of={source} field="mode" label="Mode" />
        </>
      );
    case 'vdpa':
    case 'ethernet':
      return <TextField of={source} field="dev" label="Device" />;
    case 'vhostuser':
      return (
        <>
          <TextField of={source} field="path" label="Socket" />
          <SelectField of={source} field="mode" label="Mode" />
        </>
      );
    default:
      return null;
  }
}

function BandwidthFields({ device }: { device: NetworkInterface }) {
  const { inbound, outbound } = device.bandwidth;
  return (
    <FieldGroup title="Bandwidth, in KiB per second">
      <NumberField of={inbound} field="average" label="To the guest" placeholder="No limit" min={1} />
      <NumberField of={inbound} field="peak" label="at most" min={1} />
      <NumberField of={inbound} field="burst" label="burst, KiB" min={1} />
      <NumberField of={outbound} field="average" label="From the guest" placeholder="No limit" min={1} />
      <NumberField of={outbound} field="peak" label="at most" min={1} />
      <NumberField of={outbound} field="burst" label="burst, KiB" min={1} />
    </FieldGroup>
  );
}
