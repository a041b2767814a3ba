import type { Tpm } from '../../../../../model/index.ts';
import {
  FieldGroup,
  optionsFrom,
  SelectField,
  SwitchField,
  TextField,
  TriStateField,
} from '../../fields/index.ts';
import { useFormHost } from '../formHost.tsx';
import { pathProblem } from './checks.ts';
import { Remark } from './Remark.tsx';

/** A place of its own for the state came with libvirt 10.10. */
const SOURCE_SINCE = 10_010;

/** State, algorithms and encryption of a TPM that swtpm emulates. */
export function EmulatedTpm({ device }: { device: Tpm }) {
  const { libvirt } = useFormHost();
  const newer = libvirt === null || libvirt >= SOURCE_SINCE || device.sourceType !== null;
  return (
    <>
      <FieldGroup title="State">
        <TriStateField
          of={device}
          field="persistentState"
          label="Kept with a machine that is not saved"
          hint="Transient machines lose their TPM’s keys when they stop, unless this is on."
          none="Default: no"
        />
        {newer && (
          <SelectField
            of={device}
            field="sourceType"
            label="Place of its own"
            none="Chosen by libvirt"
            options={optionsFrom(['file', 'dir'], null, { file: 'A file', dir: 'A folder' })}
            also={() => {
              device.sourcePath = null;
            }}
          />
        )}
        {device.sourceType !== null && (
          <TextField
            of={device}
            field="sourcePath"
            label="Path"
            placeholder="/path/..."
            check={pathProblem}
          />
        )}
        <TextField
          of={device}
          field="encryptionSecret"
          label="Encrypted with"
          hint="The UUID of a secret of the host (vTPM). Its state cannot be read without that."
          placeholder="Not encrypted"
          check={uuidProblem}
        />
      </FieldGroup>
      {device.version === '2.0' && <PcrBanks device={device} />}
    </>
  );
}

/** Which algorithms the guest’s start is measured with. */
function PcrBanks({ device }: { device: Tpm }) {
  const chosen = device.pcrSha1 || device.pcrSha256 || device.pcrSha384 || device.pcrSha512;
  return (
    <FieldGroup title="The guest’s start is measured with (PCR banks)">
      <SwitchField of={device} field="pcrSha1" label="SHA-1" />
      <SwitchField of={device} field="pcrSha256" label="SHA-256" />
      <SwitchField of={device} field="pcrSha384" label="SHA-384" />
      <SwitchField of={device} field="pcrSha512" label="SHA-512" />
      {!chosen && <Remark>With none chosen here they stay as they are; a new TPM has SHA-256.</Remark>}
    </FieldGroup>
  );
}

/** What is wrong with a UUID; null: nothing. */
function uuidProblem(text: string): string | null {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
    ? null
    : 'A UUID like 6a5a5b5c-6f1d-4a0e-9d5e-0f6a3c9d7001.';
}
