import { Checkbox } from '@mantine/core';
import classes from '../Create.module.css';
import type { Problems } from '../draft/problems.ts';
import { RadioList } from '../parts/Choice.tsx';
import { change, useWizard } from '../wizardStore.ts';
import { CloudFields } from './CloudFields.tsx';
import { changeInit } from './changeInit.ts';
import { RawDocuments } from './RawDocuments.tsx';

/** What cloud-init is told at the first boot. */
export function CloudInitForm({ problems }: { problems: Problems }) {
  const { init, removeSeed } = useWizard((state) => state.draft.cloud);
  return (
    <section aria-label="cloud-init" className={classes.fields}>
      <RadioList
        label="cloud-init is told"
        value={init.kind}
        onChange={(kind) => changeInit({ kind })}
        options={[
          { value: 'form', label: 'What is in this form' },
          { value: 'raw', label: 'My own documents' },
          {
            value: 'none',
            label: 'Nothing',
            sentence: 'Most images let nobody in then.',
          },
        ]}
      />
      {init.kind === 'form' && <CloudFields init={init} problems={problems} />}
      {init.kind === 'raw' && <RawDocuments init={init} problems={problems} />}
      {init.kind !== 'none' && (
        <Checkbox
          label="Remove the disk with these answers after the first boot"
          description="It is a small second disk, and may hold passwords."
          checked={removeSeed}
          onChange={(event) => change('cloud', { removeSeed: event.currentTarget.checked })}
        />
      )}
    </section>
  );
}
