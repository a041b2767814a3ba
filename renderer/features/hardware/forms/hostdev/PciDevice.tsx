import type { Hostdev } from '../../../../../model/index.ts';
import {
  FieldGroup,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
} from '../../fields/index.ts';
import type { HostThing } from '../../nodeDevices/readDevices.ts';
import { useFormHost } from '../formHost.tsx';
import { HostPathField } from '../parts/HostPathField.tsx';
import { Chooser } from './Chooser.tsx';

const DRIVERS: Readonly<Record<string, string>> = { vfio: 'VFIO', kvm: 'KVM (old)', xen: 'Xen' };

/** A PCI device of the host. */
export function PciDevice({ device }: { device: Hostdev }) {
  const { capabilities } = useFormHost();
  const { address } = device.source;
  const told = capabilities.hostdev.valuesOf('pciBackend')?.filter((name) => name !== 'default');
  return (
    <>
      <Chooser
        device={device}
        label="PCI devices of the host"
        kinds={['pci']}
        text={address.exists ? address.text : ''}
        none="The host tells of no PCI devices."
        onChoose={({ capability }) => setPciSource(device, capability)}
      />
      <FieldGroup>
        <TriStateField
          of={device}
          field="managed"
          label="Taken from the host by libvirt"
          hint="Off: somebody has to take it from its driver before the machine starts, and give it back after."
          none="Default: off"
        />
        <SelectField
          of={device}
          field="driver"
          label="Given with"
          options={optionsFrom(Object.keys(DRIVERS), told && told.length > 0 ? told : null, DRIVERS)}
        />
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
      </FieldGroup>
      <FieldGroup title="Option ROM">
        <TriStateField
          of={device}
          field="romEnabled"
          label="Loaded"
          hint="Off: the guest’s firmware does not see it, and cannot start from the device."
        />
        {device.romEnabled !== false && (
          <>
            <TriStateField of={device} field="romBar" label="Shown to the guest (BAR)" />
            <HostPathField
              of={device}
              field="romFile"
              label="From a file"
              placeholder="The device’s own"
              wish="file"
            />
          </>
        )}
      </FieldGroup>
      <FieldGroup title="Migration">
        <SelectField
          of={device}
          field="teaming"
          label="Pair of network cards"
          hint="As the transient half of a pair, it is unplugged for a migration while the other card goes on."
          options={optionsFrom(['transient', 'persistent'], null, {
            transient: 'Transient half',
            persistent: 'Persistent half',
          })}
          also={(value) => {
            if (value !== 'transient') device.teamingPersistent = null;
          }}
        />
        {device.teaming === 'transient' && (
          <TextField
            of={device}
            field="teamingPersistent"
            label="The other half"
            hint="The name of its alias: ua-..."
            check={(text) => (text.startsWith('ua-') ? null : 'Such a name begins with ua-.')}
          />
        )}
      </FieldGroup>
    </>
  );
}

function setPciSource({ source }: Hostdev, place: HostThing['capability']): void {
  const hex = (value: number | null, digits: number) =>
    `0x${(value ?? 0).toString(16).padStart(digits, '0')}`;
  source.address.set('@domain', hex(place.domain, 4));
  source.address.set('@bus', hex(place.bus, 2));
  source.address.set('@slot', hex(place.slot, 2));
  source.address.set('@function', hex(place.function, 1));
}
