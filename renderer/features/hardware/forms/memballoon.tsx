import { IconBalloon } from '@tabler/icons-react';
import { addMemballoon, type Memballoon } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TriStateField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { VirtioFields } from './parts/VirtioFields.tsx';
import { VIRTIO_WORDS } from './parts/words.ts';

const MODELS = ['virtio', 'virtio-transitional', 'virtio-non-transitional', 'xen', 'none'];
const WORDS: Readonly<Record<string, string>> = { ...VIRTIO_WORDS, xen: 'Xen', none: 'None' };

/** The balloon, through which the host takes memory back and learns how much the guest uses. */
export const memballoon: DeviceForm<'memballoon'> = {
  kind: 'memballoon',
  title: 'Memory balloon',
  icon: IconBalloon,
  summary: (device) => WORDS[device.model ?? ''] ?? device.model ?? '',
  Form: MemballoonForm,
  create: [
    {
      id: 'memballoon',
      label: 'Memory balloon',
      description: 'Changes the memory of a running guest, and tells how much it uses.',
      reason: (domain) => {
        if (domain.type === 'lxc') return 'Containers need none: their memory is a limit.';
        const there = domain.memballoons.at(0);
        return there && there.model !== 'none' ? 'A machine has one balloon, and this one has it.' : null;
      },
      make: (domain) => addMemballoon(domain, domain.type === 'xen' ? 'xen' : 'virtio', { statsPeriod: 10 }),
    },
  ],
  dependents: () => ['Its memory cannot be changed while it runs, and how much of it is used is not known.'],
  // Without the element libvirt puts one in again.
  remove: (device, domain) => {
    domain.removeDevice(device);
    if (domain.type !== 'xen') domain.addDevice('memballoon', { model: 'none' });
  },
  removable: (device) => (device.model === 'none' ? 'There is none: choose a model to have one.' : null),
};

function MemballoonForm({ device }: { device: Memballoon }) {
  const none = device.model === 'none';
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(MODELS, null, WORDS)}
          also={(model) => {
            if (model === 'none') clear(device);
          }}
        />
        {!none && (
          <>
            <NumberField
              of={device}
              field="statsPeriod"
              label="Statistics every"
              hint="How often the guest tells how it uses its memory; 0 or empty: never."
              suffix="seconds"
              max={2 ** 31 - 1}
            />
            <TriStateField
              of={device}
              field="autodeflate"
              label="Give back when short"
              hint="The balloon lets go of memory before the guest ends programs for the want of it."
            />
            <TriStateField
              of={device}
              field="freePageReporting"
              label="Report free pages"
              hint="Memory that the guest does not use goes back to the host at once."
            />
          </>
        )}
      </FieldGroup>
      {device.model?.startsWith('virtio') && <VirtioFields device={device} />}
    </Form>
  );
}

/** A balloon that is none has no settings: libvirt refuses them. */
function clear(device: Memballoon): void {
  device.statsPeriod = null;
  device.autodeflate = null;
  device.freePageReporting = null;
  device.address.clear();
}
