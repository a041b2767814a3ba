import { IconAlertOctagon } from '@tabler/icons-react';
import { addPanic, type Domain, type Panic } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { Remark } from './parts/Remark.tsx';

const MODELS: Readonly<Record<string, string>> = {
  isa: 'ISA (pvpanic), for Linux',
  hyperv: 'Hyper-V, for Windows',
  pvpanic: 'PCI (pvpanic)',
  pseries: 'pSeries, always there',
  s390: 'S/390, always there',
};

const ACTIONS: Readonly<Record<string, string>> = {
  destroy: 'ends the machine',
  restart: 'starts it again',
  preserve: 'keeps it, stopped, for a look',
  'rename-restart': 'keeps it under another name and starts it again',
  'coredump-destroy': 'writes its memory to a file and ends it',
  'coredump-restart': 'writes its memory to a file and starts it again',
};

/** Tells the host when the guest's system has crashed. */
export const panic: DeviceForm<'panic'> = {
  kind: 'panic',
  title: 'Panic notifier',
  icon: IconAlertOctagon,
  summary: (device) => MODELS[device.model ?? ''] ?? device.model ?? '',
  Form: PanicForm,
  create: [
    {
      id: 'panic',
      label: 'Panic notifier',
      description: 'Tells the host when the guest’s system has crashed, so that it can do something.',
      reason: (domain, { capabilities }) => {
        const { models, supported } = capabilities.panic;
        if (supported === false || models.length === 0) return 'Machines of this kind have none.';
        return freeModels(domain, models).length === 0 ? 'This machine has all there are.' : null;
      },
      make: (domain, { capabilities }) => {
        const device = addPanic(domain, freeModels(domain, capabilities.panic.models)[0]);
        if (device.model === 'hyperv') needCrash(domain);
        return device;
      },
    },
  ],
  removable: ({ model }) =>
    model === 'pseries' || model === 's390' ? 'It is a part of machines of this architecture.' : null,
  dependents: (_device, domain) =>
    domain.panics.length > 1
      ? []
      : ['The host does not see crashes of the guest any more, and does nothing about them.'],
};

function freeModels(domain: Domain, models: readonly string[]): string[] {
  const taken = domain.panics.map(({ model }) => model);
  return models.filter((model) => !taken.includes(model));
}

/** Windows tells only where it thinks that it runs on Hyper-V. */
function needCrash(domain: Domain): void {
  const { hyperv } = domain.features;
  hyperv.mode ??= 'custom';
  hyperv.relaxed ??= true;
}

function PanicForm({ device }: { device: Panic }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const { models } = capabilities.panic;
  const others = domain.panics.all.filter((one) => one.element !== device.element).map(({ model }) => model);
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none="Hypervisor default"
          options={optionsFrom(Object.keys(MODELS), models, MODELS).map((option) =>
            others.includes(option.value) ? { ...option, reason: 'there is one already' } : option,
          )}
          also={(model) => {
            device.address.clear();
            if (model === 'hyperv') needCrash(domain);
          }}
        />
        <Remark>
          When the guest crashes, the host {ACTIONS[domain.onCrash ?? 'destroy'] ?? domain.onCrash}. That is
          chosen under “Power and lifecycle”.
        </Remark>
      </FieldGroup>
    </Form>
  );
}
