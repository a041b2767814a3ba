import type {
  Domain,
  EmulatorScheduler,
  IothreadScheduler,
  VcpuScheduler,
} from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { FieldGroup, NumberField, optionsFrom, SelectField } from '../../fields/index.ts';
import { NumberCell, SelectCell, TextCell } from './Cells.tsx';
import { AddButton, FixedCell, Row, Rows } from './Rows.tsx';
import { setProblem, writeSet } from './sets.ts';
import { threadIds } from './threads.ts';

const KINDS = optionsFrom(['batch', 'idle', 'fifo', 'rr'], null, {
  batch: 'Batch: long work',
  idle: 'When nothing else runs',
  fifo: 'Real time, until it waits',
  rr: 'Real time, in turns',
});

/** Only these two have priorities. */
function hasPriority(scheduler: string | null): boolean {
  return scheduler === 'fifo' || scheduler === 'rr';
}

/** How the kernel of the host schedules the machine's threads. */
export function SchedulerRows({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { cpuTune } = domain;
  const emulator = cpuTune.emulatorScheduler;
  const vcpus = writeSet(Array.from({ length: domain.vcpu ?? 1 }, (_none, id) => id));
  const threads = threadIds(domain);
  const noThreads = threads.length === 0 ? 'The machine has no I/O threads.' : null;
  return (
    <FieldGroup title="Scheduling">
      <Rows
        label="Schedulers"
        columns={['For', 'Numbers', 'Scheduler', 'Priority']}
        widths="90px minmax(80px, 1fr) minmax(150px, 190px) 70px"
        minWidth={480}
        empty="Like all other processes of the host."
        buttons={
          <>
            <AddButton
              label="Schedule vCPUs"
              onClick={() =>
                edit.change((next) => next.cpuTune.vcpuSchedulers.add({ vcpus, scheduler: 'batch' }))
              }
            />
            <AddButton
              label="Schedule I/O threads"
              reason={noThreads}
              onClick={() =>
                edit.change((next) =>
                  next.cpuTune.iothreadSchedulers.add({ iothreads: writeSet(threads), scheduler: 'batch' }),
                )
              }
            />
          </>
        }
      >
        {[
          ...cpuTune.vcpuSchedulers.map((one) => (
            <Row
              key={edit.ids.of(one)}
              removeLabel={`Do not schedule vCPUs ${one.vcpus ?? ''}`}
              onRemove={() => edit.change((next) => next.cpuTune.vcpuSchedulers.remove(one))}
            >
              <FixedCell>vCPUs</FixedCell>
              <TextCell
                of={one}
                field="vcpus"
                label="vCPUs that are scheduled"
                check={(text) => setProblem(text)}
              />
              <KindCells of={one} what={`vCPUs ${one.vcpus ?? ''}`} />
            </Row>
          )),
          ...cpuTune.iothreadSchedulers.map((one) => (
            <Row
              key={edit.ids.of(one)}
              removeLabel={`Do not schedule I/O threads ${one.iothreads ?? ''}`}
              onRemove={() => edit.change((next) => next.cpuTune.iothreadSchedulers.remove(one))}
            >
              <FixedCell>I/O threads</FixedCell>
              <TextCell
                of={one}
                field="iothreads"
                label="I/O threads that are scheduled"
                check={(text) => setProblem(text)}
              />
              <KindCells of={one} what={`I/O threads ${one.iothreads ?? ''}`} />
            </Row>
          )),
        ]}
      </Rows>
      <SelectField
        of={emulator}
        field="scheduler"
        label="The emulator"
        none="Like other processes"
        options={KINDS}
        also={(kind) => {
          if (kind === null) emulator.clear();
          else emulator.priority = hasPriority(kind) ? (emulator.priority ?? 1) : null;
        }}
      />
      {hasPriority(emulator.scheduler) && (
        <NumberField of={emulator} field="priority" label="Its priority" min={1} max={99} optional={false} />
      )}
    </FieldGroup>
  );
}

function KindCells({
  of,
  what,
}: {
  of: VcpuScheduler | IothreadScheduler | EmulatorScheduler;
  what: string;
}) {
  return (
    <>
      <SelectCell
        of={of}
        field="scheduler"
        label={`Scheduler of ${what}`}
        none={null}
        options={KINDS}
        also={(kind) => {
          of.priority = hasPriority(kind) ? (of.priority ?? 1) : null;
        }}
      />
      {hasPriority(of.scheduler) ? (
        <NumberCell
          of={of}
          field="priority"
          label={`Priority of ${what}`}
          min={1}
          max={99}
          optional={false}
        />
      ) : (
        <span />
      )}
    </>
  );
}
