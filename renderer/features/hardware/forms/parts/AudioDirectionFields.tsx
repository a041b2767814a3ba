import type { Audio, AudioDirection } from '../../../../../model/index.ts';
import { FieldGroup, NumberField, SelectField, TextField, TriStateField } from '../../fields/index.ts';

interface AudioDirectionFieldsProps {
  title: string;
  audio: Audio;
  direction: AudioDirection;
}

/** One direction of an audio backend. */
export function AudioDirectionFields({ title, audio, direction }: AudioDirectionFieldsProps) {
  const { type } = audio;
  const named = type === 'pulseaudio' || type === 'pipewire' || type === 'coreaudio';
  return (
    <FieldGroup title={title}>
      <TriStateField
        of={direction}
        field="mixingEngine"
        label="Mixed by QEMU"
        hint="Off: the host’s own mixer does it."
      />
      {direction.mixingEngine !== false && (
        <>
          <TriStateField of={direction} field="fixedSettings" label="Always in this format" />
          {direction.fixedSettings && (
            <>
              <NumberField of={direction} field="frequency" label="Frequency" suffix="Hz" min={1} />
              <NumberField of={direction} field="channels" label="Channels" min={1} />
              <SelectField of={direction} field="format" label="Samples" />
            </>
          )}
          <NumberField of={direction} field="voices" label="Voices" min={1} />
        </>
      )}
      {type !== 'spice' && (
        <NumberField of={direction} field="bufferLength" label="Buffer" suffix="µs" min={1} />
      )}
      {(type === 'oss' || type === 'alsa') && (
        <>
          <TextField of={direction} field="dev" label="Device" />
          <TriStateField of={direction} field="tryPoll" label="Poll, where it can" />
        </>
      )}
      {named && (
        <>
          <TextField of={direction} field="name" label="Sink or source" placeholder="The host’s default" />
          <TextField of={direction} field="streamName" label="Name of the stream" />
          <NumberField of={direction} field="latency" label="Latency" suffix="µs" min={1} />
        </>
      )}
      {type === 'jack' && (
        <>
          <TextField of={direction} field="serverName" label="Server" />
          <TextField of={direction} field="clientName" label="Client" />
          <TextField of={direction} field="connectPorts" label="Connect to ports" />
          <TriStateField of={direction} field="exactName" label="Exactly this name" />
        </>
      )}
    </FieldGroup>
  );
}
