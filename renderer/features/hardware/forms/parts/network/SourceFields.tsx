import { Autocomplete } from '@mantine/core';
import type { InterfaceSource, NetworkInterface } from '../../../../../../model/index.ts';
import {
  controlId,
  FieldRow,
  type FieldsOf,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
  useField,
} from '../../../fields/index.ts';
import { useFormHost } from '../../formHost.tsx';
import { pathProblem } from '../checks.ts';
import type { HostNetworkingFacts } from './hostNetworking.ts';
import { PciSource } from './PciSource.tsx';
import { UserFields } from './UserFields.tsx';

const MACVTAP: Readonly<Record<string, string>> = {
  bridge: 'Bridge: machines on the card see each other',
  vepa: 'VEPA: the switch connects them',
  private: 'Private: they do not see each other',
  passthrough: 'The whole card for this machine',
};

interface SourceFieldsProps {
  device: NetworkInterface;
  host: HostNetworkingFacts;
}

/** What the card is connected to, by the type of the connection. */
export function SourceFields({ device, host }: SourceFieldsProps) {
  const { source } = device;
  switch (device.type) {
    case 'network':
      return <NetworkFields source={source} />;
    case 'bridge':
      return (
        <>
          <NameField of={source} field="bridge" label="Bridge" placeholder="br0" names={host.bridges} />
          <TriStateField
            of={device}
            field="targetManaged"
            label="libvirt makes the tap device"
            none="Default: yes"
          />
        </>
      );
    case 'direct':
      return (
        <>
          <NameField of={source} field="dev" label="Card of the host" placeholder="eth0" names={host.cards} />
          <SelectField
            of={source}
            field="mode"
            label="Mode"
            hint="The host itself does not see machines that are connected in this way."
            options={optionsFrom(Object.keys(MACVTAP), null, MACVTAP)}
          />
        </>
      );
    case 'user':
      return <UserFields device={device} />;
    case 'ethernet':
      return (
        <>
          <TriStateField
            of={device}
            field="targetManaged"
            label="libvirt makes the device"
            none="Default: yes"
          />
          <TextField of={device} field="script" label="Script that connects it" check={pathProblem} />
          <TextField of={device} field="downScript" label="Script that disconnects it" check={pathProblem} />
        </>
      );
    case 'hostdev':
      return <PciSource device={device} />;
    case 'vdpa':
      return (
        <TextField
          of={source}
          field="dev"
          label="Device"
          placeholder="/dev/vhost-vdpa-0"
          check={pathProblem}
        />
      );
    case 'vhostuser':
      return (
        <>
          <TextField of={source} field="path" label="Socket" check={pathProblem} />
          <SelectField
            of={source}
            field="mode"
            label="QEMU is the"
            none={null}
            options={optionsFrom(['client', 'server'], null)}
          />
          {source.mode === 'client' && (
            <TriStateField of={source} field="reconnect" label="Connect again when lost" />
          )}
          {source.reconnect && (
            <NumberField of={source} field="reconnectTimeout" label="After" suffix="seconds" min={1} />
          )}
        </>
      );
    case 'internal':
      return <TextField of={source} field="name" label="Name" />;
    case 'server':
    case 'client':
    case 'mcast':
    case 'udp':
      return <TunnelFields source={source} udp={device.type === 'udp'} />;
    default:
      return null;
  }
}

function NetworkFields({ source }: { source: InterfaceSource }) {
  const { networks } = useFormHost();
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
      <TextField of={source} field="portgroup" label="Port group" placeholder="The network’s default" />
    </>
  );
}

function TunnelFields({ source, udp }: { source: InterfaceSource; udp: boolean }) {
  return (
    <>
      <TextField of={source} field="address" label="Address" placeholder="127.0.0.1" />
      <NumberField of={source} field="port" label="Port" min={1} max={65_535} />
      {udp && (
        <>
          <TextField of={source} field="localAddress" label="Own address" placeholder="127.0.0.1" />
          <NumberField of={source} field="localPort" label="Own port" min={1} max={65_535} />
        </>
      )}
    </>
  );
}

interface NameFieldProps {
  of: InterfaceSource;
  field: FieldsOf<InterfaceSource, string | null>;
  label: string;
  placeholder: string;
  names: readonly string[];
}

/** A name on the host: one of those that it tells, or another. */
function NameField({ of, field: name, label, placeholder, names }: NameFieldProps) {
  const field = useField(of, name);
  return (
    <FieldRow label={label} field={field}>
      <Autocomplete
        id={controlId(field)}
        size="xs"
        value={typeof field.value === 'string' ? field.value : ''}
        placeholder={placeholder}
        data={[...names]}
        onChange={(value) => field.set(value === '' ? null : value)}
        autoComplete="off"
        spellCheck={false}
      />
    </FieldRow>
  );
}
