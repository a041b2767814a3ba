import { attr, define, int, list, section, yesNo } from '../field/index.ts';
import { device } from './common.ts';

export class SoundCodec extends define({ type: attr('@type', ['duplex', 'micro', 'output']) }) {}

/** A sound card. */
export class Sound extends define(
  {
    model: attr('@model', [
      'ich9',
      'ich6',
      'ich7',
      'ac97',
      'es1370',
      'sb16',
      'pcspk',
      'usb',
      'virtio',
      'hda',
    ]),
    multichannel: yesNo('@multichannel'),
    streams: int('@streams'),
    audio: int('audio/@id'),
    codecs: list('codec', () => SoundCodec),
    ...device,
  },
  'sound',
) {}

/** One direction of an audio backend: lengths in microseconds, frequency in Hz. */
export class AudioDirection extends define({
  mixingEngine: yesNo('@mixingEngine'),
  fixedSettings: yesNo('@fixedSettings'),
  frequency: int('settings/@frequency'),
  channels: int('settings/@channels'),
  format: attr('settings/@format', ['s8', 'u8', 's16', 'u16', 's32', 'u32', 'f32']),
  voices: int('@voices'),
  bufferLength: int('@bufferLength'),
  bufferCount: int('@bufferCount'),
  latency: int('@latency'),
  dev: attr('@dev'),
  name: attr('@name'),
  serverName: attr('@serverName'),
  clientName: attr('@clientName'),
  connectPorts: attr('@connectPorts'),
  exactName: yesNo('@exactName'),
  streamName: attr('@streamName'),
  tryPoll: yesNo('@tryPoll'),
}) {}

/** Where the guest's sound goes on the host. */
export class Audio extends define(
  {
    id: int('@id'),
    type: attr('@type', [
      'none',
      'spice',
      'pulseaudio',
      'pipewire',
      'alsa',
      'oss',
      'jack',
      'sdl',
      'coreaudio',
      'file',
      'dbus',
    ]),
    timerPeriod: int('@timerPeriod'),
    path: attr('@path'),
    serverName: attr('@serverName'),
    runtimeDir: attr('@runtimeDir'),
    driver: attr('@driver', ['esd', 'alsa', 'arts', 'pulseaudio']),
    tryMmap: yesNo('@tryMMap'),
    exclusive: yesNo('@exclusive'),
    dspPolicy: int('@dspPolicy'),
    input: section('input', () => AudioDirection),
    output: section('output', () => AudioDirection),
  },
  'audio',
) {}
