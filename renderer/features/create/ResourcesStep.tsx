import { Group, NativeSelect, NumberInput, Radio, Stack } from '@mantine/core';
import { formatKiB } from '../../ui/format.ts';
import classes from './Create.module.css';
import { changeDraft, useCreate } from './createStore.ts';
import { type Draft, warningsOf } from './draft.ts';
import { poolRefusal, type StepProps } from './stepProps.ts';
import { PoolSelect, VolumePicker } from './VolumePicker.tsx';

/** A number field gives text while it is being emptied; that counts as no number. */
const toNumber = (value: number | string) => (typeof value === 'number' ? value : Number.NaN);
const shown = (value: number) => (Number.isNaN(value) ? '' : value);

/** CPUs, memory and the disk. */
export function ResourcesStep({ problems }: StepProps) {
  const { draft, options } = useCreate();
  if (!options || draft.connection === null) return null;
  const warnings = warningsOf(draft, options);
  const noPool = poolRefusal(options.pools);
  return (
    <Stack gap="lg">
      <Group gap="md" align="flex-start" grow>
        <NumberInput
          label="vCPUs"
          description={`This host allows up to ${options.maxVcpus}`}
          min={1}
          max={options.maxVcpus}
          clampBehavior="none"
          allowDecimal={false}
          value={shown(draft.vcpus)}
          onChange={(value) => changeDraft({ vcpus: toNumber(value) })}
          error={problems.vcpus}
        />
        <NumberInput
          label="Memory (MiB)"
          description={`The host has ${formatKiB(options.memoryKiB)}`}
          min={1}
          step={256}
          clampBehavior="none"
          allowDecimal={false}
          value={shown(draft.memoryMiB)}
          onChange={(value) => changeDraft({ memoryMiB: toNumber(value) })}
          error={problems.memory}
        />
      </Group>
      {warnings.memory && <p className={classes.warning}>{warnings.memory}</p>}
      <Radio.Group
        label="Disk"
        value={draft.diskKind}
        onChange={(value) => changeDraft({ diskKind: toDiskKind(value) })}
      >
        <Stack gap={6} mt={6}>
          <Radio
            value="new"
            label="A new disk in a storage pool"
            description={noPool}
            disabled={noPool !== undefined}
          />
          <Radio
            value="existing"
            label="A volume that exists"
            description={noPool}
            disabled={noPool !== undefined}
          />
          <Radio value="none" label="No disk" />
        </Stack>
      </Radio.Group>
      {draft.diskKind === 'new' && <NewDisk problems={problems} warning={warnings.diskSize} />}
      {draft.diskKind === 'existing' && (
        <VolumePicker
          label="Disk volume"
          connection={draft.connection}
          pools={options.pools}
          pool={draft.diskPool}
          onPool={(diskPool) => changeDraft({ diskPool, diskVolume: '' })}
          volume={draft.diskVolume}
          onVolume={(diskVolume) => changeDraft({ diskVolume })}
          prefer="disks"
          error={problems.diskVolume}
        />
      )}
    </Stack>
  );
}

function NewDisk({ problems, warning }: Pick<StepProps, 'problems'> & { warning: string | undefined }) {
  const { draft, options } = useCreate();
  return (
    <>
      <PoolSelect
        label="Pool for the disk"
        pools={options?.pools ?? []}
        value={draft.diskPool}
        onChange={(diskPool) => changeDraft({ diskPool })}
        error={problems.diskPool}
      />
      <Group gap="md" align="flex-start" grow>
        <NumberInput
          label="Size (GiB)"
          min={0}
          clampBehavior="none"
          value={shown(draft.diskGiB)}
          onChange={(value) => changeDraft({ diskGiB: toNumber(value) })}
          error={problems.diskSize}
        />
        <NativeSelect
          label="Format"
          value={draft.diskFormat}
          onChange={(event) =>
            changeDraft({ diskFormat: event.currentTarget.value === 'raw' ? 'raw' : 'qcow2' })
          }
          data={[
            { value: 'qcow2', label: 'qcow2 (grows, snapshots)' },
            { value: 'raw', label: 'raw' },
          ]}
        />
      </Group>
      {warning && <p className={classes.warning}>{warning}</p>}
    </>
  );
}

function toDiskKind(value: string): Draft['diskKind'] {
  return value === 'existing' || value === 'none' ? value : 'new';
}
