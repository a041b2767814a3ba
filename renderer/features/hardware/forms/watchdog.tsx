import { IconDog } from '@tabler/icons-react';
import { addWatchdog, type Watchdog } from '../../../../model/index.ts';
import { FieldGroup, Form, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';

const MODELS: Readonly<Record<string, string>> = {
  itco: 'iTCO, part of Q35 boards',
  i6300esb: 'i6300ESB, PCI',
  ib700: 'iB700, ISA',
  diag288: 'DIAG 288',
};

const ACTIONS: Readonly<Record<string, string>> = {
  reset: 'Reset it',
  shutdown: 'Shut it down in order',
  poweroff: 'Switch it off',
  pause: 'Pause it',
  none: 'Nothing',
  dump: 'Write its memory into a file, and go on',
  'inject-nmi': 'Interrupt it (NMI)',
};

/** Several in one machine came with libvirt 9.1. */
const SEVERAL_SINCE = 9001;

/** Watchdogs, that notice when the guest hangs. */
export const watchdog: DeviceForm<'watchdog'> = {
  kind: 'watchdog',
  title: 'Watchdog',
  icon: IconDog,
  summary: (device) =>
    [device.model, ACTIONS[device.action ?? 'reset'] ?? device.action].filter(Boolean).join(': '),
  Form: WatchdogForm,
  create: [
    {
      id: 'watchdog',
      label: 'Watchdog',
      description: 'Does something when the guest does not answer any more: resets it, say.',
      reason: (domain, { capabilities, libvirt }) => {
        if (capabilities.watchdogModels.length === 0) return 'Machines of this hypervisor have none.';
        const several = libvirt === null || libvirt >= SEVERAL_SINCE;
        return domain.watchdogs.length > 0 && !several ? 'A machine has one, and this one has it.' : null;
      },
      make: (domain, { capabilities }) => {
        const models = capabilities.watchdogModels;
        const taken = domain.watchdogs.map(({ model }) => model);
        const free = models.filter((model) => !taken.includes(model) && model !== 'itco');
        return addWatchdog(domain, free[0] ?? models[0] ?? 'i6300esb');
      },
    },
  ],
  removable: (device, domain) =>
    device.model === 'itco' && domain.watchdogs.find(({ model }) => model === 'itco')
      ? 'It is a part of the board: libvirt adds it again. Choose what it does.'
      : null,
  dependents: () => ['Nothing happens any more when the guest hangs.'],
};

function WatchdogForm({ device }: { device: Watchdog }) {
  const { capabilities } = useFormHost();
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(Object.keys(MODELS), capabilities.watchdogModels, MODELS)}
          also={() => device.address.clear()}
        />
        <SelectField
          of={device}
          field="action"
          label="When the guest hangs"
          hint="All watchdogs of a machine do the same."
          none="Reset it (default)"
          options={optionsFrom(Object.keys(ACTIONS), null, ACTIONS)}
        />
      </FieldGroup>
    </Form>
  );
}
