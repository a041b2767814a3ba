import { IconCpu } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import {
  FieldGroup,
  Form,
  NumberField,
  type Option,
  optionsFrom,
  SelectField,
  TextField,
} from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { useFormHost } from '../forms/formHost.tsx';
import { CpuFeatures } from './parts/CpuFeatures.tsx';
import { SingleVcpus } from './parts/SingleVcpus.tsx';
import { TopologyFields } from './parts/TopologyFields.tsx';
import { fitEnabled, fitTopology, setMostVcpus } from './parts/vcpus.ts';

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
  const most = domain.vcpu ?? 1;
  return (
    <Form>
      <FieldGroup>
        <NumberField
          of={domain}
          field="currentVcpus"
          label="vCPUs"
          hint="Can be changed while the machine runs, up to the maximum."
          placeholder={`${most}: all of them`}
          min={1}
          max={most}
          also={() => fitEnabled(domain)}
        />
        <NumberField
          of={domain}
          field="vcpu"
          label="Maximum"
          optional={false}
          min={Math.max(1, domain.currentVcpus ?? 1)}
          max={capabilities.maxVcpus}
          also={() => {
            fitTopology(domain);
            setMostVcpus(domain, domain.vcpu ?? 1);
          }}
        />
        <SingleVcpus domain={domain} />
      </FieldGroup>
      {domain.type !== 'lxc' && (
        <>
          <ModelFields domain={domain} />
          <TopologyFields domain={domain} />
          <CpuFeatures domain={domain} />
          <MoreFields domain={domain} />
        </>
      )}
    </Form>
  );
}

function ModelFields({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const { cpu } = domain;
  const own = cpu.mode === 'host-passthrough' || cpu.mode === 'maximum';
  return (
    <FieldGroup title="Model">
      <SelectField
        of={cpu}
        field="mode"
        label="Processor"
        none="Hypervisor default"
        options={optionsFrom(MODES, capabilities.cpuModes, MODE_WORDS)}
        also={(mode) => {
          // A model, and how exactly it has to be there, are said of a model only.
          if (mode !== 'custom') cpu.set('model', null);
          if (mode !== 'custom') cpu.match = null;
          if (mode !== 'host-passthrough' && mode !== 'maximum') cpu.migratable = null;
          if (mode === 'custom' && cpu.model === null) cpu.model = usualModel(models(capabilities.cpuModels));
        }}
      />
      {(cpu.mode === 'custom' || cpu.model !== null) && (
        <>
          <SelectField
            of={cpu}
            field="model"
            label="Model"
            none={null}
            options={models(capabilities.cpuModels)}
          />
          <SelectField
            of={cpu}
            field="fallback"
            label="If the host cannot"
            none="Take the next best"
            options={optionsFrom(['allow', 'forbid'], null, {
              allow: 'Take the next best',
              forbid: 'Do not start',
            })}
          />
          <SelectField
            of={cpu}
            field="match"
            label="Further features of the host"
            none="Kept from the guest"
            options={optionsFrom(['exact', 'minimum', 'strict'], null, {
              exact: 'Kept from the guest',
              minimum: 'Given to the guest',
              strict: 'Must not be there',
            })}
          />
        </>
      )}
      {own && (
        <SelectField
          of={cpu}
          field="migratable"
          label="Can be migrated"
          hint="Keeps features from the guest that no other host could go on with."
          options={optionsFrom(['on', 'off'], null, { on: 'Yes', off: 'No' })}
        />
      )}
    </FieldGroup>
  );
}

type Models = ReturnType<typeof useFormHost>['capabilities']['cpuModels'];

function models(all: Models): Option[] {
  return all.flatMap(({ name, usable, deprecated }) => {
    if (name === null) return [];
    const label = deprecated ? `${name} (outdated)` : name;
    return [{ value: name, label, reason: usable === 'no' ? 'the host’s cannot do this' : null }];
  });
}

function usualModel(all: readonly Option[]): string {
  const usable = all.filter(({ reason }) => reason === null).map(({ value }) => value);
  return usable.find((name) => name === 'qemu64') ?? usable[0] ?? 'qemu64';
}

function MoreFields({ domain }: { domain: Domain }) {
  const { cpu } = domain;
  return (
    <FieldGroup title="More of the processor">
      <SelectField
        of={cpu}
        field="cacheMode"
        label="Cache that it shows"
        options={optionsFrom(['emulate', 'passthrough', 'disable'], null, {
          emulate: 'An emulated one',
          passthrough: 'The host’s',
          disable: 'None',
        })}
        also={(mode) => {
          if (mode === null) cpu.set('cache', null);
          else if (mode === 'emulate') cpu.cacheLevel = 3;
          else cpu.cacheLevel = null;
        }}
      />
      <SelectField
        of={cpu}
        field="physicalAddressMode"
        label="Addresses of memory"
        options={optionsFrom(['emulate', 'passthrough'], null, {
          emulate: 'So many bits',
          passthrough: 'As wide as the host’s',
        })}
        also={(mode) => {
          if (mode === null) cpu.set('maxphysaddr', null);
          else if (mode === 'emulate') cpu.physicalAddressLimit = null;
          else cpu.physicalAddressBits = null;
        }}
      />
      {cpu.physicalAddressMode === 'emulate' && (
        <NumberField of={cpu} field="physicalAddressBits" label="Width" suffix="bits" min={32} max={64} />
      )}
      <TextField of={cpu} field="vendor" label="Maker that it has to be of" placeholder="Any" />
    </FieldGroup>
  );
}
