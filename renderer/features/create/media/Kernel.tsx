import { Checkbox, Stack } from '@mantine/core';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { ArgumentsField } from '../composer/ArgumentsField.tsx';
import type { FileKind } from '../draft/parts.ts';
import { archOf } from '../draft/questions.ts';
import type { FileSlot } from '../draft/slots.ts';
import { OsField } from '../os/OsField.tsx';
import { RadioList } from '../parts/Choice.tsx';
import type { StepProps } from '../steps/stepProps.ts';
import { change, useWizard } from '../wizardStore.ts';
import { FilePicker } from './FilePicker.tsx';
import { FromTree } from './FromTree.tsx';

const BOOT_FILE: readonly FileKind[] = ['path', 'volume', 'url', 'upload'];

const BOOT = [
  {
    value: 'two-phase',
    label: 'For the first boot only',
    sentence:
      'When the installer restarts the machine, it is started anew without the kernel, from its disk.',
  },
  {
    value: 'permanent',
    label: 'At every boot',
    sentence: 'The host always starts this kernel, whatever is on the disk.',
  },
] as const;

/** A kernel that the hypervisor starts directly. */
export function Kernel({ problems }: StepProps) {
  const { draft, offer, facts } = useWizard();
  const { kernel } = draft;
  const arch = archOf(draft, offer)?.arch ?? '';
  return (
    <Stack gap="lg">
      <FromTree />
      <FilePicker
        slot="kernel.kernel"
        label="Kernel"
        kinds={BOOT_FILE}
        prefer="disks"
        pathHint="Such as /srv/boot/vmlinuz"
        error={problems.kernel}
      />
      <Checkbox
        label="With an initrd"
        checked={kernel.withInitrd}
        onChange={(event) => change('kernel', { withInitrd: event.currentTarget.checked })}
      />
      {kernel.withInitrd && (
        <FilePicker
          slot="kernel.initrd"
          label="Initrd"
          kinds={BOOT_FILE}
          prefer="disks"
          pathHint="Such as /srv/boot/initrd.img"
          error={problems.initrd}
        />
      )}
      <ArgumentsField
        value={kernel.arguments}
        onChange={(text) => change('kernel', { arguments: text })}
        arch={arch}
        sourceArgument={facts.value?.kernelUrlArgument ?? null}
        error={problems.arguments}
      />
      <RadioList
        label="The kernel is used"
        value={kernel.boot}
        onChange={(boot) => change('kernel', { boot })}
        options={BOOT}
      />
      <Disclosure
        title="More files"
        hint="Installation medium, device tree, ACPI table"
        open={hasMore(kernel)}
      >
        <OptionalFile
          flag="withMedia"
          slot="kernel.media"
          label="Installation medium"
          error={problems.media}
        />
        {/^(arm|aarch64|ppc|riscv|microblaze)/.test(arch) && (
          <OptionalFile
            flag="withDeviceTree"
            slot="kernel.deviceTree"
            label="Device tree"
            error={problems.deviceTree}
          />
        )}
        {/^(x86_64|i686|aarch64)$/.test(arch) && (
          <OptionalFile
            flag="withAcpiTable"
            slot="kernel.acpiTable"
            label="ACPI table"
            error={problems.acpiTable}
          />
        )}
      </Disclosure>
      <OsField />
    </Stack>
  );
}

type Flag = 'withMedia' | 'withDeviceTree' | 'withAcpiTable';

const hasMore = (kernel: Readonly<Record<Flag, boolean>>) =>
  kernel.withMedia || kernel.withDeviceTree || kernel.withAcpiTable;

interface OptionalFileProps {
  flag: Flag;
  slot: FileSlot;
  label: string;
  error: string | undefined;
}

function OptionalFile({ flag, slot, label, error }: OptionalFileProps) {
  const wanted = useWizard((state) => state.draft.kernel[flag]);
  return (
    <>
      <Checkbox
        label={`With ${/^[aeiou]/i.test(label) ? 'an' : 'a'} ${label[0] === 'A' ? label : label.toLowerCase()}`}
        checked={wanted}
        onChange={(event) => change('kernel', { [flag]: event.currentTarget.checked })}
      />
      {wanted && (
        <FilePicker
          slot={slot}
          label={label}
          kinds={slot === 'kernel.media' ? ['volume', 'path', 'drive', 'upload'] : ['path', 'volume']}
          prefer="media"
          pathHint="A path on the host"
          error={error}
        />
      )}
    </>
  );
}
