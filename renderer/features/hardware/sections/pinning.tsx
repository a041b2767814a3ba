import { IconPinned } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, SelectField, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { useHostFacts } from './parts/hostFacts.ts';
import { isLikeQemu } from './parts/hypervisors.ts';
import { PinRows } from './parts/PinRows.tsx';
import { SchedulerRows } from './parts/SchedulerRows.tsx';
import { setProblem } from './parts/sets.ts';

/** Limits of the kernel's scheduler, microseconds. */
const PERIOD = { min: 1000, max: 1_000_000 };

/** Where on the host the machine's processors run, and how much of it they may take. */
export const pinning: SectionForm = {
  id: 'pinning',
  title: 'CPU pinning and shares',
  icon: IconPinned,
  summary: ({ cpuTune, cpuset }) => {
    const pins = cpuTune.vcpuPins.length;
    if (pins > 0) return `${pins} vCPU${pins === 1 ? '' : 's'} pinned`;
    return cpuset === null ? 'Runs anywhere on the host' : `On processors ${cpuset}`;
  },
  Form: PinningForm,
};

function PinningForm({ domain }: { domain: Domain }) {
  const facts = useHostFacts();
  const { cpuTune } = domain;
  const cpus = facts?.cpus ?? null;
  const check = (text: string) => setProblem(text, cpus, `The host has ${cpus ?? 0} processors`);
  const qemu = isLikeQemu(domain);
  return (
    <Form>
      <FieldGroup title="Processors of the host">
        <SelectField
          of={domain}
          field="vcpuPlacement"
          label="Chosen"
          none="By this list"
          options={[
            { value: 'static', label: 'By this list', reason: null },
            { value: 'auto', label: 'By the host’s NUMA daemon', reason: null },
          ]}
          also={(placement) => {
            if (placement === 'auto') domain.cpuset = null;
          }}
        />
        {domain.vcpuPlacement !== 'auto' && (
          <TextField of={domain} field="cpuset" label="Allowed" placeholder="All" check={check} />
        )}
        {qemu && (
          <TextField
            of={cpuTune}
            field="emulatorPin"
            label="For the emulator"
            hint="Its own threads, that are no vCPUs."
            placeholder={domain.cpuset ?? 'All'}
            check={check}
          />
        )}
      </FieldGroup>
      {domain.type !== 'lxc' && <PinRows domain={domain} cpus={cpus} check={check} />}
      <FieldGroup title="Share of the host’s time">
        <NumberField
          of={cpuTune}
          field="shares"
          label="Weight"
          hint="Against other machines, when they want more than there is."
          placeholder="1024"
          min={1}
          max={262_144}
        />
        <Limit domain={domain} period="period" quota="quota" label="Each vCPU" />
        {qemu && (
          <>
            <Limit domain={domain} period="globalPeriod" quota="globalQuota" label="The whole machine" />
            <Limit domain={domain} period="emulatorPeriod" quota="emulatorQuota" label="The emulator" />
            <Limit domain={domain} period="iothreadPeriod" quota="iothreadQuota" label="Each I/O thread" />
          </>
        )}
      </FieldGroup>
      {qemu && <SchedulerRows domain={domain} />}
    </Form>
  );
}

/** How much that is; once, what it means. */
function hintOf(percent: string | null, first: boolean): { hint?: string } {
  if (percent !== null) return { hint: percent };
  return first ? { hint: 'So long it may run in each period; -1: no limit.' } : {};
}

interface LimitProps {
  domain: Domain;
  period: 'period' | 'globalPeriod' | 'emulatorPeriod' | 'iothreadPeriod';
  quota: 'quota' | 'globalQuota' | 'emulatorQuota' | 'iothreadQuota';
  label: string;
}

function Limit({ domain: { cpuTune }, period, quota, label }: LimitProps) {
  const share = cpuTune[quota];
  const every = cpuTune[period] ?? 100_000;
  const percent =
    share !== null && share > 0 ? `${Math.round((share / every) * 100)} % of a processor` : null;
  return (
    <>
      <NumberField
        of={cpuTune}
        field={quota}
        label={label}
        {...hintOf(percent, quota === 'quota')}
        placeholder="No limit"
        min={-1}
        max={17_592_186_044_415}
        suffix="µs"
      />
      <NumberField
        of={cpuTune}
        field={period}
        label="In a period of"
        placeholder="100000"
        suffix="µs"
        {...PERIOD}
      />
    </>
  );
}
