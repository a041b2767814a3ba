import { IconDeviceDesktop } from '@tabler/icons-react';
import {
  addChannel,
  addGraphics,
  addInput,
  addVideo,
  type Domain,
  GRAPHICS_TYPE,
  type Graphics,
  needUsb,
} from '../../../../model/index.ts';
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
import type { Creation, DeviceForm, FormHost } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { DISPLAY_WORDS, isServed, placeOfDisplay, spiceUsers } from './parts/display/displayWords.ts';
import { GlFields } from './parts/display/GlFields.tsx';
import { KEYMAPS } from './parts/display/keymaps.ts';
import { ListenFields } from './parts/display/ListenFields.tsx';
import { PasswordFields } from './parts/display/PasswordFields.tsx';
import { PortFields } from './parts/display/PortFields.tsx';
import { SpiceFields } from './parts/display/SpiceFields.tsx';

const SHARING = {
  'allow-exclusive': 'Several, unless one wants it alone',
  'force-shared': 'Always several',
  ignore: 'The last one only',
};

/** Display servers, through which the guest's screen is seen. */
export const graphics: DeviceForm<'graphics'> = {
  kind: 'graphics',
  title: 'Display',
  icon: IconDeviceDesktop,
  name: (device) => `Display ${DISPLAY_WORDS[device.type ?? ''] ?? device.type ?? ''}`.trim(),
  summary: placeOfDisplay,
  Form: GraphicsForm,
  create: [
    creation(
      'vnc',
      'VNC display',
      'The screen for every client there is: this application, browsers, viewers.',
    ),
    creation('spice', 'SPICE display', 'With sound, clipboard and USB devices; needs a SPICE client.'),
    creation('egl-headless', 'OpenGL for VNC', 'Lets the host’s graphics card draw what VNC shows.'),
    creation('rdp', 'RDP display', 'For the remote desktop clients of Windows.'),
    creation('dbus', 'D-Bus display', 'For programs of the host that show the screen themselves.'),
  ],
  dependents: (device, domain) => [
    ...(isServed(device.type) && served(domain).length === 1
      ? ['It is the last display: the screen cannot be seen any more.']
      : []),
    ...(device.type === 'spice' && spiceUsers(domain).length > 0
      ? ['Channels, USB redirections and card readers of the SPICE client go with it.']
      : []),
    ...(device.type === 'spice' && domain.audios.find(({ type }) => type === 'spice')
      ? ['The guest’s sound goes nowhere any more.']
      : []),
  ],
  remove: (device, domain) => {
    if (device.type === 'spice') leaveSpice(domain);
    domain.removeDevice(device);
  },
};

function served(domain: Domain): Graphics[] {
  return domain.graphics.all.filter(({ type }) => isServed(type));
}

/** libvirt refuses what is connected to a SPICE client that there cannot be. */
function leaveSpice(domain: Domain): void {
  for (const device of spiceUsers(domain)) domain.removeDevice(device);
  for (const audio of domain.audios.all) {
    if (audio.type === 'spice') audio.type = 'none';
  }
}

function creation(type: string, label: string, description: string): Creation<'graphics'> {
  return {
    id: `graphics-${type}`,
    label,
    description,
    reason: (domain, { capabilities }) => {
      if (domain.type === 'lxc') return 'Containers have no screen.';
      if (domain.graphics.find((one) => one.type === type)) return 'This machine has one already.';
      if (type === 'egl-headless' && !domain.graphics.find((one) => one.type === 'vnc')) {
        return 'It goes with a VNC display.';
      }
      return capabilities.graphics.types.includes(type) ? null : 'This host does not offer it.';
    },
    make: (domain, host) => make(domain, type, host),
  };
}

