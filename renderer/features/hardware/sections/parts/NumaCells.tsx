import type { Domain, NumaCell } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, optionsFrom } from '../../fields/index.ts';
import { Remark } from '../../forms/parts/Remark.tsx';
import { SelectCell, SizeCell, TextCell } from './Cells.tsx';
import { addCell, cellProblem, removeCell, share } from './cells.ts';
import { AddButton, FixedCell, Row, Rows, SmallButton } from './Rows.tsx';
import { setProblem } from './sets.ts';

/** Cells that the guest sees, with processors and memory of their own. */
export function NumaCells({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { cells } = domain.cpu;
  const problem = cellProblem(domain);
  const hotplug = domain.maxMemory !== null && cells.length === 1;
  const reason = hotplug ? 'Memory that can be plugged in needs a cell.' : null;
  return (
    <FieldGroup title="Cells of the guest">
      {problem !== null && <Remark warning>{problem}</Remark>}
      <Rows
        label="NUMA cells of the guest"
        columns={['Cell', 'vCPUs', 'Memory', 'Shared with others']}
        widths="60px minmax(80px, 1fr) minmax(150px, 1fr) 120px"
        minWidth={470}
        empty="None: the guest sees one processor and one memory."
        buttons={
          <>
            <AddButton label="Add a cell" onClick={() => edit.change((next) => void addCell(next))} />
            {problem !== null && (
              <SmallButton onClick={() => edit.change((next) => share(next, next.cpu.cells.all))}>
                Share evenly
              </SmallButton>
            )}
          </>
        }
      >
        {cells.map((cell) => (
          <Row
            key={edit.ids.of(cell)}
            removeLabel={`Remove cell ${cell.id ?? ''}`}
            reason={reason}
            onRemove={() => edit.change((next) => removeCell(next, cell))}
          >
            <CellFields cell={cell} />
          </Row>
        ))}
      </Rows>
    </FieldGroup>
  );
}

function CellFields({ cell }: { cell: NumaCell }) {
  const name = `cell ${cell.id ?? ''}`;
  return (
    <>
      <FixedCell>Cell {cell.id}</FixedCell>
      <TextCell
        of={cell}
        field="cpus"
        label={`vCPUs of ${name}`}
        placeholder="None"
        check={(text) => setProblem(text)}
      />
      <SizeCell of={cell} field="memory" label={`Memory of ${name}`} optional={false} scale={1} min={1024} />
      <SelectCell
        of={cell}
        field="memAccess"
        label={`Sharing of ${name}`}
        options={optionsFrom(['shared', 'private'], null, { shared: 'Yes', private: 'No' })}
      />
    </>
  );
}
