import { IconShieldLock } from '@tabler/icons-react';
import { addIommu, type Domain, type Iommu } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TriStateField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { qemuOnly } from './parts/words.ts';

const WORDS: Readonly<Record<string, string>> = {
  intel: 'Intel VT-d',
  virtio: 'VirtIO',
  smmuv3: 'ARM SMMUv3',
  amd: 'AMD-Vi',
};

/** The guest's own IOMMU: needed to pass devices on to guests inside of it. */
export const iommu: DeviceForm<'iommu'> = {
  kind: 'iommu',
  title: 'IOMMU',
  icon: IconShieldLock,
  summary: (device) => WORDS[device.model ?? ''] ?? device.model ?? '',
  Form: IommuForm,
  create: [
    {
      id: 'iommu',
      label: 'IOMMU',
      description: 'Lets the guest give its devices to guests of its own, or protect itself from them.',
      reason: (domain) => {
        const other = qemuOnly(domain.type);
        if (other !== null) return other;
        if (domain.iommus.length > 0) return 'A machine has one IOMMU, and this one has it.';
        return modelsFor(domain).length > 0 ? null : 'Only q35 machines, and those of ARM, have one.';
      },
      make: (domain) => {
        const [model = 'intel'] = modelsFor(domain);
        if (model !== 'intel') return addIommu(domain, model);
        // Interrupts can be remapped only where QEMU itself has the I/O APIC.
        domain.features.ioapic ??= 'qemu';
        return addIommu(domain, model, { interruptRemapping: true });
      },
    },
  ],
  dependents: () => ['Guests inside of this one cannot be given devices any more.'],
};

/** Models that the machine's type can have, the usual one first. */
function modelsFor(domain: Domain): string[] {
  const { arch, machine } = domain.os;
  const name = machine ?? '';
  if (arch === 'aarch64' && name.startsWith('virt')) return ['smmuv3', 'virtio'];
  return /^(?:pc-)?q35/.test(name) ? ['intel', 'virtio', 'amd'] : [];
}

function IommuForm({ device }: { device: Iommu }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const told = capabilities.iommu.valuesOf('model') ?? null;
  const fitting = modelsFor(domain);
  const offered = told ?? fitting.filter((model) => model !== 'amd');
  const intel = device.model === 'intel';
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(['intel', 'virtio', 'smmuv3', 'amd'], offered, WORDS)}
          also={(model) => {
            if (model !== 'intel') device.set('driver', null);
            device.address.clear();
          }}
        />
      </FieldGroup>
      {(intel || device.model === 'amd') && (
        <FieldGroup title="What it does">
          <TriStateField
            of={device}
            field="interruptRemapping"
            label="Remap interrupts"
            hint="Needs an I/O APIC of QEMU’s (under Features)."
          />
          {intel && (
            <>
              <TriStateField
                of={device}
                field="cachingMode"
                label="Caching mode"
                hint="Needed where devices of the host are passed on to guests inside."
              />
              <TriStateField
                of={device}
                field="extendedInterrupts"
                label="Extended interrupts"
                hint="For more than 255 processors; needs interrupt remapping."
              />
              <NumberField
                of={device}
                field="addressWidth"
                label="Address width"
                suffix="bits"
                min={39}
                max={64}
                placeholder="39"
              />
            </>
          )}
          <TriStateField of={device} field="iotlb" label="Caches of devices (IOTLB)" />
          {!intel && (
            <>
              <TriStateField of={device} field="passthrough" label="Passthrough" />
              <TriStateField of={device} field="xtsup" label="128-bit interrupt entries" />
            </>
          )}
        </FieldGroup>
      )}
    </Form>
  );
}
