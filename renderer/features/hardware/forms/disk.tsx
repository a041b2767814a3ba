import { IconDatabase } from '@tabler/icons-react';
import {
  addCdrom,
  addController,
  addDisk,
  addFloppy,
  DISK_BUS,
  DISK_CACHE,
  DISK_DISCARD,
  DISK_IO,
  type Disk,
  type Domain,
  newDiskTarget,
} from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  SwitchField,
  TextField,
  TriStateField,
} from '../fields/index.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';

const BUS_WORDS: Readonly<Record<string, string>> = {
  virtio: 'VirtIO',
  sata: 'SATA',
  ide: 'IDE',
  scsi: 'SCSI',
  usb: 'USB',
  fdc: 'Floppy controller',
  sd: 'SD card',
  nvme: 'NVMe',
  xen: 'Xen',
};

const CACHE_WORDS: Readonly<Record<string, string>> = {
  none: 'None: past the host’s cache',
  writeback: 'Write back',
  writethrough: 'Write through',
  directsync: 'Direct, and synced after each write',
  unsafe: 'Unsafe: flushes are ignored',
};

const REMOVABLE = new Set(['cdrom', 'floppy']);

/** Disks, CD-ROM and floppy drives, and LUNs. */
export const disk: DeviceForm<'disk'> = {
  kind: 'disk',
  title: 'Disk',
  icon: IconDatabase,
  name: (device) => `${nounOf(device)} ${device.target ?? ''}`.trim(),
  summary: (device) => {
    const place = device.source.location ?? 'no medium';
    const file = place.slice(place.lastIndexOf('/') + 1);
    return [file, BUS_WORDS[device.bus ?? ''] ?? device.bus].filter(Boolean).join(', ');
  },
  Form: DiskForm,
  create: [
    {
      id: 'disk',
      label: 'Disk',
      description: 'An image file, a volume of a pool or a device of the host.',
      reason: (_domain, { capabilities }) =>
        capabilities.disk.supported === false ? 'This hypervisor has no disks.' : null,
      make: (domain, { capabilities }) => {
        const { buses } = capabilities.disk;
        const bus = buses.includes('virtio') ? 'virtio' : (buses[0] ?? 'virtio');
        return addDisk(domain, { bus, file: '' });
      },
    },
    {
      id: 'cdrom',
      label: 'CD-ROM drive',
      description: 'Empty, or with an ISO in it.',
      reason: (_domain, { capabilities }) =>
        capabilities.disk.devices.includes('cdrom') ? null : 'This hypervisor has no CD-ROM drives.',
      make: (domain, { capabilities }) => {
        const bus = ['sata', 'scsi', 'ide', 'usb'].find((one) => capabilities.disk.buses.includes(one));
        if (bus === 'scsi') needScsi(domain);
        return addCdrom(domain, { bus });
      },
    },
    {
      id: 'floppy',
      label: 'Floppy drive',
      description: 'For very old systems, and for their drivers.',
      reason: (_domain, { capabilities }) =>
        capabilities.disk.devices.includes('floppy') && capabilities.disk.buses.includes('fdc')
          ? null
          : 'Machines of this type have no floppy drives.',
      make: (domain) => addFloppy(domain),
    },
  ],
  removable: () => null,
  dependents: (device) => [
    ...(device.bootOrder === null ? [] : ['The machine may start from it.']),
    ...(device.source.location === null ? [] : [`Its storage stays: ${device.source.location}`]),
  ],
};

function nounOf(device: Disk): string {
  if (device.device === 'cdrom') return 'CD-ROM drive';
  if (device.device === 'floppy') return 'Floppy drive';
  return device.device === 'lun' ? 'LUN' : 'Disk';
}

function needScsi(domain: Domain): void {
  const found = domain.controllers.find((controller) => controller.type === 'scsi');
  if (!found) addController(domain, 'scsi', { index: 0, model: 'virtio-scsi' });
}

