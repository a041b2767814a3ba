import { IconDeviceSpeaker } from '@tabler/icons-react';
import { type Audio, addAudio, type Domain } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
} from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { AudioDirectionFields } from './parts/AudioDirectionFields.tsx';
import { AUDIO_WORDS } from './parts/audioWords.ts';
import { pathProblem } from './parts/checks.ts';
import { qemuOnly } from './parts/words.ts';

/** PipeWire came with libvirt 9.10. */
const PIPEWIRE_SINCE = 9010;

/** Where the sound of the machine goes on the host. */
export const audio: DeviceForm<'audio'> = {
  kind: 'audio',
  title: 'Audio backend',
  icon: IconDeviceSpeaker,
  name: (device) => `Audio backend ${device.id ?? ''}`.trim(),
  summary: (device) => AUDIO_WORDS[device.type ?? ''] ?? device.type ?? '',
  Form: AudioForm,
  create: [
    {
      id: 'audio',
      label: 'Audio backend',
      description: 'Where the sound of the guest goes: SPICE, PulseAudio, PipeWire, ALSA, a file.',
      reason: ({ type }) => qemuOnly(type),
      make: (domain) => addAudio(domain, hasDisplay(domain, 'spice') ? 'spice' : 'none'),
    },
  ],
  dependents: (device, domain) => {
    const cards = domain.sounds.all.filter((card) => card.audio === device.id).length;
    return cards === 0 ? [] : ['The sound cards that play on it play on the machine’s first backend then.'];
  },
  remove: (device, domain) => {
    for (const card of domain.sounds.all) if (card.audio === device.id) card.audio = null;
    domain.removeDevice(device);
  },
  missing: (device, domain) => {
    if (device.id === null) return 'Its number is not set.';
    const taken = domain.audios.all.some(
      (other) => other.element !== device.element && other.id === device.id,
    );
    return taken ? 'Another audio backend has this number.' : null;
  },
  removable: (device, domain) =>
    domain.audios.length === 1 && device.type === 'none' ? 'Without any libvirt adds this one again.' : null,
};

function hasDisplay(domain: Domain, type: string): boolean {
  return domain.graphics.all.some((display) => display.type === type);
}

const OF_ONE_TYPE = [
  'path',
  'serverName',
  'runtimeDir',
  'driver',
  'tryMmap',
  'exclusive',
  'dspPolicy',
] as const;

function changeType(device: Audio): void {
  for (const name of OF_ONE_TYPE) device[name] = null;
  device.input.clear();
  device.output.clear();
}

function AudioForm({ device }: { device: Audio }) {
  const domain = useProposed();
  const { libvirt } = useFormHost();
  const { type } = device;
  const options = optionsFrom(Object.keys(AUDIO_WORDS), null, AUDIO_WORDS).map((option) => ({
    ...option,
    reason: reasonAgainst(option.value, domain, libvirt),
  }));
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="type"
          label="Plays on"
          none={null}
          options={options}
          also={() => changeType(device)}
        />
        <NumberField of={device} field="id" label="Number" min={1} optional={false} />
        {type === 'file' && (
          <TextField
            of={device}
            field="path"
            label="File"
            placeholder="/path/sound.wav"
            check={pathProblem}
          />
        )}
        {type === 'pulseaudio' && (
          <TextField of={device} field="serverName" label="Server" placeholder="The user’s own" />
        )}
        {type === 'pipewire' && (
          <TextField of={device} field="runtimeDir" label="Folder of the socket" check={pathProblem} />
        )}
        {type === 'sdl' && <SelectField of={device} field="driver" label="Driver" />}
        {type === 'oss' && (
          <>
            <TriStateField of={device} field="tryMmap" label="Map the buffer" />
            <TriStateField of={device} field="exclusive" label="Not shared" />
            <NumberField of={device} field="dspPolicy" label="Timing policy" max={10} />
          </>
        )}
        <NumberField
          of={device}
          field="timerPeriod"
          label="Polled every"
          suffix="µs"
          min={1}
          placeholder="Default"
        />
      </FieldGroup>
      {type !== 'none' && (
        <>
          <AudioDirectionFields title="Playing" audio={device} direction={device.output} />
          <AudioDirectionFields title="Recording" audio={device} direction={device.input} />
        </>
      )}
    </Form>
  );
}

function reasonAgainst(type: string, domain: Domain, libvirt: number | null): string | null {
  if (type === 'spice') return hasDisplay(domain, 'spice') ? null : 'needs a SPICE display';
  if (type === 'dbus') return hasDisplay(domain, 'dbus') ? null : 'needs a D-Bus display';
  if (type === 'pipewire' && libvirt !== null && libvirt < PIPEWIRE_SINCE) return 'needs libvirt 9.10';
  return type === 'coreaudio' ? 'only on macOS' : null;
}
