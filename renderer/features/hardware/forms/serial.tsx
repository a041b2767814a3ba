import { IconTerminal2 } from '@tabler/icons-react';
import {
  addSerialPort,
  type Domain,
  isSerialConsole,
  needUsb,
  removeSerialPort,
  type Serial,
} from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { CharacterFields } from './parts/CharacterFields.tsx';
import { missingInSource, placeOf } from './parts/characterWords.ts';
import { LogFields } from './parts/LogFields.tsx';
import { LINE_TYPES } from './parts/lineTypes.ts';

const TARGETS: Readonly<Record<string, string>> = {
  'isa-serial': 'ISA (COM1 to COM4)',
  'pci-serial': 'PCI',
  'usb-serial': 'USB',
  'spapr-vio-serial': 'sPAPR VIO',
  'system-serial': 'Part of the board',
  'sclp-serial': 'SCLP',
  'isa-debug': 'Debug port of the firmware',
};

/** The PC has four. */
const ISA_PORTS = 4;

/** Serial ports. */
export const serial: DeviceForm<'serial'> = {
  kind: 'serial',
  title: 'Serial port',
  icon: IconTerminal2,
  name: (device) => `Serial port ${(device.port ?? 0) + 1}`,
  summary: (device) => placeOf(device.type, device.source),
  Form: SerialForm,
  create: [
    {
      id: 'serial',
      label: 'Serial port',
      description: 'A line on which the guest may have its console, or whatever speaks RS-232.',
      reason: (domain) => {
        if (domain.type === 'lxc') return 'Containers have consoles, not serial ports.';
        return isPc(domain) && domain.serials.length >= ISA_PORTS && !canHave(domain)
          ? 'A PC has four serial ports, and this machine has them.'
          : null;
      },
      make: (domain) => addSerialPort(domain, null),
    },
  ],
  missing: (device) => missingInSource(device.type, device.source, false),
  remove: (device, domain) => removeSerialPort(domain, device),
  dependents: (_device, domain) =>
    domain.serials.length === 1 && domain.consoles.find(isSerialConsole)
      ? ['The guest’s text console goes with it.']
      : [],
};

function isPc(domain: Domain): boolean {
  return /^(?:x86_64|i[3-6]86)$/.test(domain.os.arch ?? '');
}

/** More than the four are possible on PCI and USB. */
function canHave(domain: Domain): boolean {
  return domain.serials.all.some(
    ({ targetType }) => targetType === 'pci-serial' || targetType === 'usb-serial',
  );
}

function SerialForm({ device }: { device: Serial }) {
  const domain = useProposed();
  const known = isPc(domain) ? ['isa-serial', 'pci-serial', 'usb-serial', 'isa-debug'] : Object.keys(TARGETS);
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
          options={optionsFrom(known, null, TARGETS)}
          also={(target) => {
            // Model and place belong to the old kind.
            device.model = null;
            device.address.clear();
            if (target === 'usb-serial') needUsb(domain);
          }}
        />
        <SelectField of={device} field="model" label="Model" none="That of its kind" />
        <NumberField of={device} field="port" label="Number" hint="Counted from 0." max={31} />
      </FieldGroup>
      <LogFields device={device} />
    </Form>
  );
}
