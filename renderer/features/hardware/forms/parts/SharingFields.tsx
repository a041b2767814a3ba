import type { Filesystem } from '../../../../../model/index.ts';
import {
  FieldGroup,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
} from '../../fields/index.ts';
import { pathProblem } from './checks.ts';
import { VirtioFields } from './VirtioFields.tsx';

/** The daemon that serves a folder over virtiofs. */
export function VirtiofsFields({ device }: { device: Filesystem }) {
  const { binary } = device;
  return (
    <>
      <FieldGroup title="Daemon on the host">
        <TextField
          of={binary}
          field="path"
          label="Program"
          placeholder="The host’s virtiofsd"
          check={pathProblem}
        />
        <SelectField
          of={binary}
          field="cache"
          label="Cache in the guest"
          options={optionsFrom(['none', 'always'], null, { none: 'None', always: 'Everything' })}
        />
        <SelectField
          of={binary}
          field="sandbox"
          label="Kept in by"
          options={optionsFrom(['namespace', 'chroot'], null, {
            namespace: 'Namespaces',
            chroot: 'A changed root (chroot)',
          })}
        />
        <TriStateField of={binary} field="xattr" label="Extended attributes" />
        <TriStateField of={binary} field="lockPosix" label="POSIX locks" />
        <TriStateField of={binary} field="lockFlock" label="flock locks" />
        <NumberField
          of={binary}
          field="threadPoolSize"
          label="Threads"
          hint="0: none, which is often faster."
          placeholder="The daemon’s choice"
        />
        <NumberField of={device} field="queue" label="Queue size" min={1} max={1024} placeholder="1024" />
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
      </FieldGroup>
      <VirtioFields device={device} />
    </>
  );
}

/** How QEMU itself serves a folder over 9p. */
export function NinePFields({ device }: { device: Filesystem }) {
  return (
    <FieldGroup title="Files on the host">
      <SelectField
        of={device}
        field="accessMode"
        label="Owners and rights"
        none={null}
        options={optionsFrom(['passthrough', 'mapped', 'squash'], null, {
          passthrough: 'As the guest sets them (needs root)',
          mapped: 'Kept aside, in attributes',
          squash: 'As the guest sets them, where possible',
        })}
      />
      <SelectField
        of={device}
        field="multidevs"
        label="Several file systems in it"
        options={optionsFrom(['default', 'remap', 'forbid', 'warn'], null, {
          default: 'QEMU’s choice',
          remap: 'Numbers made different',
          forbid: 'Others are not shown',
          warn: 'Warn only',
        })}
      />
      <TextField
        of={device}
        field="fileMode"
        label="Rights of new files"
        placeholder="600"
        check={modeProblem}
      />
      <TextField
        of={device}
        field="dirMode"
        label="Rights of new folders"
        placeholder="700"
        check={modeProblem}
      />
      <SelectField
        of={device}
        field="wrPolicy"
        label="Written"
        none="When the host likes"
        options={optionsFrom(['immediate'], null, { immediate: 'At once' })}
      />
    </FieldGroup>
  );
}

function modeProblem(text: string): string | null {
  return /^[0-7]{3,4}$/.test(text) ? null : 'Three octal digits: 644.';
}
