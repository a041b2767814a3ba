import { IconFolderShare } from '@tabler/icons-react';
import { addFilesystem, type Domain, type Filesystem } from '../../../../model/index.ts';
import { FieldGroup, Form, optionsFrom, SelectField, SwitchField, TextField } from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { ContainerFilesystem, missingInContainer } from './parts/ContainerFilesystem.tsx';
import { pathProblem } from './parts/checks.ts';
import { HostPathField } from './parts/HostPathField.tsx';
import { SharedMemoryNeeded, sharesMemory } from './parts/SharedMemoryNeeded.tsx';
import { NinePFields, VirtiofsFields } from './parts/SharingFields.tsx';
import { qemuOnly, VIRTIO_WORDS } from './parts/words.ts';

const DRIVERS: Readonly<Record<string, string>> = {
  virtiofs: 'virtiofs',
  path: '9p',
  handle: '9p, by file handles',
  mtp: 'MTP: a media player over USB',
};

/** Folders of the host that the guest sees; in containers, everything that is mounted. */
export const filesystem: DeviceForm<'filesystem'> = {
  kind: 'filesystem',
  title: 'Shared folder',
  icon: IconFolderShare,
  name: (device) => `${device.target === '/' ? 'Root' : 'Shared folder'} ${device.target ?? ''}`.trim(),
  summary: (device) => [sourceOf(device), DRIVERS[device.driver ?? '']].filter(Boolean).join(', '),
  Form: FilesystemForm,
  create: [
    {
      id: 'virtiofs',
      label: 'Shared folder',
      description: 'A folder of the host in the guest, with virtiofs: fast, as if it were its own.',
      reason: (domain, { capabilities }) => {
        if (domain.type === 'lxc') return 'Containers mount folders of the host: add a mount.';
        const other = qemuOnly(domain.type);
        if (other !== null) return other;
        const drivers = capabilities.filesystem.valuesOf('driverType');
        return drivers && !drivers.includes('virtiofs')
          ? 'This host has no virtiofs: share it with 9p.'
          : null;
      },
      make: (domain) => addFilesystem(domain, '', freeTag(domain)),
    },
    {
      id: '9p',
      label: 'Shared folder (9p)',
      description: 'The same for guests and hosts that have no virtiofs: slower.',
      reason: (domain) => qemuOnly(domain.type),
      make: (domain) => addFilesystem(domain, '', freeTag(domain), { driver: 'path', accessMode: 'mapped' }),
    },
    {
      id: 'mount',
      label: 'Mount',
      description: 'A folder of the host, a file or device, or memory, at a place in the container.',
      reason: (domain) => (domain.type === 'lxc' ? null : 'Only containers have mounts.'),
      make: (domain) =>
        domain.addDevice('filesystem', { type: 'mount', accessMode: 'passthrough', target: '/mnt' }),
    },
  ],
  removable: (device, domain) =>
    device.target === '/' && domain.type === 'lxc' ? 'It is the container’s root.' : null,
  missing: (device, domain) => {
    if (!device.target) return 'Where the guest finds it is not set.';
    // What belongs to other hypervisors is as they have it.
    if (qemuOnly(domain.type) !== null) return missingInContainer(device);
    if (device.driver === 'virtiofs' && !sharesMemory(domain)) return 'It needs shared memory.';
    return device.sourceDir || device.sourceSocket ? null : 'The folder of the host is not set.';
  },
};

/** A tag that no other shared folder of the machine has. */
function freeTag(domain: Domain): string {
  const taken = new Set(domain.filesystems.all.map(({ target }) => target));
  for (let number = 1; ; number += 1) {
    const tag = number === 1 ? 'share' : `share${number}`;
    if (!taken.has(tag)) return tag;
  }
}

function sourceOf(device: Filesystem): string | null {
  if (device.type === 'ram') return 'memory';
  if (device.sourceVolume !== null) return `${device.sourcePool}/${device.sourceVolume}`;
  const { sourceDir, sourceFile, sourceDev, sourceName, sourceSocket } = device;
  return sourceDir ?? sourceFile ?? sourceDev ?? sourceName ?? sourceSocket;
}

function FilesystemForm({ device }: { device: Filesystem }) {
  const { capabilities } = useFormHost();
  const { type } = capabilities.platform;
  return (
    <Form>{type === 'lxc' ? <ContainerFilesystem device={device} /> : <GuestFolder device={device} />}</Form>
  );
}

function GuestFolder({ device }: { device: Filesystem }) {
  const { capabilities } = useFormHost();
  const virtiofs = device.driver === 'virtiofs';
  const outside = virtiofs && device.sourceSocket !== null;
  return (
    <>
      <FieldGroup>
        <SelectField
          of={device}
          field="driver"
          label="Shared with"
          none="9p (default)"
          options={optionsFrom(
            Object.keys(DRIVERS),
            capabilities.filesystem.valuesOf('driverType') ?? null,
            DRIVERS,
          )}
          also={(driver) => changeDriver(device, driver)}
        />
        {virtiofs && <SharedMemoryNeeded by="virtiofs" />}
        {outside ? (
          <TextField
            of={device}
            field="sourceSocket"
            label="Socket of the daemon"
            hint="virtiofsd was started by somebody else, and listens there."
            check={pathProblem}
          />
        ) : (
          <HostPathField of={device} field="sourceDir" label="Folder of the host" wish="folder" />
        )}
        <TextField
          of={device}
          field="target"
          label="Tag"
          hint={`The guest mounts it by this name: mount -t ${virtiofs ? 'virtiofs' : '9p'} ${device.target ?? 'TAG'} /mnt`}
          check={tagProblem}
        />
        <SwitchField of={device} field="readonly" label="Read only" />
        <SelectField
          of={device}
          field="model"
          label="Model"
          options={optionsFrom(
            ['virtio', 'virtio-transitional', 'virtio-non-transitional'],
            null,
            VIRTIO_WORDS,
          )}
        />
      </FieldGroup>
      {virtiofs ? !outside && <VirtiofsFields device={device} /> : <NinePFields device={device} />}
    </>
  );
}

/** What one way of sharing can be told means nothing to the other. */
function changeDriver(device: Filesystem, driver: string | null): void {
  if (driver === 'virtiofs') {
    device.accessMode = 'passthrough';
    device.multidevs = null;
    device.fileMode = null;
    device.dirMode = null;
    device.wrPolicy = null;
    return;
  }
  device.binary.clear();
  device.queue = null;
  device.sourceSocket = null;
  device.bootOrder = null;
}

function tagProblem(text: string): string | null {
  return /^[^\s,]{1,35}$/.test(text) ? null : 'Up to 35 characters, without spaces and commas.';
}
