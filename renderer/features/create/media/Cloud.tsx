import { Checkbox, Stack } from '@mantine/core';
import { PoolSelect } from '../../storage/PoolSelect.tsx';
import classes from '../Create.module.css';
import { CloudInitForm } from '../cloud/CloudInitForm.tsx';
import { canMakeFormats, defaultPool, poolRefusal } from '../draft/questions.ts';
import { recommendedGiB } from '../draft/spec.ts';
import { OsField } from '../os/OsField.tsx';
import { RadioList } from '../parts/Choice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { change, useWizard } from '../wizardStore.ts';
import { FilePicker } from './FilePicker.tsx';
import { ImageFactsView } from './ImageFactsView.tsx';

/** A ready image, and what it is told at its first boot. */
export function Cloud({ problems }: StepProps) {
  const { draft, offer, defaults } = useWizard();
  const { cloud } = draft;
  if (!offer) return null;
  const pool = cloud.pool || defaultPool(offer);
  const canOverlay = canMakeFormats(offer.pools.find(({ name }) => name === pool));
  return (
    <Stack gap="lg">
      <FilePicker
        slot="cloud.image"
        label="Cloud image"
        kinds={['volume', 'path', 'upload']}
        prefer="disks"
        pathHint="An image made for clouds, such as /srv/images/debian-12-generic-amd64.qcow2"
        error={problems.image}
      />
      <ImageFactsView slot="cloud.image" />
      <OsField />
      <RadioList
        label="The machine’s disk"
        value={cloud.disk}
        onChange={(disk) => change('cloud', { disk })}
        options={[
          {
            value: 'overlay',
            label: 'Built upon the image',
            sentence: 'Made at once, and small: it holds what differs. The image has to stay as it is.',
            refusal: canOverlay ? null : 'This pool has no files, which a disk upon another one needs.',
          },
          {
            value: 'copy',
            label: 'A copy of the image',
            sentence: 'Takes a while and all of the space, and stands by itself.',
          },
        ]}
      />
      <div className={classes.pair}>
        <PoolSelect
          label="Pool for the disk"
          pools={offer.pools}
          value={pool}
          onChange={(name) => change('cloud', { pool: name })}
          error={problems.pool}
          refusal={poolRefusal}
        />
        <div className={classes.fields}>
          <NumberField
            label="Size (GiB)"
            disabled={!cloud.enlarge}
            value={cloud.sizeGiB}
            recommended={recommendedGiB(defaults.value)}
            onChange={(sizeGiB) => change('cloud', { sizeGiB })}
            error={problems.size}
          />
          <Checkbox
            label="Larger than the image"
            checked={cloud.enlarge}
            onChange={(event) => change('cloud', { enlarge: event.currentTarget.checked })}
          />
        </div>
      </div>
      <CloudInitForm problems={problems} />
    </Stack>
  );
}
