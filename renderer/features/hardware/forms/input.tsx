import { IconKeyboard } from '@tabler/icons-react';
import { addInput, type Domain, type Input, needUsb, VIRTIO_MODEL } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, optionsFrom, SelectField, TextField, TriStateField } from '../fields/index.ts';
import type { Creation, DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { pathProblem } from './parts/checks.ts';
import { Remark } from './parts/Remark.tsx';
import { VirtioFields } from './parts/VirtioFields.tsx';
import { qemuOnly, VIRTIO_WORDS } from './parts/words.ts';

const TYPES: Readonly<Record<string, string>> = {
  tablet: 'Tablet',
  mouse: 'Mouse',
  keyboard: 'Keyboard',
  passthrough: 'Device of the host',
  evdev: 'Keyboard or mouse of the host',
};

const BUSES: Readonly<Record<string, string>> = {
  usb: 'USB',
  virtio: 'VirtIO',
  ps2: 'PS/2',
  xen: 'Xen',
  none: 'None',
};

/** Keyboards, mice and tablets. */
export const input: DeviceForm<'input'> = {
  kind: 'input',
  title: 'Input device',
  icon: IconKeyboard,
  name: (device) => TYPES[device.type ?? ''] ?? device.type ?? 'Input device',
  summary: (device) => device.evdev ?? device.dev ?? BUSES[device.bus ?? ''] ?? device.bus ?? '',
  Form: InputForm,
  create: [
    creation('tablet', 'Tablet', 'A pointer that is where the client’s is, without being grabbed.'),
    creation('mouse', 'Mouse', 'A pointer that moves, for systems that do not know tablets.'),
    creation('keyboard', 'Keyboard', 'On USB or VirtIO, besides the one that the board has.'),
    {
      id: 'input-passthrough',
      label: 'Input device of the host',
      description: 'A keyboard, tablet or touch screen of the host, for the guest alone.',
      reason: (domain) => qemuOnly(domain.type),
      make: (domain) => addInput(domain, 'passthrough', 'virtio'),
    },
    {
      id: 'input-evdev',
      label: 'Shared keyboard or mouse of the host',
      description: 'Goes to the guest and back by pressing two keys together.',
      reason: (domain) => qemuOnly(domain.type),
      make: (domain) => domain.addDevice('input', { type: 'evdev' }),
    },
  ],
  removable: (device) => {
    if (device.bus !== 'ps2' && device.bus !== 'xen') return null;
    return 'It is a part of the board: libvirt adds it again while there is a display.';
  },
  dependents: (device, domain) =>
    device.type === 'tablet' && domain.inputs.all.filter(({ type }) => type === 'tablet').length === 1
      ? ['The pointer in displays has to be grabbed, and is not where it is shown.']
      : [],
  missing: (device) => {
    if (device.type === 'passthrough' && !device.evdev) return 'The device of the host is not set.';
    return device.type === 'evdev' && !device.dev ? 'The device of the host is not set.' : null;
  },
};

function creation(type: string, label: string, description: string): Creation<'input'> {
  return {
    id: `input-${type}`,
    label,
    description,
    reason: (domain, { capabilities }) =>
      capabilities.inputBuses.length === 0 || domain.type === 'lxc'
        ? 'Machines of this hypervisor have no input devices.'
        : null,
    make: (domain, { capabilities }) => {
      const buses = capabilities.inputBuses.filter((bus) => bus !== 'ps2');
      const bus = buses.includes('usb') ? 'usb' : (buses[0] ?? 'usb');
      if (bus === 'usb') needUsb(domain);
      return addInput(domain, type, bus);
    },
  };
}

function changeBus(device: Input, domain: Domain, bus: string | null): void {
  device.address.clear();
  device.model = null;
  if (bus === 'usb') needUsb(domain);
}

function InputForm({ device }: { device: Input }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const { type } = device;
  if (type === 'evdev') return <EvdevForm device={device} />;
  const through = type === 'passthrough';
  const buses = optionsFrom(
    ['usb', 'virtio', 'ps2', 'xen'],
    through ? ['virtio'] : capabilities.inputBuses,
    BUSES,
  );
  return (
    <Form>
      <FieldGroup>
        {!through && (
          <SelectField
            of={device}
            field="type"
            label="Kind"
            none={null}
            options={optionsFrom(['tablet', 'mouse', 'keyboard'], null, TYPES)}
          />
        )}
        <SelectField
          of={device}
          field="bus"
          label="Bus"
          none={null}
          options={buses.map((option) =>
            option.value === 'ps2' && type === 'tablet'
              ? { ...option, reason: 'there are no such tablets' }
              : option,
          )}
          also={(bus) => changeBus(device, domain, bus)}
        />
        {through && (
          <TextField
            of={device}
            field="evdev"
            label="Device of the host"
            placeholder="/dev/input/event..."
            check={pathProblem}
          />
        )}
        {device.bus === 'virtio' && (
          <SelectField
            of={device}
            field="model"
            label="Model"
            options={optionsFrom(VIRTIO_MODEL, null, VIRTIO_WORDS)}
          />
        )}
        {device.bus === 'ps2' && <Remark>It is a part of the board, and always there.</Remark>}
      </FieldGroup>
      {device.bus === 'virtio' && <VirtioFields device={device} />}
    </Form>
  );
}

function EvdevForm({ device }: { device: Input }) {
  return (
    <Form>
      <FieldGroup>
        <TextField
          of={device}
          field="dev"
          label="Device of the host"
          placeholder="/dev/input/event..."
          check={pathProblem}
        />
        <SelectField
          of={device}
          field="grab"
          label="Together with it"
          none="Nothing"
          options={optionsFrom(['all'], null, { all: 'All others of this kind' })}
        />
        <SelectField of={device} field="grabToggle" label="Keys that switch" none="Both Ctrl keys" />
        <TriStateField of={device} field="repeat" label="Keys repeat" />
      </FieldGroup>
    </Form>
  );
}
