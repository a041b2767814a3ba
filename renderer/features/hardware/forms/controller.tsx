import { IconCircuitSwitchClosed } from '@tabler/icons-react';
import { attachedTo, type Controller, type Domain } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { AttachedList } from './parts/AttachedList.tsx';
import { ControllerFields } from './parts/ControllerFields.tsx';
import { controllerCreations } from './parts/controllerCreations.ts';
import { CONTROLLER_MODELS, MODEL_WORDS, typeWord } from './parts/controllerWords.ts';

/** What other devices sit on: buses and their ports. Most are made by libvirt when a device needs them. */
export const controller: DeviceForm<'controller'> = {
  kind: 'controller',
  title: 'Controller',
  icon: IconCircuitSwitchClosed,
  name: nameOf,
  summary: ({ type, model }) => (type === 'pci' ? (model ?? '') : (MODEL_WORDS[model ?? ''] ?? model ?? '')),
  Form: ControllerForm,
  create: controllerCreations,
  removable: (device) => {
    if (device.model === 'pci-root' || device.model === 'pcie-root') return 'It is part of the machine type.';
    return device.type === 'usb' && device.model === 'none' ? 'It says that the machine has no USB.' : null;
  },
  dependents: (device, domain) => {
    const count = attachedTo(domain, device).length;
    if (count === 0) return [];
    const words = count === 1 ? 'One device sits' : `${count} devices sit`;
    return [`${words} on it. libvirt finds another place for them, or adds a controller again.`];
  },
  remove: removeController,
};

function nameOf(device: Controller): string {
  const { type, model, index } = device;
  const word =
    type === 'pci' ? (MODEL_WORDS[model ?? ''] ?? 'PCI controller') : `${typeWord(type)} controller`;
  return index === null ? word : `${word} ${index}`;
}

/** Takes it out; what sat on it has no place until libvirt gives it one. USB 2 goes with its companions. */
function removeController(device: Controller, domain: Domain): void {
  for (const one of attachedTo(domain, device)) {
    if ('address' in one) one.address.clear();
  }
  const { type, index, model } = device;
  const companions = domain.controllers.all.filter(
    (one) => type === 'usb' && one.type === 'usb' && one.index === index && one.element !== device.element,
  );
  domain.removeDevice(device);
  if (model !== 'ich9-ehci1') return;
  for (const companion of companions) domain.removeDevice(companion);
}

function ControllerForm({ device }: { device: Controller }) {
  const domain = useProposed();
  const { type } = device;
  const fixed = device.model === 'pci-root' || device.model === 'pcie-root';
  const models = CONTROLLER_MODELS[type ?? ''] ?? [];
  return (
    <Form>
      <FieldGroup>
        {models.length > 0 && (
          <SelectField
            of={device}
            field="model"
            label="Model"
            {...(fixed && { hint: 'It belongs to the machine type.' })}
            none="Hypervisor default"
            options={optionsFrom(fixed ? [device.model ?? ''] : models, null, MODEL_WORDS)}
            // Where it sat may be a place that the new model cannot have.
            also={() => device.address.clear()}
          />
        )}
        <NumberField of={device} field="index" label="Number" hint="Devices name it by this number." />
      </FieldGroup>
      <ControllerFields device={device} />
      <AttachedList title="Attached devices" devices={attachedTo(domain, device)} />
    </Form>
  );
}
