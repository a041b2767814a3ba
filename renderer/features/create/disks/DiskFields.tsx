import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import { PoolSelect } from '../../storage/PoolSelect.tsx';
import { VolumePicker } from '../../storage/VolumePicker.tsx';
import classes from '../Create.module.css';
import type { DiskDraft } from '../draft/parts.ts';
import type { Problems } from '../draft/problems.ts';
import { canMakeFormats, defaultPool, poolRefusal } from '../draft/questions.ts';
import { recommendedGiB } from '../draft/spec.ts';
import { Choice } from '../parts/Choice.tsx';
import { Note } from '../parts/Note.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { optionsOf } from '../platform/fields.ts';
import { useWizard } from '../wizardStore.ts';
import { changeDisk, removeDisk } from './changeDisks.ts';

interface DiskFieldsProps {
  disk: DiskDraft;
  number: number;
  problems: Problems;
  warning: string | undefined;
}

/** One disk: made for the machine, or a volume that exists. */
export function DiskFields({ disk, number, problems, warning }: DiskFieldsProps) {
  const { draft, offer, defaults } = useWizard();
  const { key } = disk;
  if (!offer || draft.how.connection === null) return null;
  const noPool = offer.pools.length === 0 ? 'This host has no storage pool.' : null;
  const buses = optionsOf(defaults.value, 'diskBus');
  return (
    <fieldset className={classes.box} aria-label={`Disk ${number}`}>
      <legend>Disk {number}</legend>
      <div className={classes.boxRemove}>
        <IconButton label={`Remove disk ${number}`} onClick={() => removeDisk(key)}>
          <IconTrash size={15} />
        </IconButton>
      </div>
      <Choice
        label={`Disk ${number}: is`}
        value={disk.kind}
        onChange={(kind) => changeDisk(key, { kind })}
        options={[
          { value: 'new', label: 'New', refusal: noPool },
          { value: 'existing', label: 'A volume that exists', refusal: noPool },
        ]}
      />
      {disk.kind === 'new' ? (
        <NewDisk disk={disk} problems={problems} />
      ) : (
        <VolumePicker
          label={`Volume of disk ${number}`}
          connection={draft.how.connection}
          pools={offer.pools}
          pool={disk.existingPool}
          onPool={(existingPool) => changeDisk(key, { existingPool, existingVolume: '' })}
          volume={disk.existingVolume}
          onVolume={(existingVolume) => changeDisk(key, { existingVolume })}
          prefer="disks"
          suggested={offer.defaultPool}
          error={problems[`disk${key}volume`]}
        />
      )}
      {warning && <Note warning>{warning}</Note>}
      <Disclosure title="More" hint={disk.kind === 'new' ? 'Name, space, bus' : 'Bus'} open={hasMore(disk)}>
        {disk.kind === 'new' && (
          <>
            <TextInput
              label="Volume name"
              placeholder="after the machine"
              value={disk.name}
              onChange={(event) => changeDisk(key, { name: event.currentTarget.value })}
              error={problems[`disk${key}name`]}
              autoComplete="off"
              spellCheck={false}
            />
            <Checkbox
              label="Take all the space at once"
              description="Else the volume grows as the machine writes, where its pool can do that."
              checked={disk.preallocate}
              onChange={(event) => changeDisk(key, { preallocate: event.currentTarget.checked })}
            />
          </>
        )}
        <NativeSelect
          label="Bus"
          value={disk.bus}
          onChange={(event) => changeDisk(key, { bus: event.currentTarget.value })}
          data={[
            {
              value: '',
              label: `Default (${draft.platform.diskBus ?? defaults.value?.platform.diskBus ?? 'of the host'})`,
            },
            ...buses.map(({ value, label, refusal }) => ({
              value,
              label: refusal ? `${label}: ${refusal}` : label,
              disabled: refusal !== null,
            })),
          ]}
        />
      </Disclosure>
    </fieldset>
  );
}

const hasMore = ({ name, preallocate, bus }: DiskDraft) => name !== '' || preallocate || bus !== '';

function NewDisk({ disk, problems }: { disk: DiskDraft; problems: Problems }) {
  const { offer, defaults } = useWizard();
  const { key } = disk;
  const pool = disk.pool || defaultPool(offer);
  const formats = canMakeFormats(offer?.pools.find(({ name }) => name === pool));
  return (
    <div className={classes.triple}>
      <PoolSelect
        label="Pool"
        pools={offer?.pools ?? []}
        value={pool}
        onChange={(name) => changeDisk(key, { pool: name })}
        error={problems[`disk${key}pool`]}
        refusal={poolRefusal}
      />
      <NumberField
        label="Size (GiB)"
        value={disk.sizeGiB}
        recommended={recommendedGiB(defaults.value)}
        onChange={(sizeGiB) => changeDisk(key, { sizeGiB })}
        error={problems[`disk${key}size`]}
      />
      <NativeSelect
        label="Format"
        value={formats ? disk.format : 'raw'}
        onChange={(event) =>
          changeDisk(key, { format: event.currentTarget.value === 'raw' ? 'raw' : 'qcow2' })
        }
        data={[
          {
            value: 'qcow2',
            label: formats ? 'qcow2 (grows)' : 'qcow2 (not in this pool)',
            disabled: !formats,
          },
          { value: 'raw', label: 'raw' },
        ]}
      />
    </div>
  );
}
