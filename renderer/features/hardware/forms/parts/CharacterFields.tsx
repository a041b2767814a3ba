import type {
  Channel,
  Console,
  Parallel,
  Serial,
  Smartcard,
  UsbRedirection,
} from '../../../../../model/index.ts';
import { useProposed } from '../../edit/context.tsx';
import { optionsFrom, SelectField } from '../../fields/index.ts';
import { useFormHost } from '../formHost.tsx';
import { SourceFields } from './CharacterSource.tsx';
import { changeType, missingInSource } from './characterWords.ts';
import { typeOptions, unreachable } from './lineTypes.ts';
import { Remark } from './Remark.tsx';

export type CharacterDevice = Smartcard | UsbRedirection | Serial | Parallel | Console | Channel;

/** Where a device that carries bytes is connected to, on the host's side, and what stands against that. */
export function CharacterFields({
  device,
  types,
  pathByLibvirt = true,
}: {
  device: CharacterDevice;
  types: readonly string[];
  /** libvirt chooses a socket's path where there is none. */
  pathByLibvirt?: boolean;
}) {
  const domain = useProposed();
  const { libvirt } = useFormHost();
  const { type } = device;
  const wrong = unreachable(type, domain);
  return (
    <>
      <SelectField
        of={device}
        field="type"
        label="Connected to"
        none={null}
        options={typeOptions(types, domain, libvirt)}
        also={(next) => changeType(device, next)}
      />
      {type === 'udp' ? (
        <UdpFields device={device} />
      ) : (
        <SourceFields source={device.source} type={type} pathByLibvirt={pathByLibvirt}>
          {type === 'tcp' && (
            <SelectField
              of={device}
              field="protocol"
              label="Protocol"
              none="Raw"
              options={optionsFrom(['raw', 'telnet', 'telnets', 'tls'], null, PROTOCOLS)}
            />
          )}
        </SourceFields>
      )}
      {wrong !== null && <Remark warning>{wrong}</Remark>}
    </>
  );
}

const PROTOCOLS = { raw: 'Raw', telnet: 'Telnet', telnets: 'Telnet, encrypted', tls: 'TLS' };

/** UDP is sent to one address, and, if there is another source, received at that. */
function UdpFields({ device }: { device: CharacterDevice }) {
  const sources = device.sources.all;
  const to = sources.find(({ mode }) => mode !== 'bind');
  const from = sources.find(({ mode }) => mode === 'bind');
  return (
    <>
      {to && <SourceFields source={to} type="udp" words={['Sent to', 'Port']} />}
      {from && <SourceFields source={from} type="udp" words={['Received at', 'Port']} />}
    </>
  );
}

/** What is still to be said about the host's side; null: nothing. */
export function missingIn(device: CharacterDevice): string | null {
  return missingInSource(device.type, device.source, true);
}
