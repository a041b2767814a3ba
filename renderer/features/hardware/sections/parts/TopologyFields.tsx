import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, NumberField } from '../../fields/index.ts';
import { Remark } from '../../forms/parts/Remark.tsx';
import classes from './Rows.module.css';
import { SmallButton } from './Rows.tsx';
import { addTopology, fitVcpus, removeTopology, topologyCount, topologyProblem } from './vcpus.ts';

/** Sockets, cores and threads; together they are as many as there can be vCPUs. */
export function TopologyFields({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { cpu } = domain;
  if (topologyCount(cpu) === null) {
    return (
      <FieldGroup title="Topology">
        <p className={classes.empty}>Each vCPU is a socket of its own.</p>
        <div className={classes.buttons}>
          <SmallButton onClick={() => edit.change(addTopology)}>
            Choose sockets, cores and threads
          </SmallButton>
        </div>
      </FieldGroup>
    );
  }
  const problem = topologyProblem(domain);
  const part = { min: 1, max: 4096, also: () => fitVcpus(domain) };
  return (
    <FieldGroup title="Topology">
      {problem !== null && <Remark warning>{problem}</Remark>}
      <NumberField of={cpu} field="sockets" label="Sockets" optional={false} {...part} />
      <NumberField of={cpu} field="dies" label="Dies in a socket" placeholder="1" {...part} />
      <NumberField
        of={cpu}
        field="clusters"
        label="Clusters in a die"
        placeholder="1"
        hint="Newer hypervisors only."
        {...part}
      />
      <NumberField of={cpu} field="cores" label="Cores" optional={false} {...part} />
      <NumberField of={cpu} field="threads" label="Threads of a core" optional={false} {...part} />
      <div className={classes.buttons}>
        {problem !== null && (
          <SmallButton onClick={() => edit.change(fitVcpus)}>Set the maximum to fit</SmallButton>
        )}
        <SmallButton onClick={() => edit.change(removeTopology)}>Leave it to the hypervisor</SmallButton>
      </div>
    </FieldGroup>
  );
}
