import { IconUsb } from '@tabler/icons-react';
import { type Domain, needUsb, type UsbRedirection } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { CharacterFields, missingIn } from './parts/CharacterFields.tsx';
import { qemuOnly } from './parts/words.ts';

/** A place for a USB device of whoever looks at the machine's display. */
export const redirdev: DeviceForm<'redirdev'> = {
  kind: 'redirdev',
  title: 'USB redirection',
  icon: IconUsb,
  summary: (device) => (device.type === 'spicevmc' ? 'SPICE client' : (device.type ?? '')),
  Form: RedirdevForm,
  create: [
    {
      id: 'redirdev',
      label: 'USB redirection',
      description: 'A USB device of whoever looks at the display appears in the guest.',
      reason: (domain, { capabilities }) =>
        qemuOnly(domain.type) ??
        (capabilities.redirdev.supported === false ? 'This hypervisor does not redirect USB devices.' : null),
      make: (domain) => {
        needUsb(domain);
        const spice = hasSpice(domain);
        const device = domain.addDevice('redirdev', { bus: 'usb', type: spice ? 'spicevmc' : 'tcp' });
        if (!spice) {
          Object.assign(device.source, { mode: 'connect', host: '127.0.0.1', service: '4000' });
          device.protocol = 'raw';
        }
        return device;
      },
    },
  ],
  missing: missingIn,
  dependents: (_device, domain) =>
    domain.redirdevs.length === 1 && domain.redirFilters.length > 0
      ? ['It is the last one: the redirection filter has nothing to filter any more.']
      : [],
};

function hasSpice(domain: Domain): boolean {
  return domain.graphics.all.some(({ type }) => type === 'spice');
}

function RedirdevForm({ device }: { device: UsbRedirection }) {
  const { capabilities } = useFormHost();
  const { buses } = capabilities.redirdev;
  return (
    <Form>
      <FieldGroup>
        <CharacterFields device={device} types={['spicevmc', 'tcp', 'unix', 'dev', 'pipe', 'dbus']} />
        <SelectField
          of={device}
          field="bus"
          label="Bus"
          none={null}
          options={optionsFrom(['usb'], buses.length === 0 ? null : buses, { usb: 'USB' })}
        />
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
      </FieldGroup>
    </Form>
  );
}
