import { IconPrinter } from '@tabler/icons-react';
import { freePort, type Parallel } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { CharacterFields } from './parts/CharacterFields.tsx';
import { missingInSource, placeOf } from './parts/characterWords.ts';
import { LogFields } from './parts/LogFields.tsx';
import { LINE_TYPES } from './parts/lineTypes.ts';
import { qemuOnly } from './parts/words.ts';

/** QEMU has three. */
const MOST = 3;

/** Parallel ports. */
export const parallel: DeviceForm<'parallel'> = {
  kind: 'parallel',
  title: 'Parallel port',
  icon: IconPrinter,
  name: (device) => `Parallel port ${(device.port ?? 0) + 1}`,
  summary: (device) => placeOf(device.type, device.source),
  Form: ParallelForm,
  create: [
    {
      id: 'parallel',
      label: 'Parallel port',
      description: 'For very old printers and copy protection.',
      reason: (domain, { capabilities }) => {
        if (!/^(?:x86_64|i[3-6]86)$/.test(domain.os.arch ?? capabilities.platform.arch)) {
          return 'Machines of this architecture have none.';
        }
        const full = domain.parallels.length >= MOST;
        return qemuOnly(domain.type) ?? (full ? 'A machine has three at most, and this one has them.' : null);
      },
      make: (domain) => domain.addDevice('parallel', { type: 'pty', port: freePort(domain.parallels.all) }),
    },
  ],
  missing: (device) => missingInSource(device.type, device.source, false),
};

function ParallelForm({ device }: { device: Parallel }) {
  return (
    <Form>
      <FieldGroup>
        <CharacterFields device={device} types={LINE_TYPES} pathByLibvirt={false} />
        <NumberField of={device} field="port" label="Number" hint="Counted from 0." max={2} />
      </FieldGroup>
      <LogFields device={device} />
    </Form>
  );
}
