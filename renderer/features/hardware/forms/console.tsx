import { IconTerminal } from '@tabler/icons-react';
import { type Console, type Domain, freePort, isSerialConsole } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { CharacterFields } from './parts/CharacterFields.tsx';
import { missingInSource, placeOf } from './parts/characterWords.ts';
import { LogFields } from './parts/LogFields.tsx';
import { LINE_TYPES } from './parts/lineTypes.ts';

const TARGETS: Readonly<Record<string, string>> = {
  serial: 'The first serial port',
  virtio: 'VirtIO',
  xen: 'Xen',
  lxc: 'Container',
  sclp: 'SCLP',
  sclplm: 'SCLP, line mode',
};

/** Text consoles that are no serial ports. */
export const console: DeviceForm<'console'> = {
  kind: 'console',
  title: 'Console',
  icon: IconTerminal,
  name: (device) => `Console ${(device.port ?? 0) + 1}`,
  summary: (device) =>
    [TARGETS[device.targetType ?? ''], placeOf(device.type, device.source)].filter(Boolean).join(', '),
  Form: ConsoleForm,
  create: [
    {
      id: 'console',
      label: 'Console',
      description: 'A text console: over VirtIO, of which a guest can have many, or a container’s.',
      reason: ({ type }) => (type === 'bhyve' ? 'Machines of bhyve have serial ports.' : null),
      make: (domain) =>
        domain.addDevice('console', {
          type: 'pty',
          targetType: targetFor(domain),
          port: freePort(domain.consoles.all),
        }),
    },
  ],
  // It is in the list as the serial port.
  hidden: isSerialConsole,
  missing: (device) => missingInSource(device.type, device.source, false),
};

function targetFor({ type, os }: Domain): string {
  if (type === 'lxc') return 'lxc';
  if (type === 'xen') return 'xen';
  return os.arch?.startsWith('s390') ? 'sclp' : 'virtio';
}

function ConsoleForm({ device }: { device: Console }) {
  return (
    <Form>
      <FieldGroup>
        <CharacterFields device={device} types={LINE_TYPES} pathByLibvirt={false} />
      </FieldGroup>
      <FieldGroup title="In the guest">
        <SelectField
          of={device}
          field="targetType"
          label="Kind"
          none="Hypervisor default"
          options={optionsFrom(Object.keys(TARGETS), null, TARGETS)}
          also={() => device.address.clear()}
        />
        <NumberField of={device} field="port" label="Number" hint="Counted from 0." max={31} />
      </FieldGroup>
      <LogFields device={device} />
    </Form>
  );
}
