import { IconGridDots } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { SelectCell, TextCell } from './parts/Cells.tsx';
import { type HostFacts, useHostFacts } from './parts/hostFacts.ts';
import { NumaCells } from './parts/NumaCells.tsx';
import { NumaDistances } from './parts/NumaDistances.tsx';
import { AddButton, FixedCell, Row, Rows } from './parts/Rows.tsx';
import { setProblem } from './parts/sets.ts';

const MODES = optionsFrom(['strict', 'preferred', 'interleave', 'restrictive'], null, {
  strict: 'Only from these',
  preferred: 'From these if they have any',
  interleave: 'From all in turns',
  restrictive: 'As the control group says',
});

/** Memory and processors in cells: those of the guest, and those of the host that it gets its memory from. */
export const numa: SectionForm = {
  id: 'numa',
  title: 'NUMA',
  icon: IconGridDots,
  summary: ({ cpu, numaTune }) => {
    const cells = cpu.cells.length;
    const words = cells === 0 ? 'One cell' : `${cells} cell${cells === 1 ? '' : 's'}`;
    return numaTune.nodeset === null ? words : `${words}, on node ${numaTune.nodeset}`;
  },
  Form: NumaForm,
};

function NumaForm({ domain }: { domain: Domain }) {
  const facts = useHostFacts();
  const check = checkFor(facts);
  const { numaTune } = domain;
  return (
    <Form>
      {domain.type !== 'lxc' && (
        <>
          <NumaCells domain={domain} />
          {domain.cpu.cells.length > 1 && <NumaDistances domain={domain} />}
        </>
      )}
      <FieldGroup title="Memory of the host">
        <SelectField
          of={numaTune}
          field="mode"
          label="Taken"
          none="From anywhere"
          options={MODES}
          also={(mode) => {
            if (mode === null) numaTune.set('memory', null);
            else if (numaTune.placement === null && numaTune.nodeset === null) numaTune.nodeset = '0';
          }}
        />
        {numaTune.mode !== null && (
          <SelectField
            of={numaTune}
            field="placement"
            label="Chosen"
            none="By this list"
            options={optionsFrom(['static', 'auto'], null, {
              static: 'By this list',
              auto: 'By the host’s NUMA daemon',
            })}
            also={(placement) => {
              numaTune.nodeset = placement === 'auto' ? null : (numaTune.nodeset ?? '0');
            }}
          />
        )}
        {numaTune.mode !== null && numaTune.placement !== 'auto' && (
          <TextField of={numaTune} field="nodeset" label="Nodes" check={check} hint={nodesOf(facts)} />
        )}
      </FieldGroup>
      {domain.cpu.cells.length > 0 && <CellNodes domain={domain} check={check} />}
    </Form>
  );
}

function checkFor(facts: HostFacts | null): (text: string) => string | null {
  const count = facts?.capabilities.host.cells.length ?? null;
  return (text) => setProblem(text, count, `The host has ${count ?? 0} NUMA node${count === 1 ? '' : 's'}`);
}

function nodesOf(facts: HostFacts | null): string {
  const cells = facts?.capabilities.host.cells.all ?? [];
  if (cells.length === 0) return 'Numbers of NUMA nodes of the host.';
  const words = cells.slice(0, 8).map((cell) => {
    const gib = cell.memory === null ? '' : ` (${Math.round(cell.memory / 1024 ** 3)} GiB)`;
    return `${cell.id ?? ''}${gib}`;
  });
  return `The host’s nodes: ${words.join(', ')}${cells.length > 8 ? '…' : ''}.`;
}

function CellNodes({ domain, check }: { domain: Domain; check: (text: string) => string | null }) {
  const edit = useEdit();
  const nodes = domain.numaTune.nodes;
  const free = domain.cpu.cells.all.find(({ id }) => !nodes.find((node) => node.cell === id))?.id ?? null;
  return (
    <FieldGroup title="For single cells of the guest">
      <Rows
        label="Nodes of single cells"
        columns={['Cell', 'Taken', 'Nodes of the host']}
        widths="70px minmax(140px, 210px) minmax(110px, 1fr)"
        minWidth={380}
        empty="All cells get theirs alike."
        buttons={
          <AddButton
            label="Say it for a cell"
            reason={free === null ? 'It is said for all of them.' : null}
            onClick={() =>
              edit.change((next) =>
                next.numaTune.nodes.add({ cell: free ?? 0, mode: 'strict', nodeset: '0' }),
              )
            }
          />
        }
      >
        {nodes.map((node) => (
          <Row
            key={edit.ids.of(node)}
            removeLabel={`Like the others: cell ${node.cell ?? ''}`}
            onRemove={() => edit.change((next) => next.numaTune.nodes.remove(node))}
          >
            <FixedCell>Cell {node.cell}</FixedCell>
            <SelectCell
              of={node}
              field="mode"
              label={`How cell ${node.cell ?? ''} gets memory`}
              none={null}
              options={MODES}
            />
            <TextCell of={node} field="nodeset" label={`Nodes of cell ${node.cell ?? ''}`} check={check} />
          </Row>
        ))}
      </Rows>
    </FieldGroup>
  );
}
