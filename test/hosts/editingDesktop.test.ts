import {
  addAudio,
  addGraphics,
  addInput,
  addSound,
  addVideo,
  type Domain,
  type Graphics,
  needUsb,
} from '../../model/index.ts';
import { type DeviceCase, describeDevices } from './editingDevices/deviceCases.ts';

type List = 'graphics' | 'videos' | 'sounds' | 'audios' | 'inputs';

/** Takes out the last device of a list. */
function dropLast(domain: Domain, list: List): void {
  const last = domain[list].all.at(-1);
  if (last) domain.removeDevice(last);
}

/** A machine with a screen, so that nothing of it comes by itself with the display. */
function withScreen(domain: Domain): void {
  needUsb(domain);
  addVideo(domain, 'vga');
  addInput(domain, 'mouse', 'ps2');
  addInput(domain, 'keyboard', 'ps2');
  addAudio(domain, 'none');
}

function display(type: string, more: Parameters<typeof addGraphics>[2], change: (of: Graphics) => void) {
  return {
    what: `display ${type}`,
    prepare: withScreen,
    add: (domain: Domain) => {
      const device = addGraphics(domain, type, more);
      if (type === 'vnc' || type === 'spice') device.listens.add({ type: 'address', address: '127.0.0.1' });
    },
    change: (domain: Domain) => {
      const device = domain.graphics.at(0);
      if (device) change(device);
    },
    remove: (domain: Domain) => dropLast(domain, 'graphics'),
  };
}

const displays: DeviceCase[] = [
  display('vnc', {}, (device) => {
    Object.assign(device.listens.at(0) ?? {}, { address: '0.0.0.0' });
    Object.assign(device, { keymap: 'de', sharePolicy: 'force-shared', password: 'geheim' });
    Object.assign(device, { passwordValidTo: '2035-01-01T00:00:00', connected: 'keep' });
  }),
  {
    ...display('vnc', { autoport: null, port: 5999 }, (device) => {
      Object.assign(device, { port: 5998, websocket: 5700, powerControl: true });
    }),
    what: 'display vnc with ports of its own',
  },
  {
    ...display('vnc', { password: 'geheim' }, (device) => {
      device.keymap = 'fr';
    }),
    what: 'display with a password that stays',
  },
  {
    ...display('vnc', { password: 'geheim' }, (device) => {
      device.password = null;
    }),
    what: 'display that loses its password',
  },
  {
    ...display('vnc', {}, (device) => {
      device.autoport = null;
      device.listens.clear();
      device.listens.add({ type: 'socket' });
    }),
    what: 'display vnc that moves to a socket',
  },
  display('spice', {}, (device) => {
    Object.assign(device, {
      clipboard: false,
      fileTransfer: false,
      imageCompression: 'glz',
      mouse: 'client',
    });
    Object.assign(device, { streaming: 'filter', playbackCompression: false, jpegCompression: 'never' });
    Object.assign(device, { zlibCompression: 'auto', password: 'geheim', connected: 'disconnect' });
  }),
  {
    ...display('spice', {}, (device) => {
      device.listens.clear();
      device.autoport = null;
      device.listens.add({ type: 'none' });
      Object.assign(device, { gl: true, renderNode: '/dev/dri/renderD128' });
    }),
    what: 'display spice with OpenGL',
  },
  display('egl-headless', { gl: null }, (device) => {
    device.renderNode = '/dev/dri/renderD128';
  }),
];

function video(model: string, more: object, change: object): DeviceCase {
  return {
    what: `graphics card ${model}`,
    prepare: (domain) => void addVideo(domain, 'vga'),
    add: (domain) => void Object.assign(addVideo(domain, model), more),
    change: (domain) => {
      const device = domain.videos.find((one) => one.model === model);
      if (device) Object.assign(device, change);
    },
    remove: (domain) => {
      const device = domain.videos.find((one) => one.model === model);
      if (device) domain.removeDevice(device);
    },
  };
}

const cards: DeviceCase[] = [
  video('virtio', { heads: 1 }, { heads: 2, resolutionX: 1280, resolutionY: 800 }),
  video('qxl', { heads: 1, ram: 65_536, vram: 65_536, vgamem: 16_384 }, { ram: 131_072, vgamem: 32_768 }),
  {
    what: 'no graphics card',
    prepare: (domain) => void addVideo(domain, 'vga'),
    add: (domain) => {
      const device = domain.videos.at(0);
      if (!device) return;
      Object.assign(device, { model: 'none', vram: null, heads: null, primary: null });
      device.address.clear();
    },
  },
];

