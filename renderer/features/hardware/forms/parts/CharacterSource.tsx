import type { ReactNode } from 'react';
import type { CharacterSource } from '../../../../../model/index.ts';
import { NumberField, optionsFrom, SelectField, TextField, TriStateField } from '../../fields/index.ts';
import { pathProblem, portProblem } from './checks.ts';

const MODE_WORDS: Readonly<Record<string, string>> = {
  connect: 'Connect to it',
  bind: 'Wait for others',
};

interface SourceFieldsProps {
  source: CharacterSource;
  type: string | null;
  /** libvirt chooses a socket's path where there is none. */
  pathByLibvirt?: boolean;
  /** What address and port are called. */
  words?: readonly [address: string, port: string];
  /** Shown after the address: the protocol, which stands elsewhere in the document. */
  children?: ReactNode;
}

/** The host's side of a line, by its type. */
export function SourceFields(props: SourceFieldsProps) {
  const { source, type, pathByLibvirt = false, words = ['Address', 'Port'], children } = props;
  switch (type) {
    case 'tcp':
      return (
        <>
          <ModeField source={source} />
          <Address source={source} words={words} />
          {children}
          <TriStateField of={source} field="tls" label="Encrypted (TLS)" />
          <Reconnect source={source} />
        </>
      );
    case 'udp':
      return <Address source={source} words={words} />;
    case 'unix':
      return (
        <>
          <ModeField source={source} none={pathByLibvirt ? 'Chosen by libvirt' : null} />
          <TextField
            of={source}
            field="path"
            label="Path"
            placeholder={pathByLibvirt ? 'Chosen by libvirt' : '/path/of/the/socket'}
            check={pathProblem}
          />
          <Reconnect source={source} />
        </>
      );
    case 'dev':
      return <TextField of={source} field="path" label="Path" placeholder="/dev/..." check={pathProblem} />;
    case 'pipe':
    case 'file':
      return (
        <>
          <TextField of={source} field="path" label="Path" placeholder="/path/..." check={pathProblem} />
          {type === 'file' && (
            <TriStateField of={source} field="append" label="Keep what is in it" none="Default: no" />
          )}
        </>
      );
    case 'spiceport':
    case 'dbus':
      return (
        <TextField
          of={source}
          field="channel"
          label="Name of the port"
          hint="By it the client knows what the port is for."
        />
      );
    case 'qemu-vdagent':
      return (
        <>
          <TriStateField
            of={source}
            field="clipboard"
            label="Share the clipboard"
            hint="Between the guest and whoever looks at its VNC display."
          />
          <SelectField
            of={source}
            field="mouse"
            label="Mouse"
            options={optionsFrom(['client', 'server'], null, { client: 'As a tablet', server: 'As a mouse' })}
          />
        </>
      );
    case 'nmdm':
      return (
        <>
          <TextField of={source} field="master" label="The machine’s end" check={pathProblem} />
          <TextField of={source} field="slave" label="The other end" check={pathProblem} />
        </>
      );
    default:
      return null;
  }
}

function ModeField({ source, none = null }: { source: CharacterSource; none?: string | null }) {
  return (
    <SelectField
      of={source}
      field="mode"
      label="Mode"
      none={none}
      options={optionsFrom(['connect', 'bind'], null, MODE_WORDS)}
      also={(mode) => {
        if (mode === 'bind') Object.assign(source, { reconnect: null, reconnectTimeout: null });
      }}
    />
  );
}

function Address({ source, words }: { source: CharacterSource; words: readonly [string, string] }) {
  return (
    <>
      <TextField of={source} field="host" label={words[0]} placeholder="127.0.0.1" />
      <TextField of={source} field="service" label={words[1]} check={portProblem} />
    </>
  );
}

function Reconnect({ source }: { source: CharacterSource }) {
  if (source.mode !== 'connect') return null;
  return (
    <>
      <TriStateField of={source} field="reconnect" label="Connect again when lost" />
      {source.reconnect && (
        <NumberField of={source} field="reconnectTimeout" label="After" suffix="seconds" min={1} />
      )}
    </>
  );
}
