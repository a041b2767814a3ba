/** Where sound goes on the host. */
export const AUDIO_WORDS: Readonly<Record<string, string>> = {
  none: 'Nowhere',
  spice: 'SPICE client',
  pulseaudio: 'PulseAudio',
  pipewire: 'PipeWire',
  alsa: 'ALSA',
  oss: 'OSS',
  jack: 'JACK',
  sdl: 'SDL',
  coreaudio: 'Core Audio',
  file: 'A file (WAV)',
  dbus: 'D-Bus display',
};