function sound(model: string, change: (domain: Domain) => void): DeviceCase {
  return {
    what: `sound card ${model}`,
    prepare: (domain) => {
      needUsb(domain);
      addAudio(domain, 'none');
    },
    add: (domain) => void addSound(domain, model),
    change,
    remove: (domain) => dropLast(domain, 'sounds'),
  };
}

const sounds: DeviceCase[] = [
  sound('ich9', (domain) => {
    const device = domain.sounds.at(0);
    device?.codecs.add({ type: 'micro' });
    Object.assign(device ?? {}, { audio: 1 });
  }),
  sound('ac97', (domain) => void Object.assign(domain.sounds.at(0) ?? {}, { model: 'es1370' })),
  sound('usb', (domain) => void Object.assign(domain.sounds.at(0) ?? {}, { audio: 1 })),
  {
    what: 'audio backend',
    add: (domain) => void addAudio(domain, 'pulseaudio', { serverName: '/run/pulse/native' }),
    change: (domain) => {
      const device = domain.audios.at(-1);
      if (!device) return;
      device.output.mixingEngine = true;
      Object.assign(device.output, { fixedSettings: true, frequency: 44_100, channels: 2, format: 's16' });
      device.output.bufferLength = 20_000;
    },
    remove: (domain) => dropLast(domain, 'audios'),
  },
  {
    what: 'audio into a file',
    add: (domain) => void addAudio(domain, 'file', { path: '/tmp/sound.wav' }),
    change: (domain) => void Object.assign(domain.audios.at(-1) ?? {}, { path: '/tmp/other.wav' }),
    remove: (domain) => dropLast(domain, 'audios'),
  },
];

function input(type: string, bus: string, change?: DeviceCase['change']): DeviceCase {
  return {
    what: `input ${type} on ${bus}`,
    prepare: needUsb,
    add: (domain) => void addInput(domain, type, bus),
    ...(change && { change }),
    remove: (domain) => dropLast(domain, 'inputs'),
  };
}

const inputs: DeviceCase[] = [
  input('tablet', 'usb'),
  input('keyboard', 'virtio', (domain) => {
    Object.assign(domain.inputs.at(-1) ?? {}, { packed: true });
  }),
  input('mouse', 'virtio'),
  {
    what: 'input device of the host',
    add: (domain) => void addInput(domain, 'passthrough', 'virtio', { evdev: '/dev/input/event1' }),
    change: (domain) => void Object.assign(domain.inputs.at(-1) ?? {}, { evdev: '/dev/input/event2' }),
    remove: (domain) => dropLast(domain, 'inputs'),
  },
  {
    what: 'shared keyboard of the host',
    add: (domain) => void domain.addDevice('input', { type: 'evdev', dev: '/dev/input/event1' }),
    change: (domain) => {
      Object.assign(domain.inputs.at(-1) ?? {}, { grab: 'all', grabToggle: 'ctrl-ctrl', repeat: true });
    },
    remove: (domain) => dropLast(domain, 'inputs'),
  },
];

describeDevices('editing displays, sound and input', {
  guest: 'desktop',
  saved: [...displays, ...cards, ...sounds, ...inputs],
  runningWish: { graphics: 'vnc', networks: [] },
  runningPrepare: (domain) => {
    needUsb(domain);
    Object.assign(domain.graphics.at(0) ?? {}, { password: 'first' });
  },
  running: [
    {
      what: 'password of a display',
      add: (domain) => void Object.assign(domain.graphics.at(0) ?? {}, { password: 'second' }),
    },
    {
      what: 'tablet on USB',
      add: (domain) => void addInput(domain, 'tablet', 'usb'),
      remove: (domain) => dropLast(domain, 'inputs'),
    },
    {
      what: 'another display',
      add: (domain) => {
        const device = addGraphics(domain, 'spice');
        device.listens.add({ type: 'address', address: '127.0.0.1' });
      },
      live: { add: ['next-boot'] },
    },
  ],
});
