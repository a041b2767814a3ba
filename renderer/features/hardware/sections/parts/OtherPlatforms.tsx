import type { Domain } from '../../../../../model/index.ts';
import {
  FieldGroup,
  optionsFrom,
  SelectField,
  SizeField,
  SwitchField,
  TriStateField,
} from '../../fields/index.ts';
import { useFormHost } from '../../forms/formHost.tsx';

/** Features of platforms that are no PCs, and of Xen. */
export function OtherPlatforms({ domain }: { domain: Domain }) {
  const arch = domain.os.arch ?? '';
  return (
    <>
      {['aarch64', 'armv7l'].includes(arch) && <ArmFields domain={domain} />}
      {['ppc64', 'ppc64le'].includes(arch) && <PowerFields domain={domain} />}
      {['riscv64', 'riscv32'].includes(arch) && (
        <FieldGroup title="RISC-V">
          <SelectField of={domain.features} field="aia" label="Interrupts (AIA)" />
        </FieldGroup>
      )}
      {domain.type === 'xen' && <XenFields domain={domain} />}
    </>
  );
}

function ArmFields({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const { features } = domain;
  return (
    <FieldGroup title="ARM">
      <SwitchField of={features} field="gic" label="Interrupt controller (GIC)" />
      {features.gic && (
        <SelectField
          of={features}
          field="gicVersion"
          label="Its version"
          options={optionsFrom(['host', '2', '3'], withHost(capabilities.gic.valuesOf('version')), {
            host: 'The host’s',
          })}
        />
      )}
      <TriStateField of={features} field="ras" label="Reports of errors (RAS)" />
    </FieldGroup>
  );
}

function withHost(told: readonly string[] | undefined): readonly string[] | null {
  return told ? ['host', ...told] : null;
}

function PowerFields({ domain }: { domain: Domain }) {
  const { features } = domain;
  return (
    <FieldGroup title="POWER">
      <SelectField of={features} field="hptResizing" label="Page table can grow" />
      <SizeField of={features} field="hptMaxPageSize" label="Largest pages" />
      <TriStateField of={features} field="htm" label="Transactional memory" />
      <TriStateField of={features} field="nestedHv" label="Nested machines" />
      <TriStateField of={features} field="ccfAssist" label="Help against count caches" />
      <SelectField of={features} field="cfpc" label="Flushes of caches" />
      <SelectField of={features} field="sbbc" label="Speculation barrier" />
      <SelectField of={features} field="ibs" label="Indirect branches" />
    </FieldGroup>
  );
}

function XenFields({ domain }: { domain: Domain }) {
  const { features } = domain;
  return (
    <FieldGroup title="Xen">
      <SwitchField of={features} field="hap" label="Page tables by hardware (HAP)" />
      <SwitchField of={features} field="viridian" label="Viridian, for Windows" />
      <TriStateField of={features} field="xenE820Host" label="The host’s memory map" />
      <TriStateField of={features} field="xenPassthrough" label="Devices can be passed through" />
      {features.xenPassthrough === true && (
        <SelectField of={features} field="xenPassthroughMode" label="In the way of" />
      )}
    </FieldGroup>
  );
}
