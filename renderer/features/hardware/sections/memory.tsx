import { IconStack2 } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  SizeField,
  SwitchField,
  TriStateField,
} from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { useFormHost } from '../forms/formHost.tsx';
import { Remark } from '../forms/parts/Remark.tsx';
import { addCell, cellProblem, share } from './parts/cells.ts';
import { HugePages } from './parts/HugePages.tsx';
import classes from './parts/Rows.module.css';
import { SmallButton } from './parts/Rows.tsx';

const MIB = 1024 ** 2;
const SOURCES = ['anonymous', 'file', 'memfd'];
const SOURCE_WORDS: Readonly<Record<string, string>> = {
  anonymous: 'Anonymous memory',
  file: 'A file of the host',
  memfd: 'Memory with a name (memfd)',
};

/** How much memory the machine has, and where the host takes it from. */
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
  const edit = useEdit();
  const most = domain.memory ?? undefined;
  const problem = cellProblem(domain);
  return (
    <Form>
      <FieldGroup>
        {problem !== null && <Remark warning>NUMA: {problem}</Remark>}
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
          also={() => {
            // One cell has all of it; of several nobody can know which shall have more.
            if (domain.cpu.cells.length === 1) share(domain, domain.cpu.cells.all);
          }}
        />
        <TriStateField of={domain} field="dumpCore" label="In dumps of the emulator" none="As configured" />
      </FieldGroup>
      {domain.type !== 'lxc' && (
        <FieldGroup title="Memory that can be plugged in">
          <SizeField of={domain} field="maxMemory" label="Up to" placeholder="None" min={most ?? MIB} />
          <NumberField of={domain} field="memorySlots" label="Slots" min={1} max={256} />
          {domain.maxMemory !== null && domain.cpu.cells.length === 0 && (
            <>
              <Remark warning>Memory can be plugged into machines with NUMA cells only.</Remark>
              <div className={classes.buttons}>
                <SmallButton onClick={() => edit.change((next) => void addCell(next))}>
                  Give the guest one cell
                </SmallButton>
              </div>
            </>
          )}
        </FieldGroup>
      )}
      <BackingFields domain={domain} />
    </Form>
  );
}

function BackingFields({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const backing = domain.memoryBacking;
  const cannot = capabilities.memoryBacking.supported === false;
  return (
    <>
      <FieldGroup title="Where it comes from">
        <SelectField
          of={backing}
          field="source"
          label="Source"
          options={optionsFrom(SOURCES, cannot ? [] : capabilities.memorySources, SOURCE_WORDS)}
        />
        <SelectField
          of={backing}
          field="access"
          label="Shared with others"
          hint="Shared folders (virtiofs) and vhost-user devices need it."
          options={optionsFrom(['shared', 'private'], null, { shared: 'Yes', private: 'No' })}
        />
        <SelectField
          of={backing}
          field="allocation"
          label="Taken from the host"
          none="As the guest uses it"
          options={optionsFrom(['immediate', 'ondemand'], null, {
            immediate: 'At once',
            ondemand: 'As the guest uses it',
          })}
          also={(mode) => {
            if (mode !== 'immediate') backing.allocationThreads = null;
          }}
        />
        {backing.allocation === 'immediate' && (
          <NumberField
            of={backing}
            field="allocationThreads"
            label="By threads"
            min={1}
            max={1024}
            placeholder="1"
          />
        )}
        <SwitchField
          of={backing}
          field="locked"
          label="Locked in the host’s memory"
          hint="Never swapped out. Set a hard limit too, or the guest can lock all of the host’s."
        />
        <SwitchField of={backing} field="noSharePages" label="Not merged with others" />
        <SwitchField
          of={backing}
          field="discard"
          label="Thrown away at the end"
          hint="Not written back to its file."
        />
      </FieldGroup>
      {domain.type !== 'lxc' && <HugePages domain={domain} />}
    </>
  );
}
