import { type Disk, STARTUP_POLICY } from '../../../../../model/index.ts';
import { NumberField, optionsFrom, SelectField, TextField, TriStateField } from '../../fields/index.ts';
import { useFormHost } from '../formHost.tsx';
import { pathProblem } from '../parts/checks.ts';
import { HostPathField } from '../parts/HostPathField.tsx';
import { NetworkSource } from './NetworkSource.tsx';
import { REMOVABLE } from './words.ts';

interface SourceFieldsProps {
  device: Disk;
  /** What the content is called: "Medium". */
  label: string;
}

/** Where the content is, by the kind of storage. Emptying the path of a drive ejects its medium. */
export function SourceFields({ device, label }: SourceFieldsProps) {
  const { pools } = useFormHost();
  const { source } = device;
  switch (device.type) {
    case 'block':
      return (
        <>
          <HostPathField of={source} field="dev" label={label} placeholder="/dev/..." wish="file" />
          <StartupPolicy device={device} />
        </>
      );
    case 'dir':
      return <HostPathField of={source} field="dir" label={label} wish="folder" />;
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
          <FormatField device={device} />
          <StartupPolicy device={device} />
        </>
      );
    case 'network':
      return <NetworkSource device={device} />;
    case 'nvme':
      return (
        <>
          <NumberField of={source.address} field="bus" label="PCI bus" />
          <NumberField of={source.address} field="slot" label="PCI slot" />
          <NumberField of={source.address} field="function" label="PCI function" />
          <NumberField of={source} field="namespace" label="Namespace" min={1} />
          <TriStateField of={source} field="managed" label="Taken from the host by libvirt" />
        </>
      );
    case 'vhostuser':
      return <TextField of={source} field="path" label="Socket" check={pathProblem} />;
    default:
      return (
        <>
          <HostPathField
            of={source}
            field="file"
            label={label}
            placeholder={REMOVABLE.has(device.device ?? '') ? 'No medium' : '/path/on/the/host'}
            wish="file"
          />
          <FormatField device={device} />
          <StartupPolicy device={device} />
        </>
      );
  }
}

function FormatField({ device }: { device: Disk }) {
  return <SelectField of={device} field="format" label="Format" />;
}

function StartupPolicy({ device }: { device: Disk }) {
  if (!REMOVABLE.has(device.device ?? '')) return null;
  return (
    <SelectField
      of={device.source}
      field="startupPolicy"
      label="When it is missing"
      options={optionsFrom(STARTUP_POLICY, null, {
        mandatory: 'The machine does not start',
        requisite: 'It starts only when migrated, restored or reverted',
        optional: 'The machine starts with an empty drive',
      })}
    />
  );
}
