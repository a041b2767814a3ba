import { DISK_CACHE, DISK_DISCARD, DISK_IO, type Disk } from '../../../../../model/index.ts';
import { useProposed } from '../../edit/context.tsx';
import {
  FieldGroup,
  NumberField,
  optionsFrom,
  SelectField,
  SizeField,
  SwitchField,
  TextField,
  TriStateField,
} from '../../fields/index.ts';
import { CACHE_WORDS, ERROR_WORDS } from './words.ts';

/** How fast it is, at what risk. */
export function PerformanceFields({ device }: { device: Disk }) {
  const { iothreads } = useProposed();
  const virtio = device.bus === 'virtio';
  return (
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
      <SelectField
        of={device}
        field="io"
        label="I/O mode"
        options={optionsFrom(DISK_IO, null, {
          threads: 'Threads',
          native: 'Native: only without the host’s cache',
          io_uring: 'io_uring',
        })}
      />
      <SelectField
        of={device}
        field="discard"
        label="Discard"
        hint="Unmap gives space back that the guest has freed."
        options={optionsFrom(DISK_DISCARD, null, { ignore: 'Ignore', unmap: 'Unmap' })}
      />
      <SelectField
        of={device}
        field="detectZeroes"
        label="Detect zeroes"
        options={optionsFrom(['off', 'on', 'unmap'], null, {
          off: 'Off',
          on: 'On',
          unmap: 'On, and give their space back',
        })}
      />
      <TriStateField
        of={device}
        field="copyOnRead"
        label="Copy on read"
        hint="What is read from the image below is kept in this one."
      />
      {virtio && (
        <>
          <NumberField of={device} field="queues" label="Queues" min={1} placeholder="One for each vCPU" />
          <NumberField of={device} field="queueSize" label="Queue size" min={2} max={1024} />
          <NumberField
            of={device}
            field="iothread"
            label="I/O thread"
            min={1}
            hint={
              (iothreads ?? 0) === 0
                ? 'The machine has none: add some under I/O threads.'
                : `The machine has ${iothreads}, counted from 1.`
            }
          />
          <TriStateField of={device} field="eventIdx" label="Fewer interrupts (event index)" />
        </>
      )}
      {(virtio || device.bus === 'scsi') && (
        <TriStateField of={device} field="ioeventfd" label="Handled in the kernel (ioeventfd)" />
      )}
      <SizeField
        of={device}
        field="metadataCacheSize"
        label="Metadata cache"
        hint="Of a qcow2 image: as large as its tables, all of them stay in memory."
        placeholder="QEMU’s choice"
      />
    </FieldGroup>
  );
}

/** Limits on how fast the guest may read and write. */
export function ThrottlingFields({ device }: { device: Disk }) {
  const { iotune } = device;
  return (
    <>
      <FieldGroup title="Limits per second">
        <NumberField of={iotune} field="totalBytes" label="Bytes" placeholder="No limit" />
        <NumberField of={iotune} field="readBytes" label="Bytes read" placeholder="No limit" />
        <NumberField of={iotune} field="writeBytes" label="Bytes written" placeholder="No limit" />
        <NumberField of={iotune} field="totalIops" label="Operations" placeholder="No limit" />
        <NumberField of={iotune} field="readIops" label="Reads" placeholder="No limit" />
        <NumberField of={iotune} field="writeIops" label="Writes" placeholder="No limit" />
      </FieldGroup>
      {iotune.exists && (
        <FieldGroup title="Bursts above the limits">
          <NumberField of={iotune} field="totalBytesMax" label="Bytes" placeholder="None" />
          <NumberField of={iotune} field="totalBytesMaxLength" label="for" suffix="seconds" min={1} />
          <NumberField of={iotune} field="totalIopsMax" label="Operations" placeholder="None" />
          <NumberField of={iotune} field="totalIopsMaxLength" label="for" suffix="seconds" min={1} />
          <TextField
            of={iotune}
            field="groupName"
            label="Shared with"
            hint="Disks with the same group name share their limits."
          />
        </FieldGroup>
      )}
    </>
  );
}

/** What happens at the start, and when something goes wrong. */
export function BehaviourFields({ device }: { device: Disk }) {
  const write = ['stop', 'report', 'ignore', 'enospace'];
  return (
    <FieldGroup title="Boot and errors">
      <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
      <SelectField
        of={device}
        field="errorPolicy"
        label="When writing fails"
        options={optionsFrom(write, null, ERROR_WORDS)}
      />
      <SelectField
        of={device}
        field="readErrorPolicy"
        label="When reading fails"
        options={optionsFrom(write.slice(0, 3), null, ERROR_WORDS)}
      />
      <SelectField of={device} field="snapshot" label="In snapshots" />
      <SwitchField
        of={device}
        field="transient"
        label="Changes are thrown away"
        hint="What the guest writes is gone when the machine is off."
      />
    </FieldGroup>
  );
}

/** How the disk presents itself to the guest. */
export function IdentityFields({ device }: { device: Disk }) {
  const scsi = device.bus === 'scsi';
  return (
    <FieldGroup title="As the guest sees it">
      <TextField of={device} field="serial" label="Serial number" check={serialProblem} />
      {(scsi || device.bus === 'ide' || device.wwn !== null) && (
        <TextField
          of={device}
          field="wwn"
          label="World wide name"
          check={(text) => (/^(?:0x)?[0-9a-fA-F]{16}$/.test(text) ? null : '16 hex digits.')}
        />
      )}
      {scsi && (
        <>
          <TextField of={device} field="vendor" label="Vendor" check={(text) => shortProblem(text, 8)} />
          <TextField of={device} field="product" label="Product" check={(text) => shortProblem(text, 16)} />
        </>
      )}
      {device.bus === 'usb' && <TriStateField of={device} field="removable" label="Removable" />}
      {device.device === 'disk' && (
        <NumberField
          of={device}
          field="rotationRate"
          label="Rotation"
          hint="1 for a disk that does not rotate."
          suffix="per minute"
          min={1}
          max={65_534}
        />
      )}
      <NumberField
        of={device}
        field="logicalBlockSize"
        label="Logical block"
        suffix="bytes"
        placeholder="512"
      />
      <NumberField
        of={device}
        field="physicalBlockSize"
        label="Physical block"
        suffix="bytes"
        placeholder="512"
      />
      {device.device === 'disk' && (
        <>
          <NumberField of={device} field="cylinders" label="Cylinders" min={1} placeholder="Not told" />
          <NumberField of={device} field="heads" label="Heads" min={1} placeholder="Not told" />
          <NumberField of={device} field="sectors" label="Sectors" min={1} placeholder="Not told" />
        </>
      )}
    </FieldGroup>
  );
}

function serialProblem(text: string): string | null {
  return /^[\w.+ -]{1,256}$/.test(text) ? null : 'Letters, digits, spaces and . + - _ only.';
}

function shortProblem(text: string, most: number): string | null {
  return /^[\x20-\x7e]+$/.test(text) && text.length <= most ? null : `At most ${most} plain characters.`;
}
