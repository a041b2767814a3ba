import { IconCpu } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import { FieldGroup, Form, NumberField, optionsFrom, SelectField, TextField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { useFormHost } from '../forms/formHost.tsx';

const MODES = ['host-passthrough', 'host-model', 'maximum', 'custom'];
const MODE_WORDS: Readonly<Record<string, string>> = {
  'host-passthrough': 'The host’s own',
  'host-model': 'Like the host’s',
  maximum: 'All that can be had',
  custom: 'A model',
};

/** How many processors the machine has, and of what kind. */
export const processors: SectionForm = {
  id: 'processors',
  title: 'Processors',
  icon: IconCpu,
  summary: (domain) => {
    const count = domain.currentVcpus ?? domain.vcpu ?? 1;
    const most = domain.vcpu !== null && domain.vcpu !== count ? ` of ${domain.vcpu}` : '';
    return `${count}${most} vCPU${count === 1 && most === '' ? '' : 's'}`;
  },
  Form: ProcessorForm,
};

function ProcessorForm({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const { cpu } = domain;
  return (
    <Form>
      <FieldGroup>
        <NumberField
          of={domain}
          field="currentVcpus"
          label="vCPUs"
          hint="Can be changed while the machine runs, up to the maximum."
          placeholder={`${domain.vcpu ?? 1}: all of them`}
          min={1}
          max={domain.vcpu ?? 1}
        />
        <NumberField
          of={domain}
          field="vcpu"
          label="Maximum"
          optional={false}
          min={Math.max(1, domain.currentVcpus ?? 1)}
          max={capabilities.maxVcpus}
        />
      </FieldGroup>
      <FieldGroup title="Model">
        <SelectField
          of={cpu}
          field="mode"
          label="Processor"
          none="Hypervisor default"
          options={optionsFrom(MODES, capabilities.cpuModes, MODE_WORDS)}
          also={(mode) => {
            if (mode !== 'custom') cpu.model = null;
          }}
        />
        {(cpu.mode === 'custom' || cpu.model !== null) && (
          <SelectField
            of={cpu}
            field="model"
            label="Model"
            none={null}
            options={capabilities.cpuModels.flatMap(({ name, usable }) =>
              name === null
                ? []
                : [
                    {
                      value: name,
                      label: name,
                      reason: usable === 'no' ? 'the host’s cannot do this' : null,
                    },
                  ],
            )}
          />
        )}
      </FieldGroup>
      <FieldGroup title="Topology">
        <NumberField of={cpu} field="sockets" label="Sockets" min={1} />
        <NumberField of={cpu} field="cores" label="Cores" min={1} />
        <NumberField of={cpu} field="threads" label="Threads" min={1} />
      </FieldGroup>
      <FieldGroup title="Placement">
        <TextField
          of={domain}
          field="cpuset"
          label="Processors of the host"
          placeholder="All"
          check={(text) => (/^[0-9,^-]+$/.test(text) ? null : 'A list like 0-3,^2,8.')}
        />
        <NumberField of={domain} field="iothreads" label="I/O threads" max={1024} />
      </FieldGroup>
    </Form>
  );
}
