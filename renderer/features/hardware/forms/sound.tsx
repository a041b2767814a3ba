import { IconVolume } from '@tabler/icons-react';
import { addSound, needUsb, type Sound } from '../../../../model/index.ts';
import { useEdit, useProposed } from '../edit/context.tsx';
import {
  FieldGroup,
  FieldRow,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  TriStateField,
} from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { AudioChoice } from './parts/AudioChoice.tsx';
import { PickMany } from './parts/PickMany.tsx';

const MODELS: Readonly<Record<string, string>> = {
  ich9: 'HD Audio (ICH9)',
  ich6: 'HD Audio (ICH6)',
  ich7: 'HD Audio (ICH7)',
  ac97: 'AC’97',
  es1370: 'Ensoniq ES1370',
  sb16: 'Sound Blaster 16',
  pcspk: 'PC speaker',
  usb: 'USB',
  virtio: 'VirtIO',
  hda: 'HD Audio',
};

const CODECS: Readonly<Record<string, string>> = {
  duplex: 'Line in and out',
  micro: 'Microphone and speaker',
  output: 'Line out only',
};

/** More than two channels came with libvirt 9.4. */
const MULTICHANNEL_SINCE = 9004;

/** Sound cards. */
export const sound: DeviceForm<'sound'> = {
  kind: 'sound',
  title: 'Sound card',
  icon: IconVolume,
  summary: (device) => MODELS[device.model ?? ''] ?? device.model ?? '',
  Form: SoundForm,
  create: [
    {
      id: 'sound',
      label: 'Sound card',
      description: 'Plays where the machine’s audio backend says: over SPICE, on the host, or nowhere.',
      reason: (_domain, { capabilities }) =>
        capabilities.soundModels.length === 0 ? 'Machines of this hypervisor have no sound cards.' : null,
      make: (domain, { capabilities }) => {
        const { soundModels: models } = capabilities;
        const wanted = /q35|virt/.test(domain.os.machine ?? '') ? ['ich9', 'ich6'] : ['ich6', 'ich9'];
        const model = wanted.find((one) => models.includes(one)) ?? models[0] ?? 'ich9';
        if (model === 'usb') needUsb(domain);
        return addSound(domain, model);
      },
    },
  ],
};

function SoundForm({ device }: { device: Sound }) {
  const edit = useEdit();
  const domain = useProposed();
  const { capabilities, libvirt } = useFormHost();
  const { model } = device;
  const hasCodecs = model?.startsWith('ich') && model !== 'ich7';
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={optionsFrom(Object.keys(MODELS), capabilities.soundModels, MODELS)}
          also={(next) => {
            device.codecs.clear();
            Object.assign(device, { multichannel: null, streams: null });
            device.address.clear();
            if (next === 'usb') needUsb(domain);
          }}
        />
        <AudioChoice device={device} />
        {model === 'usb' && (libvirt === null || libvirt >= MULTICHANNEL_SINCE) && (
          <TriStateField of={device} field="multichannel" label="More than two channels" />
        )}
        {model === 'virtio' && <NumberField of={device} field="streams" label="Streams" min={1} max={64} />}
        {hasCodecs && (
          <FieldRow label="Plugs" hint="Without any it has a line in and a line out.">
            <PickMany
              label="Plugs"
              values={device.codecs.map(({ type }) => type ?? '')}
              words={CODECS}
              onChange={(types) =>
                edit.change(() => {
                  for (const codec of device.codecs.all) {
                    if (!types.includes(codec.type ?? '')) device.codecs.remove(codec);
                  }
                  const there = device.codecs.map(({ type }) => type);
                  for (const type of types) if (!there.includes(type)) device.codecs.add({ type });
                })
              }
            />
          </FieldRow>
        )}
      </FieldGroup>
    </Form>
  );
}