function DiskForm({ device }: { device: Disk }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const removable = REMOVABLE.has(device.device ?? '');
  /** Names go with the bus: vda, sda. */
  const rename = (bus: string | null) => {
    if (bus === null) return;
    const taken = domain.disks.all
      .filter((other) => other.element !== device.element)
      .map((one) => one.target);
    device.target = newDiskTarget(bus, taken);
    // Where it sat belongs to the old bus.
    device.address.clear();
    if (bus === 'scsi') needScsi(domain);
  };
  return (
    <Form>
      <FieldGroup>
        <SourceFields device={device} removable={removable} />
        <SelectField
          of={device}
          field="bus"
          label="Bus"
          none={null}
          options={optionsFrom(DISK_BUS, capabilities.disk.buses, BUS_WORDS)}
          also={rename}
        />
        <SwitchField of={device} field="readonly" label="Read only" />
        <SwitchField
          of={device}
          field="shareable"
          label="Shareable"
          hint="Several machines may use it at the same time; they have to agree on how."
        />
        <TextField of={device} field="serial" label="Serial number" check={serialProblem} />
        {device.bus === 'usb' && <TriStateField of={device} field="removable" label="Removable" />}
      </FieldGroup>
      <FieldGroup title="Performance">
        <SelectField
          of={device}
          field="cache"
          label="Cache"
          none="Hypervisor default"
          options={optionsFrom(
            DISK_CACHE.filter((value) => value !== 'default'),
            null,
            CACHE_WORDS,
          )}
        />
        <SelectField of={device} field="io" label="I/O mode" options={optionsFrom(DISK_IO, null)} />
        <SelectField
          of={device}
          field="discard"
          label="Discard"
          hint="Unmap gives space back that the guest has freed."
          options={optionsFrom(DISK_DISCARD, null)}
        />
        <SelectField of={device} field="detectZeroes" label="Detect zeroes" />
        {device.bus === 'virtio' && <NumberField of={device} field="queues" label="Queues" min={1} />}
        {device.bus === 'virtio' && <NumberField of={device} field="iothread" label="I/O thread" min={1} />}
      </FieldGroup>
      <Throttling device={device} />
      <FieldGroup title="Boot and errors">
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
        <SelectField of={device} field="errorPolicy" label="On errors" />
        <SelectField of={device} field="snapshot" label="In snapshots" />
      </FieldGroup>
    </Form>
  );
}

function serialProblem(text: string): string | null {
  return /^[\w.+ -]{1,256}$/.test(text) ? null : 'Letters, digits, spaces and . + - _ only.';
}

/** Where the content is: by the type of the source. Emptying the path of a drive ejects its medium. */
function SourceFields({ device, removable }: { device: Disk; removable: boolean }) {
  const { pools } = useFormHost();
  const label = removable ? 'Medium' : 'Storage';
  const { source } = device;
  switch (device.type) {
    case 'block':
      return <TextField of={source} field="dev" label={label} placeholder="/dev/..." check={pathProblem} />;
    case 'dir':
      return <TextField of={source} field="dir" label={label} check={pathProblem} />;
    case 'volume':
      return (
        <>
          <SelectField
            of={source}
            field="pool"
            label="Pool"
            none={null}
            options={pools.map(({ name }) => ({ value: name, label: name, reason: null }))}
          />
          <TextField of={source} field="volume" label="Volume" />
        </>
      );
    case 'network':
      return (
        <>
          <SelectField of={source} field="protocol" label="Protocol" none={null} />
          <TextField of={source} field="name" label="Name" />
        </>
      );
    default:
      return (
        <>
          <TextField
            of={source}
            field="file"
            label={label}
            placeholder={removable ? 'No medium' : '/path/on/the/host'}
            check={pathProblem}
          />
          <SelectField of={device} field="format" label="Format" />
        </>
      );
  }
}

function pathProblem(text: string): string | null {
  return text.startsWith('/') ? null : 'The path on the host begins with a slash.';
}

/** Limits on how fast the guest may read and write. */
function Throttling({ device }: { device: Disk }) {
  const { iotune } = device;
  return (
    <FieldGroup title="Limits per second">
      <NumberField of={iotune} field="totalBytes" label="Bytes" placeholder="No limit" />
      <NumberField of={iotune} field="readBytes" label="Bytes read" placeholder="No limit" />
      <NumberField of={iotune} field="writeBytes" label="Bytes written" placeholder="No limit" />
      <NumberField of={iotune} field="totalIops" label="Operations" placeholder="No limit" />
      <NumberField of={iotune} field="readIops" label="Reads" placeholder="No limit" />
      <NumberField of={iotune} field="writeIops" label="Writes" placeholder="No limit" />
    </FieldGroup>
  );
}
