import { TextInput } from '@mantine/core';
import type { Domain, NumaCell } from '../../../../../model/index.ts';
import { useEdit, useEditState } from '../../edit/context.tsx';
import { FieldGroup } from '../../fields/index.ts';
import { numberProblem } from '../../fields/numbers.ts';
import { distance, setDistance } from './cells.ts';
import classes from './Rows.module.css';

/** More would not be read by anybody: they are in the XML. */
const MOST = 12;

/** How far the guest's cells are from each other: 10 is a cell to itself, 20 twice as far. */
export function NumaDistances({ domain }: { domain: Domain }) {
  const cells = domain.cpu.cells.all;
  if (cells.length > MOST) {
    return (
      <FieldGroup title="Distances">
        <p className={classes.empty}>Distances of {cells.length} cells are changed in the XML.</p>
      </FieldGroup>
    );
  }
  return (
    <FieldGroup title="Distances">
      <div className={classes.scroll}>
        <table aria-label="Distances between cells">
          <thead>
            <tr>
              <th scope="col">From</th>
              {cells.map(({ id }) => (
                <th key={id} scope="col">
                  Cell {id}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {cells.map((from) => (
              <tr key={from.id}>
                <th scope="row">Cell {from.id}</th>
                {cells.map((to) => (
                  <td key={to.id}>
                    <Distance from={from} to={to.id ?? 0} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldGroup>
  );
}

function Distance({ from, to }: { from: NumaCell; to: number }) {
  const edit = useEdit();
  const own = from.id === to;
  const id = `cpu/numa/cell[${from.id ?? ''}]/distances/sibling[${to}]`;
  const typed = useEditState((state) => state.typed.get(id));
  const label = `From cell ${from.id ?? ''} to cell ${to}`;
  const shown = distance(from, to)?.value;
  const change = (text: string) => {
    const problem = numberProblem(text, { min: 10, max: 254, optional: true });
    edit.setTyped(id, problem === null ? null : { text, problem, label });
    if (problem === null) {
      const value = text.trim() === '' ? null : Number(text);
      edit.change((domain) => setDistance(domain, from, to, value), id);
    }
  };
  return (
    <TextInput
      size="xs"
      w={64}
      aria-label={label}
      inputMode="numeric"
      value={typed?.text ?? (shown === null || shown === undefined ? '' : String(shown))}
      placeholder={own ? '10' : '20'}
      readOnly={own}
      error={typed?.problem}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}
