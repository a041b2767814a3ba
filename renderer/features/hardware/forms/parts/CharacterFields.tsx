import type { CharacterSource, Smartcard, UsbRedirection } from '../../../../../model/index.ts';
import { NumberField, optionsFrom, SelectField, TextField, TriStateField } from '../../fields/index.ts';
import { pathProblem } from './checks.ts';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  spicevmc: 'The SPICE client',
  tcp: 'A TCP connection',
  unix: 'A socket of the host',
  pty: 'A terminal of the host',
  dev: 'A device of the host',
  pipe: 'A named pipe',
  udp: 'UDP',
  dbus: 'D-Bus display',
};

const MODE_WORDS: Readonly<Record<string, string>> = {
  connect: 'Connect to it',
  bind: 'Wait for others',
};

/** Where a device that carries bytes is connected to, on the host's side. */
export function CharacterFields({ device, types }: { device: Smartcard | UsbRedirection; types: string[] }) {
  const { source, type } = device;
  return (
    <>
      <SelectField
        of={device}
        field="type"
        label="Connected to"
        none={null}
        options={optionsFrom(types, null, TYPE_WORDS)}
        also={(next) => {
          source.clear();
          device.protocol = next === 'tcp' ? 'raw' : null;
          if (next === 'tcp') Object.assign(source, { mode: 'connect', host: '127.0.0.1', service: '4000' });
          if (next === 'unix') source.mode = 'bind';
        }}
      />
      {type === 'tcp' && (
        <>
          <ModeField source={source} />
          <TextField of={source} field="host" label="Address" placeholder="127.0.0.1" />
          <TextField of={source} field="service" label="Port" check={portProblem} />
          <SelectField of={device} field="protocol" label="Protocol" />
          <TriStateField of={source} field="tls" label="Encrypted (TLS)" />
        </>
      )}
      {type === 'unix' && (
        <>
          <ModeField source={source} />
          <TextField
            of={source}
            field="path"
            label="Path"
            placeholder="Chosen by libvirt"
            check={pathProblem}
          />
        </>
      )}
      {(type === 'dev' || type === 'pipe') && (
        <TextField of={source} field="path" label="Path" placeholder="/dev/..." check={pathProblem} />
      )}
      {source.mode === 'connect' && (type === 'tcp' || type === 'unix') && (
        <>
          <TriStateField of={source} field="reconnect" label="Connect again when lost" />
          {source.reconnect && (
            <NumberField of={source} field="reconnectTimeout" label="After" suffix="seconds" min={1} />
          )}
        </>
      )}
    </>
  );
}

function ModeField({ source }: { source: CharacterSource }) {
  return (
    <SelectField
      of={source}
      field="mode"
      label="Mode"
      none={null}
      options={optionsFrom(['connect', 'bind'], null, MODE_WORDS)}
    />
  );
}

function portProblem(text: string): string | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port > 0 && port < 65_536 ? null : 'A port is a number from 1 to 65535.';
}

/** What is still to be said about the host's side; null: nothing. */
export function missingIn({ type, source }: Smartcard | UsbRedirection): string | null {
  if (type === 'tcp' && (!source.host || !source.service))
    return 'The address and port to connect are not set.';
  if ((type === 'dev' || type === 'pipe') && !source.path) return 'The path on the host is not set.';
  return null;
}
