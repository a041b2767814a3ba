import { IconClock } from '@tabler/icons-react';
import type { Domain, Timer } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { NumberCell, SelectCell, TriStateCell } from './parts/Cells.tsx';
import { AddButton, FixedCell, Row, Rows } from './parts/Rows.tsx';

const OFFSETS: Readonly<Record<string, string>> = {
  utc: 'Universal time (UTC)',
  localtime: 'The host’s local time',
  timezone: 'A time zone',
  variable: 'As the guest sets it',
  absolute: 'A fixed moment at each start',
};
const TIMERS: Readonly<Record<string, string>> = {
  rtc: 'Battery clock (RTC)',
  pit: 'Interval timer (PIT)',
  hpet: 'High precision (HPET)',
  kvmclock: 'KVM’s clock',
  hypervclock: 'Hyper-V’s clock',
  tsc: 'Cycle counter (TSC)',
  armvtimer: 'ARM virtual timer',
  platform: 'Platform',
};
const POLICIES = optionsFrom(['delay', 'catchup', 'merge', 'discard'], null, {
  delay: 'Come late',
  catchup: 'Are made up for',
  merge: 'Are merged',
  discard: 'Are left out',
});

/** What time it is in the guest, and by which clocks it counts. */
export const clock: SectionForm = {
  id: 'clock',
  title: 'Clock and timers',
  icon: IconClock,
  summary: ({ clock: { offset, timezone } }) => timezone ?? OFFSETS[offset ?? 'utc'] ?? offset ?? '',
  Form: ClockForm,
};

function ClockForm({ domain }: { domain: Domain }) {
  const { clock: node } = domain;
  return (
    <Form>
      <FieldGroup>
        <SelectField
          of={node}
          field="offset"
          label="The guest’s clock shows"
          none="Universal time (UTC)"
          options={optionsFrom(Object.keys(OFFSETS), null, OFFSETS)}
          also={(offset) => {
            node.timezone = offset === 'timezone' ? (node.timezone ?? 'Europe/Berlin') : null;
            if (offset !== 'variable') node.basis = null;
            node.adjustment = null;
            node.start = offset === 'absolute' ? (node.start ?? 0) : null;
          }}
        />
        {node.offset === 'timezone' && (
          <TextField of={node} field="timezone" label="Time zone" placeholder="Europe/Berlin" />
        )}
        {node.offset === 'variable' && (
          <SelectField
            of={node}
            field="basis"
            label="Counted from"
            none="Universal time"
            options={optionsFrom(['utc', 'localtime'], null, {
              utc: 'Universal time',
              localtime: 'The host’s local time',
            })}
          />
        )}
        {(node.offset === 'utc' || node.offset === 'localtime') && (
          <TextField
            of={node}
            field="adjustment"
            label="Set by the guest"
            hint="“reset”: its changes are forgotten at each start. Seconds: it begins so far ahead, and they are kept."
            placeholder="As the hypervisor does"
            check={(text) => (/^(?:reset|-?\d+)$/.test(text) ? null : 'Seconds, or “reset”.')}
          />
        )}
        {node.offset === 'absolute' && (
          <NumberField
            of={node}
            field="start"
            label="Starts at"
            suffix="seconds since 1970"
            optional={false}
          />
        )}
      </FieldGroup>
      {domain.type !== 'lxc' && <Timers domain={domain} />}
    </Form>
  );
}

function Timers({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const { timers } = domain.clock;
  const free = namesFor(domain).find((name) => !timers.find((timer) => timer.name === name));
  return (
    <FieldGroup title="Timers">
      <Rows
        label="Timers"
        columns={['Timer', 'There', 'Ticks that were missed', 'Counts', 'Frequency, Hz']}
        widths="minmax(140px, 1fr) 90px 140px 110px 100px"
        minWidth={640}
        empty="As the hypervisor has them."
        buttons={
          <AddButton
            label="Add a timer"
            reason={free === undefined ? 'All of them are there.' : null}
            onClick={() => edit.change((next) => void addTimer(next, free ?? 'rtc'))}
          />
        }
      >
        {timers.map((timer) => (
          <Row
            key={edit.ids.of(timer)}
            removeLabel={`As the hypervisor has it: ${timer.name ?? 'timer'}`}
            onRemove={() => edit.change((next) => next.clock.timers.remove(timer))}
          >
            <TimerCells timer={timer} domain={domain} />
          </Row>
        ))}
      </Rows>
    </FieldGroup>
  );
}

function TimerCells({ timer, domain }: { timer: Timer; domain: Domain }) {
  const name = timer.name ?? '';
  const others = new Set(
    domain.clock.timers.all.flatMap((one) => (one.name === name ? [] : [one.name ?? ''])),
  );
  return (
    <>
      <SelectCell
        of={timer}
        field="name"
        label={`Kind of timer ${name}`}
        none={null}
        options={namesFor(domain).map((one) => ({
          value: one,
          label: TIMERS[one] ?? one,
          reason: others.has(one) ? 'is there' : null,
        }))}
        also={() => {
          timer.tickPolicy = null;
          timer.track = null;
          timer.frequency = null;
          timer.mode = null;
          timer.set('catchup', null);
        }}
      />
      <TriStateCell of={timer} field="present" label={`${name} is there`} words={['Yes', 'No']} />
      {name === 'rtc' || name === 'pit' || name === 'platform' ? (
        <SelectCell
          of={timer}
          field="tickPolicy"
          label={`Missed ticks of ${name}`}
          options={POLICIES}
          also={(policy) => {
            if (policy !== 'catchup') timer.set('catchup', null);
          }}
        />
      ) : (
        <FixedCell>{timer.tickPolicy ?? ''}</FixedCell>
      )}
      {name === 'rtc' || name === 'platform' ? (
        <SelectCell
          of={timer}
          field="track"
          label={`What ${name} counts`}
          options={optionsFrom(['boot', 'guest', 'wall', 'realtime'], null, {
            boot: 'From the start',
            guest: 'While it runs',
            wall: 'Real time',
            realtime: 'The host’s clock',
          })}
        />
      ) : (
        <FixedCell>{timer.track ?? ''}</FixedCell>
      )}
      {name === 'tsc' ? (
        <NumberCell of={timer} field="frequency" label="Frequency of the cycle counter" min={1} />
      ) : (
        <FixedCell>{timer.frequency ?? ''}</FixedCell>
      )}
    </>
  );
}

/** Timers that machines of this architecture and hypervisor have. */
function namesFor({ os, type }: Domain): string[] {
  if (type === 'xen') return ['tsc', 'hpet', 'platform'];
  if (os.arch === 'aarch64' || os.arch === 'armv7l') return ['armvtimer', 'rtc'];
  return ['rtc', 'pit', 'hpet', 'kvmclock', 'hypervclock', 'tsc'];
}

function addTimer({ clock: { timers } }: Domain, name: string): void {
  const timer = timers.add();
  Reflect.set(timer, 'name', name);
  if (name === 'rtc') timer.tickPolicy = 'catchup';
  else if (name === 'pit') timer.tickPolicy = 'delay';
  else timer.present = name !== 'hpet';
}
