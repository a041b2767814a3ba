import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type Disk, STORAGE_PROTOCOL } from '../../../../../model/index.ts';
import { IconButton } from '../../../../ui/ReasonButton.tsx';
import { useEdit } from '../../edit/context.tsx';
import {
  BareText,
  FieldRow,
  NumberField,
  optionsFrom,
  SelectField,
  TextField,
  TriStateField,
} from '../../fields/index.ts';
import { setProtocol } from './changeSource.ts';
import classes from './Disk.module.css';

const WORDS: Readonly<Record<string, string>> = {
  nbd: 'NBD',
  iscsi: 'iSCSI',
  rbd: 'Ceph (RBD)',
  gluster: 'Gluster',
  sheepdog: 'Sheepdog',
  http: 'HTTP',
  https: 'HTTPS',
  ftp: 'FTP',
  ftps: 'FTPS',
  tftp: 'TFTP',
  ssh: 'SSH',
  nfs: 'NFS',
  vxhs: 'VxHS',
};

/** What the name of a source is, by protocol, with an example. */
const NAMES: Readonly<Record<string, readonly [label: string, example: string]>> = {
  nbd: ['Export', 'disk1'],
  iscsi: ['Target and unit', 'iqn.2026-01.org.example:disks/1'],
  rbd: ['Pool and image', 'pool/image'],
  gluster: ['Volume and path', 'volume/image.qcow2'],
  nfs: ['Path', '/export/image.raw'],
};

/** Storage that QEMU reaches over the network by itself. */
export function NetworkSource({ device }: { device: Disk }) {
  const { source } = device;
  const protocol = source.protocol ?? '';
  const [label, example] = NAMES[protocol] ?? ['Path', 'path/on/the/server'];
  const web = /^(?:https?|ftps?)$/.test(protocol);
  return (
    <>
      <SelectField
        of={source}
        field="protocol"
        label="Protocol"
        none={null}
        options={optionsFrom(STORAGE_PROTOCOL, null, WORDS)}
        also={(next) => next !== null && setProtocol(device, next)}
      />
      <TextField of={source} field="name" label={label} placeholder={example} />
      <Servers device={device} />
      {web && <TextField of={source} field="query" label="Query" placeholder="None" />}
      <SelectField of={device} field="format" label="Format" />
      {protocol === 'rbd' && (
        <>
          <TextField of={source} field="snapshot" label="Snapshot" placeholder="None" />
          <TextField of={source} field="config" label="Configuration" placeholder="/etc/ceph/ceph.conf" />
        </>
      )}
      {protocol === 'iscsi' && (
        <TextField of={source} field="initiator" label="Initiator" placeholder="The host’s own" />
      )}
      {protocol === 'nbd' && (
        <>
          <TriStateField of={source} field="tls" label="Encrypted (TLS)" />
          <NumberField of={source} field="reconnectDelay" label="Wait for it to come back" suffix="seconds" />
        </>
      )}
      {protocol === 'nfs' && (
        <>
          <TextField of={source} field="identityUser" label="As user" placeholder="Anybody" />
          <TextField of={source} field="identityGroup" label="As group" placeholder="Anybody" />
        </>
      )}
      {web && (
        <>
          {protocol.endsWith('s') && (
            <TriStateField of={source} field="sslVerify" label="Check the server’s certificate" />
          )}
          <NumberField of={source} field="timeout" label="Time limit" suffix="seconds" min={1} />
        </>
      )}
      {(protocol === 'rbd' || protocol === 'iscsi') && <Login device={device} />}
    </>
  );
}

function Login({ device }: { device: Disk }) {
  // libvirt writes it beside the source in old definitions, and in it in new ones.
  const auth = device.auth.exists ? device.auth : device.source.auth;
  const type = device.source.protocol === 'rbd' ? 'ceph' : 'iscsi';
  return (
    <>
      <TextField of={auth} field="username" label="User" placeholder="None" />
      {auth.username !== null && (
        <>
          <SelectField
            of={auth}
            field="secretType"
            label="Kind of secret"
            none={null}
            options={optionsFrom([type], null)}
          />
          <TextField
            of={auth}
            field="secretUuid"
            label="Secret"
            hint="The UUID of a secret of the host’s libvirt; or its usage, below."
          />
          <TextField of={auth} field="secretUsage" label="Secret’s usage" />
        </>
      )}
    </>
  );
}

function Servers({ device }: { device: Disk }) {
  const edit = useEdit();
  const { hosts } = device.source;
  return (
    <FieldRow label="Servers">
      <ul className={classes.hosts} aria-label="Servers">
        {hosts.all.map((server, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: servers have no name of their own; the document is the state
          <li key={index}>
            <BareText
              of={device}
              name={`server ${index}`}
              label={server.transport === 'unix' ? `Socket ${index + 1}` : `Server ${index + 1}`}
              libvirtName="source/host"
              value={server.transport === 'unix' ? server.socket : server.name}
              onType={(text) => {
                if (server.transport === 'unix') server.socket = text || null;
                else server.name = text || null;
              }}
            />
            <BareText
              of={device}
              name={`port ${index}`}
              label={`Port of server ${index + 1}`}
              libvirtName="source/host/@port"
              placeholder="Default"
              value={server.port}
              disabled={server.transport === 'unix'}
              onType={(text) => {
                server.port = text || null;
              }}
            />
            <IconButton
              label={`Remove server ${index + 1}`}
              variant="subtle"
              size={22}
              onClick={() => edit.change(() => hosts.remove(server))}
            >
              <IconTrash size={14} />
            </IconButton>
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        size="compact-xs"
        leftSection={<IconPlus size={13} />}
        onClick={() => edit.change(() => hosts.add({ name: 'localhost' }))}
      >
        Add a server
      </Button>
    </FieldRow>
  );
}
