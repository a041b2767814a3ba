import { IconDatabase } from '@tabler/icons-react';
import { DISK_BUS, type Disk } from '../../../../model/index.ts';
import { useProposed } from '../edit/context.tsx';
import { FieldGroup, Form, optionsFrom, SelectField, SwitchField, TriStateField } from '../fields/index.ts';
import { changeBus } from './disk/changeSource.ts';
import { diskCreations } from './disk/creations.ts';
import {
  BehaviourFields,
  IdentityFields,
  PerformanceFields,
  ThrottlingFields,
} from './disk/DetailFields.tsx';
import { EncryptionFields } from './disk/EncryptionFields.tsx';
import { StorageFields } from './disk/StorageFields.tsx';
import { BUS_WORDS, REMOVABLE } from './disk/words.ts';
import type { DeviceForm } from './form.tsx';
import { useFormHost } from './formHost.tsx';
import { Remark } from './parts/Remark.tsx';
import { ScsiCommandFields } from './parts/ScsiCommandFields.tsx';

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
  create: diskCreations,
  removable: () => null,
  dependents: (device) => [
    ...(device.bootOrder === null ? [] : ['The machine may start from it.']),
    ...(device.source.location === null || storageOf(device) !== null
      ? []
      : [`Its storage stays: ${device.source.location}`]),
  ],
  missing: missingIn,
  storage: storageOf,
};

function nounOf(device: Disk): string {
  if (device.device === 'cdrom') return 'CD-ROM drive';
  if (device.device === 'floppy') return 'Floppy drive';
  return device.device === 'lun' ? 'LUN' : 'Disk';
}

/** The path of what it stores; media of drives are nobody's own. */
function storageOf(device: Disk): string | null {
  if (REMOVABLE.has(device.device ?? '') || device.readonly) return null;
  return device.source.file || device.source.dev || null;
}

function missingIn(device: Disk): string | null {
  const { source, type } = device;
  if (REMOVABLE.has(device.device ?? '') && source.location === null) return null;
  if (type === 'network') {
    if (!source.name && source.protocol !== 'nbd') return 'What to use of the server is not said.';
    return source.protocol === 'rbd' || source.hosts.length > 0 ? null : 'The server is not set.';
  }
  if (type === 'nvme') return source.address.exists ? null : 'The PCI address of the disk is not set.';
  if (type === 'volume') return source.pool && source.volume ? null : 'Pool and volume are not chosen.';
  return source.location ? null : 'No storage is chosen.';
}

function DiskForm({ device }: { device: Disk }) {
  const domain = useProposed();
  const { capabilities } = useFormHost();
  const lun = device.device === 'lun';
  return (
    <Form>
      <StorageFields device={device} />
      <FieldGroup title="Connected with">
        <SelectField
          of={device}
          field="bus"
          label="Bus"
          none={null}
          options={optionsFrom(DISK_BUS, capabilities.disk.buses, BUS_WORDS)}
          also={(bus) => bus !== null && changeBus(domain, device, bus)}
        />
        <SwitchField of={device} field="readonly" label="Read only" />
        {device.readonly && device.device === 'disk' && /^(?:sata|ide)$/.test(device.bus ?? '') && (
          <Remark warning>IDE and SATA disks cannot be read only: choose another bus.</Remark>
        )}
        <SwitchField
          of={device}
          field="shareable"
          label="Shareable"
          hint="Several machines may use it at the same time; they have to agree on how."
        />
        {lun && (
          <>
            <ScsiCommandFields device={device} />
            <TriStateField
              of={device.source.reservations}
              field="managed"
              label="Reservations by libvirt"
              hint="For clusters inside of guests: persistent reservations, made by a helper of the host."
            />
          </>
        )}
      </FieldGroup>
      <PerformanceFields device={device} />
      <ThrottlingFields device={device} />
      <BehaviourFields device={device} />
      <IdentityFields device={device} />
      {!REMOVABLE.has(device.device ?? '') && !lun && <EncryptionFields device={device} />}
    </Form>
  );
}
