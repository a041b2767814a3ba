import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Graphics, Listen } from '../../../../../../model/index.ts';
import { useEdit } from '../../../edit/context.tsx';
import { FieldGroup, FieldRow, optionsFrom, SelectField, TextField } from '../../../fields/index.ts';
import { useFormHost } from '../../formHost.tsx';
import { pathProblem } from '../checks.ts';
import { Remark } from '../Remark.tsx';

const LISTEN_WORDS: Readonly<Record<string, string>> = {
  address: 'At an address',
  network: 'At the host’s address in a network',
  socket: 'At a socket of the host',
  none: 'Nowhere: through libvirt only',
};

/** Where a display server is reached. */
export function ListenFields({ device }: { device: Graphics }) {
  const edit = useEdit();
  const listens = device.listens.all;
  const first = listens[0];
  if (!first) {
    return (
      <FieldGroup title="Where clients reach it">
        <FieldRow label="Listens">
          <Button
            size="compact-xs"
            variant="default"
            onClick={() =>
              edit.change(() => {
                device.listens.add({ type: 'address', address: device.listenAddress });
                device.listenAddress = null;
              })
            }
          >
            {device.listenAddress ?? 'At the host’s default address'}: change
          </Button>
        </FieldRow>
      </FieldGroup>
    );
  }
  return (
    <FieldGroup title="Where clients reach it">
      {listens.map((listen, index) => (
        <OneListen key={String(index)} device={device} listen={listen} />
      ))}
    </FieldGroup>
  );
}

/** libvirt writes the first address twice: in the display itself too. */
function forget(device: Graphics): void {
  device.listenAddress = null;
  device.socket = null;
}

function OneListen({ device, listen }: { device: Graphics; listen: Listen }) {
  const types = device.type === 'rdp' ? ['address', 'network'] : ['address', 'network', 'socket', 'none'];
  return (
    <>
      <SelectField
        of={listen}
        field="type"
        label="Listens"
        none={null}
        options={optionsFrom(types, null, LISTEN_WORDS)}
        also={(type) => {
          forget(device);
          Object.assign(listen, { address: null, network: null, socket: null });
          if (type === 'address') listen.address = '127.0.0.1';
          if (type === 'socket' || type === 'none') {
            Object.assign(device, { port: null, tlsPort: null, websocket: null, autoport: null });
          } else if (device.port === null) device.autoport = true;
        }}
      />
      <ListenDetail device={device} listen={listen} />
    </>
  );
}

function ListenDetail({ device, listen }: { device: Graphics; listen: Listen }) {
  const { networks } = useFormHost();
  if (listen.type === 'socket') {
    return (
      <TextField
        of={listen}
        field="socket"
        label="Socket"
        placeholder="Chosen by libvirt"
        check={pathProblem}
      />
    );
  }
  if (listen.type === 'network') {
    return (
      <SelectField
        of={listen}
        field="network"
        label="Network"
        none={null}
        options={networks.map(({ name }) => ({ value: name, label: name, reason: null }))}
      />
    );
  }
  return listen.type === 'none' ? null : <AddressField device={device} listen={listen} />;
}

const REACH: Readonly<Record<string, string>> = {
  '': 'As the host is configured',
  '127.0.0.1': 'The host only (127.0.0.1)',
  '0.0.0.0': 'Everybody who reaches the host (0.0.0.0)',
  '::1': 'The host only, IPv6 (::1)',
  '::': 'Everybody, IPv6 too (::)',
};
const OTHER = 'other';

/** Usual addresses by what they mean, and any other. */
function AddressField({ device, listen }: { device: Graphics; listen: Listen }) {
  const edit = useEdit();
  const [other, setOther] = useState(false);
  const address = listen.address ?? '';
  const free = other || !Object.hasOwn(REACH, address);
  const choose = (value: string) => {
    setOther(value === OTHER);
    edit.change(() => {
      forget(device);
      if (value !== OTHER) listen.address = value === '' ? null : value;
    });
  };
  return (
    <>
      <FieldRow label="Who reaches it">
        <NativeSelect
          size="xs"
          aria-label="Who reaches it"
          value={free ? OTHER : address}
          data={[
            ...Object.entries(REACH).map(([value, label]) => ({ value, label })),
            { value: OTHER, label: 'Another address of the host' },
          ]}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      </FieldRow>
      {free && <TextField of={listen} field="address" label="Address" check={addressProblem} />}
      {(address === '0.0.0.0' || address === '::') && device.password === null && (
        <Remark warning>
          Everybody who reaches the host sees this display, unless it has a password or the host asks for a
          certificate.
        </Remark>
      )}
    </>
  );
}

/** What is wrong with a name or address of the host; null: nothing. */
function addressProblem(text: string): string | null {
  return /^[A-Za-z0-9.:%_-]+$/.test(text) ? null : 'An address like 192.168.1.10 or fd00::1, or a name.';
}
