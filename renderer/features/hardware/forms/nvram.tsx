import { IconCpu2 } from '@tabler/icons-react';
import { FieldGroup, Form, NumberField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';

/** The memory that keeps firmware settings of pSeries machines. That of UEFI is a file, and belongs to Boot. */
export const nvram: DeviceForm<'nvram'> = {
  kind: 'nvram',
  title: 'NVRAM',
  icon: IconCpu2,
  summary: (device) => (device.address.reg === null ? '' : `at 0x${device.address.reg.toString(16)}`),
  Form: ({ device }) => (
    <Form>
      <FieldGroup>
        <NumberField
          of={device.address}
          field="reg"
          label="Address"
          hint="Its place on the machine’s VIO bus; empty: libvirt chooses."
        />
      </FieldGroup>
    </Form>
  ),
  create: [
    {
      id: 'nvram',
      label: 'NVRAM',
      description: 'Keeps the firmware’s settings of a pSeries machine.',
      reason: (domain) => {
        const power =
          domain.os.arch?.startsWith('ppc64') && (domain.os.machine ?? 'pseries').includes('pseries');
        if (!power) return 'Only pSeries machines have it as a device; that of UEFI is set under Boot.';
        return domain.nvrams.length > 0 ? 'A machine has one, and this one has it.' : null;
      },
      make: (domain) => domain.addDevice('nvram', {}),
    },
  ],
  dependents: () => ['What the firmware keeps in it is lost.'],
};
