import type { Filesystem } from '../../../../../model/index.ts';
import {
  FieldGroup,
  optionsFrom,
  SelectField,
  SizeField,
  SwitchField,
  TextField,
} from '../../fields/index.ts';
import { useFormHost } from '../formHost.tsx';
import { pathProblem } from './checks.ts';
import { HostPathField } from './HostPathField.tsx';

const TYPES: Readonly<Record<string, string>> = {
  mount: 'A folder of the host',
  bind: 'A folder of the container',
  file: 'An image file',
  block: 'A block device',
  ram: 'Memory',
  volume: 'A volume of a pool',
  template: 'A template',
};

/** What is mounted in a container, and where. */
export function ContainerFilesystem({ device }: { device: Filesystem }) {
  return (
    <>
      <FieldGroup>
        <SelectField
          of={device}
          field="type"
          label="What is mounted"
          none={null}
          options={optionsFrom(
            Object.keys(TYPES),
            Object.keys(TYPES).slice(0, -1),
            TYPES,
            'only OpenVZ has them',
          )}
          also={() => clearSource(device)}
        />
        <Source device={device} />
        <TextField
          of={device}
          field="target"
          label="Mounted at"
          placeholder="/path/in/the/container"
          check={pathProblem}
        />
        <SwitchField of={device} field="readonly" label="Read only" />
      </FieldGroup>
      <FieldGroup title="Limits">
        <SizeField of={device} field="spaceHardLimit" label="At most" placeholder="No limit" />
        <SizeField of={device} field="spaceSoftLimit" label="Warn above" placeholder="No limit" />
      </FieldGroup>
    </>
  );
}

function clearSource(device: Filesystem): void {
  device.set('source', null);
  device.driver = device.type === 'file' || device.type === 'block' ? 'loop' : null;
  device.format = device.type === 'file' ? 'raw' : null;
  if (device.type === 'ram') device.ramUsage = 64 * 1024 ** 2;
}

function Source({ device }: { device: Filesystem }) {
  const { pools } = useFormHost();
  switch (device.type) {
    case 'ram':
      return <SizeField of={device} field="ramUsage" label="Size" optional={false} min={4096} />;
    case 'file':
      return (
        <>
          <HostPathField of={device} field="sourceFile" label="Image" wish="file" />
          <SelectField
            of={device}
            field="driver"
            label="Opened with"
            options={optionsFrom(['loop', 'nbd'], null, { loop: 'A loop device', nbd: 'qemu-nbd' })}
          />
          <SelectField of={device} field="format" label="Format" />
        </>
      );
    case 'block':
      return (
        <TextField of={device} field="sourceDev" label="Device" placeholder="/dev/..." check={pathProblem} />
      );
    case 'template':
      return <TextField of={device} field="sourceName" label="Template" />;
    case 'volume':
      return (
        <>
          <SelectField
            of={device}
            field="sourcePool"
            label="Pool"
            none={null}
            options={pools.map(({ name }) => ({ value: name, label: name, reason: null }))}
          />
          <TextField of={device} field="sourceVolume" label="Volume" />
        </>
      );
    default:
      return <HostPathField of={device} field="sourceDir" label="Folder" wish="folder" />;
  }
}

/** What is still to be said before it can be mounted. */
export function missingInContainer(device: Filesystem): string | null {
  const { sourceDir, sourceFile, sourceDev, sourceName, sourceVolume, ramUsage } = device;
  const known = sourceDir || sourceFile || sourceDev || sourceName || sourceVolume || ramUsage;
  return known ? null : 'What is mounted is not set.';
}
