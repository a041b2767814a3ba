import type { Graphics } from '../../../../../../model/index.ts';
import { FieldGroup, NumberField, TriStateField } from '../../../fields/index.ts';

/** Ports of a display server that listens at an address. */
export function PortFields({ device }: { device: Graphics }) {
  const listen = device.listens.at(0)?.type ?? 'address';
  if (listen === 'none' || listen === 'socket') return null;
  const chosen = device.autoport === true;
  return (
    <FieldGroup title="Ports">
      <TriStateField
        of={device}
        field="autoport"
        label="Chosen at each start"
        hint="libvirt takes a port that is free then."
        none="Not set"
        also={(value) => {
          device.port = value === true ? null : 5900;
          device.tlsPort = null;
        }}
      />
      {!chosen && (
        <NumberField
          of={device}
          field="port"
          label="Port"
          min={-1}
          max={65_535}
          placeholder={device.type === 'spice' ? 'None' : 'Chosen'}
        />
      )}
      {device.type === 'spice' && !chosen && (
        <NumberField
          of={device}
          field="tlsPort"
          label="Port with TLS"
          hint="The host’s QEMU has to have certificates for SPICE."
          min={-1}
          max={65_535}
          placeholder="None"
        />
      )}
      {device.type === 'vnc' && (
        <NumberField
          of={device}
          field="websocket"
          label="Port for web clients"
          hint="WebSocket; -1 lets libvirt choose."
          min={-1}
          max={65_535}
          placeholder="None"
        />
      )}
    </FieldGroup>
  );
}
