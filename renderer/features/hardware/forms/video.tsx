import { IconPhoto } from '@tabler/icons-react';
import { addVideo, type Domain, VIDEO_MODEL, type Video } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  SizeField,
  TextField,
  TriStateField,
} from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { pathProblem } from './parts/checks.ts';
import { Remark } from './parts/Remark.tsx';
import { VirtioFields } from './parts/VirtioFields.tsx';

const MODELS: Readonly<Record<string, string>> = {
  virtio: 'VirtIO',
  qxl: 'QXL, for SPICE',
  vga: 'VGA',
  cirrus: 'Cirrus, for very old systems',
  bochs: 'Bochs, for UEFI guests',
  ramfb: 'A plain framebuffer',
  none: 'None',
  vmvga: 'VMware',
  vbox: 'VirtualBox',
  xen: 'Xen',
  gop: 'bhyve framebuffer',
};

/** Models that QEMU can have beside another one. */
const SECONDARY = ['virtio', 'qxl'];

/** Graphics cards. */
export const video: DeviceForm<'video'> = {
  kind: 'video',
  title: 'Graphics card',
  icon: IconPhoto,
  summary: (device) =>
    [MODELS[device.model ?? ''] ?? device.model, device.accel3d && '3D', device.primary === false && 'second']
      .filter(Boolean)
      .join(', '),
  Form: VideoForm,
  create: [
    {
      id: 'video',
      label: 'Graphics card',
      description: 'Draws the screen; a second one gives the guest another screen.',
      reason: (domain, { capabilities }) => {
        if (domain.type === 'lxc') return 'Containers have no screen.';
        if (domain.videos.find(({ model }) => model === 'none')) {
          return 'This machine is said to have none: choose another model there.';
        }
        const more = capabilities.video.models.some((model) => SECONDARY.includes(model));
        return domain.videos.length > 0 && !more ? 'This hypervisor has one graphics card at most.' : null;
      },
      make: (domain, { capabilities }) => {
        const { models } = capabilities.video;
        const wanted = domain.videos.length === 0 ? ['virtio', 'vga', 'gop'] : SECONDARY;
        return addVideo(domain, wanted.find((model) => models.includes(model)) ?? models[0] ?? 'vga');
      },
    },
  ],
  removable: (_device, domain) =>
    domain.videos.length === 1 && domain.graphics.length > 0
      ? 'It is the last one, and libvirt would add another for the display. Choose the model “None”, or remove the display first.'
      : null,
  dependents: (_device, domain) => (domain.videos.length === 1 ? ['The guest has no screen any more.'] : []),
};

const SIZES = ['ram', 'vram', 'vram64', 'vgamem'] as const;
const OF_ONE_MODEL = ['heads', 'blob', 'edid', 'accel2d', 'accel3d', 'renderNode'] as const;

function changeModel(device: Video, domain: Domain, model: string | null): void {
  for (const name of [...SIZES, ...OF_ONE_MODEL]) device[name] = null;
  device.resolutionX = null;
  device.resolutionY = null;
  device.address.clear();
  if (model === 'none') {
    device.primary = null;
    // None is none: libvirt refuses others beside it.
    for (const other of domain.videos.all) if (other.element !== device.element) domain.removeDevice(other);
  }
}

function VideoForm({ device }: { device: Video }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const { model } = device;
  const alone = domain.videos.length === 1;
  const options = optionsFrom(VIDEO_MODEL, capabilities.video.models, MODELS).map((option) =>
    alone || option.reason !== null ? option : { ...option, reason: beside(option.value, device, domain) },
  );
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={device}
          field="model"
          label="Model"
          none={null}
          options={options}
          also={(next) => changeModel(device, domain, next)}
        />
        {model !== 'none' && model !== 'ramfb' && (
          <>
            {!alone && (
              <TriStateField
                of={device}
                field="primary"
                label="The first screen"
                hint="The firmware and the first console are shown there."
              />
            )}
            <NumberField of={device} field="heads" label="Screens" min={1} max={16} placeholder="1" />
            <NumberField of={device} field="resolutionX" label="First width" suffix="pixels" min={1} />
            <NumberField of={device} field="resolutionY" label="First height" suffix="pixels" min={1} />
          </>
        )}
        {(device.resolutionX === null) !== (device.resolutionY === null) && (
          <Remark warning>A first size needs both a width and a height.</Remark>
        )}
      </FieldGroup>
      {model === 'virtio' && <Acceleration device={device} domain={domain} />}
      <MemoryFields device={device} />
      {model === 'virtio' && <VirtioFields device={device} />}
    </Form>
  );
}

/** Why a card cannot have a model beside others; null: it can. */
function beside(model: string, device: Video, domain: Domain): string | null {
  if (model === 'none') return 'there are others';
  const first = domain.videos.find((one) => one.primary === true) ?? domain.videos.at(0);
  return first?.element === device.element || SECONDARY.includes(model) ? null : 'only as the first card';
}

function Acceleration({ device, domain }: { device: Video; domain: Domain }) {
  const shown = domain.graphics.all.some(({ type, gl }) => type === 'egl-headless' || gl === true);
  return (
    <FieldGroup title="Acceleration">
      <TriStateField
        of={device}
        field="accel3d"
        label="3D"
        hint="The host’s graphics card draws for the guest (virgl)."
        none="Default: off"
      />
      {device.accel3d && !shown && (
        <Remark warning>
          3D needs a display with OpenGL: add “OpenGL for VNC”, or switch it on in the SPICE display.
        </Remark>
      )}
      <SelectField
        of={device}
        field="driver"
        label="Drawn by"
        none="QEMU (default)"
        options={optionsFrom(['qemu', 'vhostuser'], null, {
          qemu: 'QEMU',
          vhostuser: 'A process of its own (vhost-user)',
        })}
      />
      {device.driver === 'vhostuser' && (
        <TextField
          of={device}
          field="renderNode"
          label="Render node"
          placeholder="The first that is usable"
          check={pathProblem}
        />
      )}
      <TriStateField of={device} field="blob" label="Shared buffers (blob)" />
      <TriStateField of={device} field="edid" label="Tells the screen’s size (EDID)" />
    </FieldGroup>
  );
}

/** Which memories a model has. */
const MEMORIES: Readonly<Record<string, readonly (typeof SIZES)[number][]>> = {
  qxl: ['ram', 'vram', 'vram64', 'vgamem'],
  vga: ['vram'],
  bochs: ['vram'],
  vmvga: ['vram'],
  cirrus: ['vram'],
  vbox: ['vram'],
  xen: ['vram'],
};

const MEMORY_WORDS = {
  ram: 'Memory for commands (ram)',
  vram: 'Video memory',
  vram64: '64-bit video memory',
  vgamem: 'VGA framebuffer',
};

function MemoryFields({ device }: { device: Video }) {
  const names = MEMORIES[device.model ?? ''] ?? SIZES.filter((name) => device[name] !== null);
  if (names.length === 0) return null;
  return (
    <FieldGroup title="Memory">
      {names.map((name) => (
        <SizeField
          key={name}
          of={device}
          field={name}
          label={MEMORY_WORDS[name]}
          scale={1024}
          min={1024}
          placeholder="Default"
        />
      ))}
    </FieldGroup>
  );
}
