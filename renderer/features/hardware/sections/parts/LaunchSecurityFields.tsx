import type { Domain } from '../../../../../model/index.ts';
import { FieldGroup, NumberField, optionsFrom, TextField, TriStateField } from '../../fields/index.ts';
import { useFormHost } from '../../forms/formHost.tsx';
import { Remark } from '../../forms/parts/Remark.tsx';
import {
  chooseLaunchSecurity,
  encryptedState,
  LAUNCH_WORDS,
  policyProblem,
  setEncryptedState,
} from './launchSecurity.ts';
import { ON_OFF, ValueSelect } from './Value.tsx';

/** Memory of the guest that the host cannot read. */
export function LaunchSecurityFields({ domain }: { domain: Domain }) {
  const { capabilities } = useFormHost();
  const { launchSecurity: node } = domain;
  const type = node.type;
  const amd = type === 'sev' || type === 'sev-snp';
  return (
    <FieldGroup title="Memory that the host cannot read">
      <ValueSelect
        value={{
          name: 'launchSecurity/@type',
          read: (one) => one.launchSecurity.type,
          write: (one, next) => chooseLaunchSecurity(one, next, capabilities),
        }}
        label="Encrypted by"
        none="Not encrypted"
        options={optionsFrom(Object.keys(LAUNCH_WORDS), capabilities.launchSecurityTypes, LAUNCH_WORDS)}
      />
      {amd && (
        <>
          <Remark>
            Needs UEFI, a q35 machine, and virtio devices behind the guest’s IOMMU. The memory is locked on
            the host.
          </Remark>
          <NumberField of={node} field="cbitpos" label="Place of the C-bit" optional={false} max={63} />
          <NumberField
            of={node}
            field="reducedPhysBits"
            label="Fewer address bits"
            optional={false}
            max={63}
          />
          <TriStateField
            of={node}
            field="kernelHashes"
            label="Hashes of the kernel"
            hint="With a kernel of the host."
          />
        </>
      )}
      {(amd || type === 'tdx') && <TextField of={node} field="policy" label="Policy" check={policyProblem} />}
      {type === 'sev' && <SevFields domain={domain} />}
      {type === 'sev-snp' && (
        <>
          <TextField of={node} field="guestVisibleWorkarounds" label="Workarounds the guest sees" />
          <TextField of={node} field="idBlock" label="ID block" />
          <TextField of={node} field="idAuth" label="ID authentication" />
          <TextField of={node} field="hostData" label="Data of the host" />
          <TriStateField of={node} field="authorKey" label="Author’s key" />
          <TriStateField of={node} field="vcek" label="VCEK allowed" />
        </>
      )}
      {type === 'tdx' && (
        <>
          <TextField of={node} field="mrConfigId" label="Configuration ID" />
          <TextField of={node} field="mrOwner" label="Owner ID" />
          <TextField of={node} field="mrOwnerConfig" label="Owner’s configuration" />
          <TextField of={node} field="quoteGenerationPath" label="Socket of the quoting service" />
        </>
      )}
    </FieldGroup>
  );
}

function SevFields({ domain }: { domain: Domain }) {
  const { launchSecurity: node } = domain;
  return (
    <>
      <ValueSelect
        value={{
          name: 'launchSecurity/policy',
          read: (one) => (encryptedState(one) ? 'on' : 'off'),
          write: (one, next) => setEncryptedState(one, next === 'on'),
        }}
        label="Processor state too (SEV-ES)"
        none={null}
        options={ON_OFF()}
      />
      <TextField of={node} field="dhCert" label="Guest owner’s key" hint="Base64, for attestation." />
      <TextField of={node} field="session" label="Session" hint="Base64, for attestation." />
    </>
  );
}
