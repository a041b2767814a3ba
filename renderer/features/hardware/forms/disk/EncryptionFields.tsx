import type { Disk } from '../../../../../model/index.ts';
import { FieldGroup, optionsFrom, SelectField, TextField } from '../../fields/index.ts';

const FORMATS: Readonly<Record<string, string>> = {
  luks: 'LUKS',
  luks2: 'LUKS 2 (Ceph)',
  'luks-any': 'LUKS or LUKS 2 (Ceph)',
  qcow: 'qcow (old: not safe)',
};

/** How the image is encrypted: the passphrase is a secret of the host's libvirt. */
export function EncryptionFields({ device }: { device: Disk }) {
  // Old definitions have it beside the source.
  const encryption = device.encryption.exists ? device.encryption : device.source.encryption;
  const secret = encryption.secrets.at(0);
  return (
    <FieldGroup title="Encryption">
      <SelectField
        of={encryption}
        field="format"
        label="Image"
        none="Not encrypted"
        options={optionsFrom(Object.keys(FORMATS), null, FORMATS)}
        also={(format) => {
          if (format === null) encryption.clear();
          else if (encryption.secrets.length === 0) encryption.secrets.add({ type: 'passphrase' });
        }}
      />
      {encryption.format !== null && (
        <>
          {secret && (
            <>
              <TextField
                of={secret}
                field="uuid"
                label="Secret"
                hint="The UUID of the secret that holds the passphrase; or its usage, below."
              />
              <TextField of={secret} field="usage" label="Secret’s usage" />
            </>
          )}
          <SelectField of={encryption} field="engine" label="Done by" />
        </>
      )}
    </FieldGroup>
  );
}
