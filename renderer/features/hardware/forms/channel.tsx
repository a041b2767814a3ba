import { IconArrowsExchange } from '@tabler/icons-react';
import type { Channel } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { CharacterFields } from './parts/CharacterFields.tsx';
import { channelCreations, LOSSES, PURPOSES } from './parts/channelNames.ts';
import { missingInSource, placeOf } from './parts/characterWords.ts';
import { LogFields } from './parts/LogFields.tsx';
import { CHANNEL_TYPES } from './parts/lineTypes.ts';

const TARGETS: Readonly<Record<string, string>> = {
  virtio: 'A VirtIO port',
  guestfwd: 'An address of its user-mode network',
  xen: 'Xen',
};

/** Lines between programs of the guest and of the host. */
export const channel: DeviceForm<'channel'> = {
  kind: 'channel',
  title: 'Channel',
  icon: IconArrowsExchange,
  name: (device) => PURPOSES[device.name ?? ''] ?? `Channel ${device.name ?? ''}`.trim(),
  summary: (device) =>
    [placeOf(device.type, device.source), device.state === 'connected' && 'in use']
      .filter(Boolean)
      .join(', '),
  Form: ChannelForm,
  create: channelCreations,
  missing: (device) => {
    if (device.targetType === 'virtio' && !device.name) return 'Its name in the guest is not set.';
    return missingInSource(device.type, device.source, device.targetType !== 'guestfwd');
  },
  dependents: (device) => {
    const loss = LOSSES[device.name ?? ''];
    return loss === undefined ? [] : [loss];
  },
};

function ChannelForm({ device }: { device: Channel }) {
  const purpose = PURPOSES[device.name ?? ''];
  const forwards = device.targetType === 'guestfwd';
  return (
    <Form>
      <FieldGroup title="In the guest">
        <SelectField
          of={device}
          field="targetType"
          label="Appears as"
          none={null}
          options={optionsFrom(Object.keys(TARGETS), null, TARGETS)}
          also={(target) => {
            device.address.clear();
            if (target === 'guestfwd') Object.assign(device, { name: null, targetAddress: '10.0.2.1' });
            else Object.assign(device, { targetAddress: null, targetPort: null });
          }}
        />
        {forwards ? (
          <>
            <TextField of={device} field="targetAddress" label="Address" placeholder="10.0.2.1" />
            <NumberField of={device} field="targetPort" label="Port" min={1} max={65_535} />
          </>
        ) : (
          <TextField
            of={device}
            field="name"
            label="Name"
            hint={purpose === undefined ? 'The guest finds it by this name.' : `For: ${purpose}.`}
          />
        )}
      </FieldGroup>
      <FieldGroup title="On the host">
        <CharacterFields device={device} types={CHANNEL_TYPES} pathByLibvirt={!forwards} />
      </FieldGroup>
      <LogFields device={device} />
    </Form>
  );
}
