import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup } from '../../fields/index.ts';
import { TextCell } from './Cells.tsx';
import { AddButton, FixedCell, Row, Rows, SmallButton } from './Rows.tsx';
import { threadIds } from './threads.ts';

interface PinRowsProps {
  domain: Domain;
  /** Processors of the host; null: not known. */
  cpus: number | null;
  check: (text: string) => string | null;
}

const COLUMNS = { widths: '110px minmax(140px, 260px)', minWidth: 300 };

/** vCPUs and I/O threads that stay on some processors of the host. */
export function PinRows({ domain, cpus, check }: PinRowsProps) {
  return (
    <>
      <VcpuPins domain={domain} cpus={cpus} check={check} />
      {(domain.iothreads ?? 0) > 0 && <ThreadPins domain={domain} check={check} />}
    </>
  );
}

function VcpuPins({ domain, cpus, check }: PinRowsProps) {
  const edit = useEdit();
  const pins = domain.cpuTune.vcpuPins;
  const count = domain.vcpu ?? 1;
  const free = freeNumbers(
    Array.from({ length: count }, (_none, id) => id),
    pins.map((pin) => pin.vcpu),
  );
  const start = domain.cpuset ?? '0';
  const each = () =>
    edit.change((next) => {
      next.cpuTune.vcpuPins.clear();
      for (let vcpu = 0; vcpu < count; vcpu += 1) {
        next.cpuTune.vcpuPins.add({ vcpu, cpuset: String(vcpu % (cpus ?? count)) });
      }
    });
  return (
    <FieldGroup title="Pinned vCPUs">
      <Rows
        label="Pinned vCPUs"
        columns={['vCPU', 'Processors of the host']}
        {...COLUMNS}
        empty="None: the host moves them as it likes."
        buttons={
          <>
            <AddButton
              label="Pin a vCPU"
              reason={free === undefined ? 'All of them are pinned.' : null}
              onClick={() =>
                edit.change((next) => next.cpuTune.vcpuPins.add({ vcpu: free ?? 0, cpuset: start }))
              }
            />
            {count > 1 && <SmallButton onClick={each}>Pin each to one processor</SmallButton>}
          </>
        }
      >
        {pins.map((pin) => (
          <Row
            key={edit.ids.of(pin)}
            removeLabel={`Do not pin vCPU ${pin.vcpu ?? ''}`}
            onRemove={() => edit.change((next) => next.cpuTune.vcpuPins.remove(pin))}
          >
            <FixedCell>vCPU {pin.vcpu}</FixedCell>
            <TextCell of={pin} field="cpuset" label={`Processors of vCPU ${pin.vcpu ?? ''}`} check={check} />
          </Row>
        ))}
      </Rows>
    </FieldGroup>
  );
}

function ThreadPins({ domain, check }: Omit<PinRowsProps, 'cpus'>) {
  const edit = useEdit();
  const pins = domain.cpuTune.iothreadPins;
  const free = freeNumbers(
    threadIds(domain),
    pins.map((pin) => pin.iothread),
  );
  return (
    <FieldGroup title="Pinned I/O threads">
      <Rows
        label="Pinned I/O threads"
        columns={['I/O thread', 'Processors of the host']}
        {...COLUMNS}
        empty="None: the host moves them as it likes."
        buttons={
          <AddButton
            label="Pin an I/O thread"
            reason={free === undefined ? 'All of them are pinned.' : null}
            onClick={() =>
              edit.change((next) => next.cpuTune.iothreadPins.add({ iothread: free ?? 1, cpuset: '0' }))
            }
          />
        }
      >
        {pins.map((pin) => (
          <Row
            key={edit.ids.of(pin)}
            removeLabel={`Do not pin I/O thread ${pin.iothread ?? ''}`}
            onRemove={() => edit.change((next) => next.cpuTune.iothreadPins.remove(pin))}
          >
            <FixedCell>I/O thread {pin.iothread}</FixedCell>
            <TextCell
              of={pin}
              field="cpuset"
              label={`Processors of I/O thread ${pin.iothread ?? ''}`}
              check={check}
            />
          </Row>
        ))}
      </Rows>
    </FieldGroup>
  );
}

/** The first that is not taken. */
function freeNumbers(all: readonly number[], taken: readonly (number | null)[]): number | undefined {
  return all.find((number) => !taken.includes(number));
}
