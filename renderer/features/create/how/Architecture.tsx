import { NativeSelect } from '@mantine/core';
import type { HostOffer } from '../../../../contract/index.ts';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import classes from '../Create.module.css';
import { archOf, isContainer, virtTypeOf } from '../draft/questions.ts';
import { Note } from '../parts/Note.tsx';
import { change, useWizard } from '../wizardStore.ts';
import { virtLabel } from './hostWords.ts';

/** What kind of computer it is and what runs it: the host's own and the best, unless one says otherwise. */
export function Architecture({ offer }: { offer: HostOffer }) {
  const { draft } = useWizard();
  const container = isContainer(draft.how.method);
  const arch = archOf(draft, offer);
  const virtType = virtTypeOf(draft, offer);
  const virt = arch?.virtTypes.find(({ type }) => type === virtType);
  const arches = offer.arches.filter(({ osType }) => container === (osType === 'exe'));
  if (!arch) return null;
  return (
    <>
      <Disclosure title="Architecture" hint={`${arch.arch}, ${virtType}`}>
        <div className={classes.triple}>
          <NativeSelect
            label="Architecture"
            value={arch.arch}
            onChange={(event) => change('how', { arch: event.currentTarget.value, machine: '' })}
            data={[...new Set(arches.map((one) => one.arch))]}
          />
          <NativeSelect
            label="Hypervisor"
            value={virtType}
            onChange={(event) => change('how', { virtType: event.currentTarget.value })}
            data={arch.virtTypes.map(({ type }) => ({ value: type, label: virtLabel(type) }))}
          />
          {!container && arch.machines.length > 0 && (
            <NativeSelect
              label="Machine type"
              value={draft.how.machine}
              onChange={(event) => change('how', { machine: event.currentTarget.value })}
              data={[
                { value: '', label: 'As suggested' },
                ...arch.machines.map((type) => ({ value: type, label: type })),
              ]}
            />
          )}
        </div>
      </Disclosure>
      {virt?.note && <Note warning>{virt.note}</Note>}
    </>
  );
}
