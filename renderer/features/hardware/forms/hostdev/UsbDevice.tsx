import { NativeSelect } from '@mantine/core';
import { type Hostdev, STARTUP_POLICY } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import {
  FieldGroup,
  FieldRow,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
} from '../../fields/index.ts';
import { type HostThing, readDevices } from '../../nodeDevices/readDevices.ts';
import { useNodeDevices } from '../../nodeDevices/useNodeDevices.ts';
import { useFormHost } from '../formHost.tsx';
import { hexProblem } from '../parts/checks.ts';
import { Remark } from '../parts/Remark.tsx';
import { Chooser } from './Chooser.tsx';

const POLICIES: Readonly<Record<string, string>> = {
  mandatory: 'The machine does not start',
  requisite: 'It starts only when migrated, restored or reverted',
  optional: 'The machine starts without it',
};

type Way = 'product' | 'place' | 'both';

function wayOf({ source }: Hostdev): Way {
  const byPlace = source.address.device !== null;
  if (source.vendor === null) return byPlace ? 'place' : 'product';
  return byPlace ? 'both' : 'product';
}

/** A USB device of the host, known by its maker and product, by where it is plugged in, or by both. */
export function UsbDevice({ device }: { device: Hostdev }) {
  const edit = useEdit();
  const { source } = device;
  const { vendor, product, address } = source;
  const way = wayOf(device);
  const text = vendor !== null ? `${vendor}:${product ?? ''}` : '';
  const place = address.device === null ? '' : `bus ${address.bus ?? 0}, device ${address.device}`;
  const chosen = useThing(device);
  return (
    <>
      <Chooser
        device={device}
        label="USB devices of the host"
        kinds={['usb']}
        text={[text, place].filter(Boolean).join(', ')}
        none="Nothing is plugged into the host."
        onChoose={(thing) => setUsbSource(device, thing, way)}
      />
      <FieldGroup>
        <FieldRow label="Known by" hint={WAY_HINTS[way]}>
          <NativeSelect
            size="xs"
            aria-label="Known by"
            value={way}
            data={[
              { value: 'product', label: 'Maker and product' },
              { value: 'place', label: 'Where it is plugged in' },
              { value: 'both', label: 'Both' },
            ]}
            disabled={!chosen}
            title={chosen ? 'libvirt: hostdev/source' : 'Choose a device first.'}
            onChange={(event) => {
              const next = asWay(event.currentTarget.value);
              if (chosen) edit.change(() => setUsbSource(device, chosen, next));
            }}
          />
        </FieldRow>
        {way !== 'place' && (
          <>
            <TextField of={source} field="vendor" label="Maker" placeholder="0x1d6b" check={hexProblem} />
            <TextField of={source} field="product" label="Product" placeholder="0x0104" check={hexProblem} />
          </>
        )}
        {way !== 'product' && (
          <>
            <NumberField of={address} field="bus" label="Bus" />
            <NumberField of={address} field="device" label="Device" min={1} />
          </>
        )}
        <SelectField
          of={source}
          field="startupPolicy"
          label="When it is not there"
          options={optionsFrom(STARTUP_POLICY, null, POLICIES)}
        />
        <SelectField
          of={source}
          field="guestReset"
          label="Reset by the guest"
          options={optionsFrom(['off', 'uninitialized', 'on'], null, {
            off: 'Not passed on',
            uninitialized: 'Only before it is set up',
            on: 'Passed on',
          })}
        />
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
        {device.managed === null && <Remark>libvirt takes USB devices from the host in any case.</Remark>}
      </FieldGroup>
    </>
  );
}

const WAY_HINTS: Readonly<Record<Way, string>> = {
  product: 'Wherever it is plugged in; of two that are alike, nobody knows which.',
  place: 'A device has another number after it was plugged in again.',
  both: 'This product, and only there.',
};

function asWay(text: string): Way {
  return text === 'place' || text === 'both' ? text : 'product';
}

/** The device that is meant, as the host has it now. */
function useThing({ source }: Hostdev): HostThing | undefined {
  const { connection } = useFormHost();
  const { raw } = useNodeDevices(connection, ['usb']);
  const things = readDevices(raw ?? []);
  return things.find(({ capability }) =>
    source.vendor !== null
      ? Number(capability.vendorId) === Number(source.vendor) &&
        Number(capability.productId) === Number(source.product)
      : capability.bus === source.address.bus && capability.device === source.address.device,
  );
}

function setUsbSource({ source }: Hostdev, { capability }: HostThing, way: Way): void {
  const { vendorId, productId, bus, device } = capability;
  source.vendor = way === 'place' ? null : vendorId;
  source.product = way === 'place' ? null : productId;
  if (way === 'product') source.address.clear();
  else Object.assign(source.address, { bus, device });
}