function make(domain: Domain, type: string, { capabilities }: FormHost): Graphics {
  if (type === 'egl-headless') return addGraphics(domain, type);
  if (domain.videos.length === 0) {
    const { models } = capabilities.video;
    addVideo(domain, models.includes('virtio') ? 'virtio' : (models[0] ?? 'vga'));
  }
  const pointer = domain.inputs.find((input) => input.type === 'tablet');
  if (!pointer && capabilities.inputBuses.includes('usb')) {
    needUsb(domain);
    addInput(domain, 'tablet');
  }
  const names = domain.channels.map(({ name }) => name);
  if (type === 'spice' && !names.includes('com.redhat.spice.0')) addChannel(domain, 'spice');
  const device = addGraphics(domain, type);
  if (isServed(type)) device.listens.add({ type: 'address', address: '127.0.0.1' });
  return device;
}

function GraphicsForm({ device }: { device: Graphics }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const { type } = device;
  const others = domain.graphics.all.filter((one) => one.element !== device.element).map((one) => one.type);
  const types = optionsFrom(GRAPHICS_TYPE, capabilities.graphics.types, DISPLAY_WORDS).map((option) =>
    others.includes(option.value) ? { ...option, reason: 'there is one already' } : option,
  );
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="type"
          label="Kind"
          none={null}
          options={types}
          also={(next) => changeType(device, next, domain)}
        />
        {(type === 'vnc' || type === 'spice') && (
          <SelectField
            of={device}
            field="keymap"
            label="Keyboard"
            none="As the client’s"
            options={optionsFrom(KEYMAPS, null)}
          />
        )}
        {type === 'vnc' && (
          <SelectField
            of={device}
            field="sharePolicy"
            label="Viewers at a time"
            options={optionsFrom(Object.keys(SHARING), null, SHARING)}
          />
        )}
        {type === 'vnc' && (
          <TriStateField
            of={device}
            field="powerControl"
            label="Viewers may switch it off"
            none="Default: no"
          />
        )}
        {type === 'vnc' && <NumberField of={device} field="audio" label="Sound by audio backend" min={1} />}
        {type === 'rdp' && <TextField of={device} field="username" label="User" />}
        {type === 'rdp' && <TriStateField of={device} field="multiUser" label="Several at a time" />}
        {type === 'rdp' && <TriStateField of={device} field="replaceUser" label="The last one stays" />}
        {type === 'dbus' && (
          <TriStateField
            of={device}
            field="p2p"
            label="Without a bus"
            hint="Peer to peer: libvirt hands clients over."
          />
        )}
        {type === 'dbus' && device.p2p !== true && (
          <TextField of={device} field="busAddress" label="Bus" placeholder="libvirt’s own" />
        )}
        {(type === 'sdl' || type === 'desktop') && (
          <>
            <TextField of={device} field="display" label="X display" placeholder=":0" />
            <TriStateField of={device} field="fullscreen" label="Full screen" />
          </>
        )}
      </FieldGroup>
      {isServed(type) && <ListenFields device={device} />}
      {isServed(type) && <PortFields device={device} />}
      {isServed(type) && <PasswordFields device={device} />}
      <GlFields device={device} />
      {type === 'spice' && <SpiceFields device={device} />}
    </Form>
  );
}

/** What is left of a display of another kind: where it listens. */
function changeType(device: Graphics, type: string | null, domain: Domain): void {
  const [listen] = device.listens.all;
  const address = listen?.type === 'address' ? listen.address : null;
  for (const path of OF_ONE_KIND) device.set(path, null);
  device.channels.clear();
  device.listens.clear();
  if (!isServed(type)) return;
  device.autoport = true;
  device.listens.add({ type: 'address', address });
  if (type !== 'spice' && !domain.graphics.find((one) => one.type === 'spice')) leaveSpice(domain);
}

/** What means nothing, or something else, for a display of another kind. */
const OF_ONE_KIND = [
  '@port',
  '@tlsPort',
  '@websocket',
  '@websocketGenerated',
  '@autoport',
  '@listen',
  '@socket',
  '@passwd',
  '@passwdValidTo',
  '@connected',
  '@sharePolicy',
  '@powerControl',
  '@defaultMode',
  '@display',
  '@xauth',
  '@fullscreen',
  '@multiUser',
  '@replaceUser',
  '@username',
  '@p2p',
  '@address',
  'gl',
  'audio',
  'image',
  'jpeg',
  'zlib',
  'playback',
  'streaming',
  'clipboard',
  'mouse',
  'filetransfer',
];
