import { IconToggleRight } from '@tabler/icons-react';
import type { Domain } from '../../../../model/index.ts';
import {
  FieldGroup,
  Form,
  NumberField,
  optionsFrom,
  SelectField,
  SizeField,
  SwitchField,
  TriStateField,
} from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { useFormHost } from '../forms/formHost.tsx';
import { HyperVFields } from './parts/HyperVFields.tsx';
import { isLikeQemu } from './parts/hypervisors.ts';
import { OtherPlatforms } from './parts/OtherPlatforms.tsx';
import { ReasonedState } from './parts/ReasonedState.tsx';

/** What the hypervisor gives the guest besides devices. */
export const features: SectionForm = {
  id: 'features',
  title: 'Features',
  icon: IconToggleRight,
  summary: ({ features: node }) => {
    const on = [node.acpi && 'ACPI', node.apic && 'APIC', node.smm && 'SMM', node.hyperv.exists && 'Hyper-V'];
    return on.filter(Boolean).join(', ') || 'Few';
  },
  applies: (domain) => domain.type !== 'lxc',
  Form: FeatureForm,
};

function FeatureForm({ domain }: { domain: Domain }) {
  const { arch } = domain.os;
  const x86 = arch === null || arch === 'x86_64' || arch === 'i686';
  const qemu = isLikeQemu(domain);
  return (
    <Form>
      <FieldGroup title="The board">
        <SwitchField
          of={domain.features}
          field="acpi"
          label="ACPI"
          hint="Shutting down from outside needs it."
        />
        {x86 && <BoardOfPc domain={domain} qemu={qemu} />}
        {qemu && <CommonFields domain={domain} />}
      </FieldGroup>
      <OtherPlatforms domain={domain} />
      {x86 && qemu && <HyperVFields domain={domain} />}
      {qemu && <KvmFields domain={domain} />}
    </Form>
  );
}

function BoardOfPc({ domain, qemu }: { domain: Domain; qemu: boolean }) {
  const { features: node } = domain;
  const q35 = /^(?:pc-)?q35/.test(domain.os.machine ?? '');
  const { capabilities } = useFormHost();
  return (
    <>
      <SwitchField of={node} field="apic" label="APIC" hint="Interrupts for several processors." />
      {node.apic && <TriStateField of={node} field="apicEoi" label="Quick end of interrupts" />}
      <SwitchField of={node} field="pae" label="PAE" hint="More than 4 GiB for 32-bit guests." />
      {qemu && (
        <>
          <ReasonedState
            of={node}
            field="smm"
            label="System Management Mode"
            hint="Needed by secure boot."
            reason={q35 ? null : 'q35 machines only'}
            also={(on) => {
              if (on !== true) node.smmTseg = null;
            }}
          />
          {node.smm === true && (
            <SizeField of={node} field="smmTseg" label="Its memory" placeholder="As usual" />
          )}
          <TriStateField
            of={node}
            field="vmport"
            label="VMware’s port"
            hint="Some guests take it for VMware."
          />
          <ReasonedState
            of={node}
            field="ps2"
            label="PS/2 controller"
            reason={capabilities.ps2 === false ? 'not offered by this host' : null}
          />
          <SelectField
            of={node}
            field="ioapic"
            label="I/O APIC"
            none="Default"
            options={optionsFrom(['kvm', 'qemu'], domain.type === 'kvm' ? null : ['qemu'], {
              kvm: 'In the kernel (KVM)',
              qemu: 'In QEMU',
            })}
          />
          <SelectField
            of={node}
            field="msrsUnknown"
            label="Registers it does not know"
            options={optionsFrom(['fault', 'ignore'], domain.type === 'kvm' ? null : [], {
              fault: 'Are an error',
              ignore: 'Are left out',
            })}
          />
        </>
      )}
    </>
  );
}

function CommonFields({ domain }: { domain: Domain }) {
  const { features: node } = domain;
  const { capabilities } = useFormHost();
  return (
    <>
      <TriStateField of={node} field="pmu" label="Performance counters (PMU)" />
      <ReasonedState
        of={node}
        field="vmcoreinfo"
        label="Help for crash dumps"
        reason={capabilities.vmcoreinfo === false ? 'not offered by this host' : null}
      />
      <ReasonedState
        of={node}
        field="asyncTeardown"
        label="Memory given back in the background"
        reason={capabilities.asyncTeardown === true ? null : 'not offered by this host'}
      />
      {domain.type === 'qemu' && (
        <SizeField
          of={node}
          field="tcgTbCache"
          label="Cache of translated code"
          placeholder="As QEMU has it"
        />
      )}
    </>
  );
}

function KvmFields({ domain }: { domain: Domain }) {
  const { features: node } = domain;
  const kvm = domain.type === 'kvm' ? null : 'with KVM only';
  return (
    <FieldGroup title="KVM">
      <ReasonedState
        of={node}
        field="kvmHidden"
        label="Hidden from the guest"
        hint="For drivers that refuse to work in a machine."
        reason={kvm}
      />
      <ReasonedState
        of={node}
        field="kvmHintDedicated"
        label="Has processors of its own"
        hint="Tells the guest that its vCPUs are pinned to processors nobody else uses."
        reason={kvm}
      />
      <ReasonedState of={node} field="kvmPollControl" label="Guest may stop polling" reason={kvm} />
      <ReasonedState of={node} field="kvmPvIpi" label="Quick interrupts between vCPUs" reason={kvm} />
      <ReasonedState
        of={node}
        field="kvmDirtyRing"
        label="Dirty pages in a ring"
        hint="Makes the migration of large machines smoother."
        reason={kvm}
        also={(on) => {
          node.kvmDirtyRingSize = on === true ? (node.kvmDirtyRingSize ?? 4096) : null;
        }}
      />
      {node.kvmDirtyRing === true && (
        <NumberField
          of={node}
          field="kvmDirtyRingSize"
          label="Size of the ring"
          hint="A power of two."
          min={1024}
          max={65_536}
          optional={false}
        />
      )}
      <ReasonedState of={node} field="pvspinlock" label="Spinlocks that wait" reason={null} />
    </FieldGroup>
  );
}
