import { Loader, Stack } from '@mantine/core';
import { formatBytes, formatKiB } from '../../../ui/format.ts';
import classes from '../Create.module.css';
import { DiskList } from '../disks/DiskList.tsx';
import { isContainer } from '../draft/questions.ts';
import { maxVcpus, resourceWarnings } from '../draft/resourceProblems.ts';
import { Dim, Note } from '../parts/Note.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { DefaultsError } from '../platform/DefaultsError.tsx';
import { Limits } from '../resources/Limits.tsx';
import { change, knownOf, useWizard } from '../wizardStore.ts';
import type { StepProps } from './stepProps.ts';

/** Processors, memory and disks. */
export function ResourcesStep({ problems }: StepProps) {
  const state = useWizard();
  const { draft, offer, defaults } = state;
  const { value } = defaults;
  if (!offer) return null;
  if (!value)
    return defaults.error ? <DefaultsError /> : <Loader size="sm" aria-label="Asking for defaults" />;
  const { vcpus, memoryMiB } = draft.resources;
  const warnings = resourceWarnings(draft, knownOf(state));
  const most = maxVcpus(draft, knownOf(state));
  return (
    <Stack gap="lg">
      <div className={classes.pair}>
        <div className={classes.fields}>
          <NumberField
            label="vCPUs"
            allowDecimal={false}
            value={vcpus}
            recommended={value.vcpus.recommended}
            onChange={(next) => change('resources', { vcpus: next })}
            error={problems.vcpus}
          />
          <Limits
            label="vCPUs"
            value={vcpus ?? value.vcpus.recommended}
            minimum={value.vcpus.minimum}
            recommended={value.vcpus.recommended}
            host={offer.cpus}
            maximum={most}
            words={(n) => String(n)}
          />
          {warnings.vcpus && <Note warning>{warnings.vcpus}</Note>}
        </div>
        <div className={classes.fields}>
          <NumberField
            label="Memory (MiB)"
            allowDecimal={false}
            step={256}
            value={memoryMiB}
            recommended={value.memoryMiB.recommended}
            onChange={(next) => change('resources', { memoryMiB: next })}
            error={problems.memory}
          />
          <Limits
            label="Memory"
            value={memoryMiB ?? value.memoryMiB.recommended}
            minimum={value.memoryMiB.minimum}
            recommended={value.memoryMiB.recommended}
            host={Math.floor(offer.memoryKiB / 1024)}
            maximum={null}
            words={(n) => formatKiB(n * 1024)}
          />
          {warnings.memory && <Note warning>{warnings.memory}</Note>}
        </div>
      </div>
      {isContainer(draft.how.method) ? (
        <Dim>A container uses folders of the host in place of disks.</Dim>
      ) : (
        <>
          {value.disk.minimum !== null && (
            <Dim>The system needs at least {formatBytes(value.disk.minimum)} of disk space.</Dim>
          )}
          <DiskList problems={problems} warnings={warnings} />
        </>
      )}
    </Stack>
  );
}
