import type { Controller } from '../../../../../model/index.ts';
import { useProposed } from '../../edit/context.tsx';
import { FieldGroup, NumberField, SizeField, TextField, TriStateField } from '../../fields/index.ts';
import { VirtioFields } from './VirtioFields.tsx';

/** What controllers of one type can be told. */
export function ControllerFields({ device }: { device: Controller }) {
  switch (device.type) {
    case 'pci':
      return <PciFields device={device} />;
    case 'usb':
      return <UsbFields device={device} />;
    case 'scsi':
      return <ScsiFields device={device} />;
    case 'virtio-serial':
      return (
        <>
          <FieldGroup title="Ports">
            <NumberField of={device} field="ports" label="Ports" min={1} max={511} placeholder="31" />
            <NumberField of={device} field="vectors" label="Interrupt vectors" />
          </FieldGroup>
          <VirtioFields device={device} />
        </>
      );
    case 'xenbus':
      return (
        <FieldGroup title="Limits">
          <NumberField of={device} field="maxGrantFrames" label="Grant frames" min={1} />
          <NumberField of={device} field="maxEventChannels" label="Event channels" min={1} />
        </FieldGroup>
      );
    case 'nvme':
      return (
        <FieldGroup>
          <TextField of={device} field="serial" label="Serial number" />
        </FieldGroup>
      );
    default:
      return null;
  }
}

function UsbFields({ device }: { device: Controller }) {
  const xhci = device.model === 'qemu-xhci' || device.model === 'nec-xhci';
  const companion = device.model?.startsWith('ich9-uhci');
  if (!xhci && !companion) return null;
  return (
    <FieldGroup title="Ports">
      {xhci && <NumberField of={device} field="ports" label="Ports" min={1} max={15} placeholder="4" />}
      {companion && (
        <NumberField of={device} field="masterStartPort" label="First port at its USB 2 master" />
      )}
    </FieldGroup>
  );
}

function ScsiFields({ device }: { device: Controller }) {
  const domain = useProposed();
  const virtio = device.model === null || device.model.startsWith('virtio');
  if (!virtio) return null;
  const threads = domain.iothreads ?? 0;
  return (
    <>
      <FieldGroup title="Performance">
        <NumberField of={device} field="queues" label="Queues" min={1} placeholder="One for each vCPU" />
        <NumberField
          of={device}
          field="iothread"
          label="I/O thread"
          hint={
            threads === 0
              ? 'The machine has none: add some under Processors.'
              : `The machine has ${threads}, counted from 1.`
          }
          min={1}
          max={Math.max(1, threads, ...domain.iothreadIds.all.map(({ id }) => id ?? 0))}
        />
        <NumberField of={device} field="commandsPerLun" label="Commands for each disk" min={1} />
        <NumberField of={device} field="maxSectors" label="Sectors for each command" min={1} />
        <TriStateField of={device} field="ioeventfd" label="Handled in the kernel (ioeventfd)" />
      </FieldGroup>
      <VirtioFields device={device} />
    </>
  );
}

function PciFields({ device }: { device: Controller }) {
  const { model } = device;
  if (model === 'pci-root' || model === 'pcie-root') {
    return (
      <FieldGroup>
        <SizeField
          of={device}
          field="pciHole64"
          label="64-bit window"
          hint="Addresses for large memories of devices; 0 for none, as very old Windows needs it."
          placeholder="Hypervisor default"
        />
      </FieldGroup>
    );
  }
  const port = model === 'pcie-root-port' || model === 'pcie-switch-downstream-port';
  const expander = model?.endsWith('expander-bus') ?? false;
  return (
    <FieldGroup title="In the guest">
      <TextField of={device} field="modelName" label="QEMU’s device" placeholder="Chosen by libvirt" />
      {port && (
        <>
          <NumberField
            of={device}
            field="chassis"
            label="Chassis"
            max={255}
            placeholder="Chosen by libvirt"
          />
          <NumberField
            of={device}
            field="targetPort"
            label="Port"
            max={255}
            placeholder="Chosen by libvirt"
          />
          <TriStateField of={device} field="hotplug" label="Plug in and out while running" />
        </>
      )}
      {model === 'pci-bridge' && (
        <NumberField
          of={device}
          field="chassisNr"
          label="Chassis"
          min={1}
          max={255}
          placeholder="Chosen by libvirt"
        />
      )}
      {expander && (
        <>
          <NumberField
            of={device}
            field="busNr"
            label="Bus number"
            min={1}
            max={254}
            placeholder="Chosen by libvirt"
          />
          <NumberField
            of={device}
            field="node"
            label="NUMA cell"
            hint="Its devices are near to this cell’s memory."
          />
        </>
      )}
    </FieldGroup>
  );
}
