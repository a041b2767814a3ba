import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import classes from '../Create.module.css';
import { newDisk } from '../draft/draft.ts';
import type { Problems } from '../draft/problems.ts';
import { bringsDisk, disksOf } from '../draft/questions.ts';
import { Dim } from '../parts/Note.tsx';
import { useWizard } from '../wizardStore.ts';
import { addDisk } from './changeDisks.ts';
import { DiskFields } from './DiskFields.tsx';

interface DiskListProps {
  problems: Problems;
  warnings: Problems;
}

/** The machine's disks, in order; the first is the one that is booted. */
export function DiskList({ problems, warnings }: DiskListProps) {
  const draft = useWizard((state) => state.draft);
  const disks = disksOf(draft);
  const own = bringsDisk(draft.how.method);
  const first = own ? 2 : 1;
  return (
    <section aria-label="Disks" className={classes.fields}>
      {own && (
        <Dim>
          {draft.how.method === 'import'
            ? 'Disk 1 is the imported one.'
            : 'Disk 1 is made of the cloud image, as chosen under Media.'}
        </Dim>
      )}
      {disks.map((disk, index) => (
        <DiskFields
          key={disk.key}
          disk={disk}
          number={index + first}
          problems={problems}
          warning={warnings[`disk${disk.key}`]}
        />
      ))}
      {disks.length === 0 && !own && <Dim>No disk: nothing that the machine writes is kept.</Dim>}
      <div>
        <Button variant="default" leftSection={<IconPlus size={15} />} onClick={() => addDisk(newDisk())}>
          Add disk
        </Button>
      </div>
    </section>
  );
}
