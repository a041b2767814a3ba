import { IconStack2 } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, SelectField, SizeField, SwitchField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';

const MIB = 1024 ** 2;

/** How much memory the machine has. */
export const memory: SectionForm = {
  id: 'memory',
  title: 'Memory',
  icon: IconStack2,
  summary: (domain) => inWords(domain.currentMemory ?? domain.memory),
  Form: MemoryForm,
};

function inWords(bytes: number | null): string {
  if (bytes === null) return '';
  return bytes % (1024 * MIB) === 0 ? `${bytes / (1024 * MIB)} GiB` : `${Math.round(bytes / MIB)} MiB`;
}

function MemoryForm({ domain }: { domain: Domain }) {
  const most = domain.memory ?? undefined;
  return (
    <Form>
      <FieldGroup>
        <SizeField
          of={domain}
          field="currentMemory"
          label="Memory"
          hint="What the guest has now. It can be changed while it runs if the guest drives the memory balloon."
          placeholder="As much as the maximum"
          min={MIB}
          {...(most !== undefined && { max: most })}
        />
        <SizeField
          of={domain}
          field="memory"
          label="Maximum"
          hint="What the guest can be given without being started anew."
          optional={false}
          min={Math.max(MIB, domain.currentMemory ?? 0)}
        />
      </FieldGroup>
      <FieldGroup title="Memory that can be plugged in">
        <SizeField of={domain} field="maxMemory" label="Up to" placeholder="None" min={most ?? MIB} />
        <NumberField of={domain} field="memorySlots" label="Slots" min={1} max={256} />
      </FieldGroup>
      <FieldGroup title="Where it comes from">
        <SelectField of={domain.memoryBacking} field="source" label="Source" />
        <SelectField of={domain.memoryBacking} field="access" label="Shared with others" />
        <SelectField of={domain.memoryBacking} field="allocation" label="Allocation" />
        <SwitchField of={domain.memoryBacking} field="hugepages" label="Huge pages" />
        <SwitchField of={domain.memoryBacking} field="locked" label="Locked in the host’s memory" />
        <SwitchField of={domain.memoryBacking} field="noSharePages" label="Not merged with others" />
      </FieldGroup>
      <FieldGroup title="Limits on the host">
        <SizeField of={domain.memTune} field="hardLimit" label="Hard limit" placeholder="None" />
        <SizeField of={domain.memTune} field="softLimit" label="Soft limit" placeholder="None" />
        <SizeField of={domain.memTune} field="swapHardLimit" label="With swap" placeholder="None" />
      </FieldGroup>
    </Form>
  );
}
