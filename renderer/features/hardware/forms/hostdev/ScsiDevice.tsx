import { type Hostdev, type Init, needScsi } from '../../../../../model/index.ts';
import { useProposed } from '../../edit/context.tsx';
import {
  FieldGroup,
  NumberField,
  optionsFrom,
  SelectField,
  SwitchField,
  TextField,
} from '../../fields/index.ts';
import { ScsiCommandFields } from '../parts/ScsiCommandFields.tsx';
import { Chooser } from './Chooser.tsx';

/** A SCSI device of the host, or one of an iSCSI target. */
export function ScsiDevice({ device }: { device: Hostdev }) {
  const domain = useProposed();
  const { source } = device;
  const { adapter, address } = source;
  const iscsi = source.protocol === 'iscsi';
  const place = [address.bus, address.target, address.unit].map((part) => part ?? 0).join(':');
  return (
    <>
      {!iscsi && (
        <Chooser
          device={device}
          label="SCSI devices of the host"
          kinds={['scsi', 'storage']}
          text={adapter.name === null ? '' : `${adapter.name} ${place}`}
          none="The host has no SCSI devices."
          onChoose={({ capability }) => {
            needScsi(domain);
            adapter.name = `scsi_host${capability.host}`;
            const { bus, lun: unit } = capability;
            Object.assign(address, { bus, target: Number(capability.target), unit });
          }}
        />
      )}
      <FieldGroup>
        <SelectField
          of={source}
          field="protocol"
          label="Reached"
          none="On the host"
          options={optionsFrom(['iscsi'], null, { iscsi: 'Over iSCSI, by QEMU' })}
          also={(protocol) => {
            if (protocol === 'iscsi') {
              adapter.clear();
              address.clear();
              if (source.hosts.length === 0) source.hosts.add({ name: 'localhost', port: '3260' });
            } else clearIscsi(device);
          }}
        />
        {iscsi && <IscsiFields device={device} />}
        {!iscsi && (
          <>
            <TextField of={adapter} field="name" label="Adapter" placeholder="scsi_host0" />
            <NumberField of={address} field="bus" label="Bus" />
            <NumberField of={address} field="target" label="Target" />
            <NumberField of={address} field="unit" label="Unit (LUN)" />
          </>
        )}
        <SwitchField of={device} field="readonly" label="Read only" />
        <SwitchField of={device} field="shareable" label="Shareable" />
        <ScsiCommandFields device={device} />
        <NumberField of={device} field="bootOrder" label="Boot order" min={1} />
      </FieldGroup>
    </>
  );
}

const NO_ISCSI: Init<Hostdev> = { source: { name: null, initiator: null } };

function clearIscsi({ source }: Hostdev): void {
  Object.assign(source, NO_ISCSI.source);
  source.hosts.clear();
  source.auth.clear();
}

function IscsiFields({ device }: { device: Hostdev }) {
  const { source } = device;
  const server = source.hosts.at(0);
  return (
    <>
      <TextField
        of={source}
        field="name"
        label="Target and unit"
        placeholder="iqn.2026-01.org.example:target/1"
        check={(text) =>
          /^(?:iqn|eui|naa)\..+\/\d+$/.test(text) ? null : 'An iSCSI name, a slash and the unit: iqn.../1.'
        }
      />
      {server && (
        <>
          <TextField of={server} field="name" label="Server" />
          <TextField of={server} field="port" label="Port" placeholder="3260" />
        </>
      )}
      <TextField of={source} field="initiator" label="Initiator" placeholder="The host’s own" />
      <TextField of={source.auth} field="username" label="User" placeholder="None" />
      {source.auth.username !== null && (
        <>
          <SelectField of={source.auth} field="secretType" label="Kind of secret" none={null} />
          <TextField
            of={source.auth}
            field="secretUsage"
            label="Secret"
            hint="The usage of a secret of the host’s libvirt."
          />
        </>
      )}
    </>
  );
}
