import { type Hostdev, VIRTIO_MODEL } from '../../../../../model/index.ts';
import { FieldGroup, NumberField, optionsFrom, SelectField, TextField } from '../../fields/index.ts';
import { VIRTIO_WORDS } from '../parts/words.ts';

/** A target that the host's kernel serves to the guest (vhost-scsi). */
export function ScsiTarget({ device }: { device: Hostdev }) {
  return (
    <FieldGroup>
      <TextField
        of={device.source}
        field="wwpn"
        label="Target (WWPN)"
        hint="As targetcli shows it on the host, under vhost."
        placeholder="naa.5123456789abcde0"
        check={(text) => (/^naa\.[0-9a-fA-F]{16}$/.test(text) ? null : 'naa. and 16 hex digits.')}
      />
      <SelectField
        of={device.source}
        field="protocol"
        label="Served by"
        none={null}
        options={optionsFrom(['vhost'], null, { vhost: 'The host’s kernel (vhost)' })}
      />
      <SelectField
        of={device}
        field="model"
        label="Model"
        options={optionsFrom(VIRTIO_MODEL, null, VIRTIO_WORDS)}
      />
      <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
    </FieldGroup>
  );
}
