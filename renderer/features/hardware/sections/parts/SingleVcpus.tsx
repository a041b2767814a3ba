import { Checkbox } from '@mantine/core';
import type { Domain, Vcpu } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { NumberCell, TriStateCell } from './Cells.tsx';
import classes from './Rows.module.css';
import { FixedCell, Row, Rows, SmallButton } from './Rows.tsx';
import { countEnabled, nameVcpus } from './vcpus.ts';

/** vCPUs that are switched on and off one by one. */
export function SingleVcpus({ domain }: { domain: Domain }) {
  const edit = useEdit();
  if (domain.vcpus.length === 0) {
    if ((domain.vcpu ?? 1) < 2) return null;
    return (
      <div className={classes.buttons}>
        <SmallButton onClick={() => edit.change(nameVcpus)}>Switch vCPUs one by one</SmallButton>
      </div>
    );
  }
  const end = () => edit.change((next) => next.vcpus.clear());
  return (
    <Rows
      label="Single vCPUs"
      columns={['vCPU', 'On', 'Can be unplugged', 'Plugged in as']}
      widths="60px 50px minmax(110px, 160px) minmax(80px, 110px)"
      minWidth={420}
      empty=""
      buttons={<SmallButton onClick={end}>Only count them</SmallButton>}
    >
      {domain.vcpus.map((one) => (
        <VcpuRow key={edit.ids.of(one)} vcpu={one} domain={domain} />
      ))}
    </Rows>
  );
}

function VcpuRow({ vcpu, domain }: { vcpu: Vcpu; domain: Domain }) {
  const edit = useEdit();
  const name = `vCPU ${vcpu.id ?? ''}`;
  const first = vcpu.id === 0;
  const last = vcpu.id === (domain.vcpu ?? 1) - 1;
  const reason = last && !first ? null : 'Only the last can go: their numbers follow each other.';
  return (
    <Row
      removeLabel={`Remove ${name}`}
      reason={reason}
      onRemove={() =>
        edit.change((next) => {
          next.vcpu = (next.vcpu ?? 1) - 1;
          next.vcpus.remove(vcpu);
          countEnabled(next);
        })
      }
    >
      <FixedCell>{name}</FixedCell>
      <div className={classes.cell} data-label="On">
        <Checkbox
          size="xs"
          mt={6}
          aria-label={`${name} is on`}
          checked={vcpu.enabled === true}
          disabled={first}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            edit.change((next) => {
              vcpu.enabled = on;
              countEnabled(next);
            });
          }}
        />
      </div>
      <TriStateCell of={vcpu} field="hotpluggable" label={`${name} can be unplugged`} words={['Yes', 'No']} />
      <NumberCell of={vcpu} field="order" label={`Order of ${name}`} min={1} />
    </Row>
  );
}
