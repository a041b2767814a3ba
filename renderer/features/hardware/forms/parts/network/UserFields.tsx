import type { NetworkInterface } from '../../../../../../model/index.ts';
import { useEdit } from '../../../edit/context.tsx';
import { optionsFrom, SelectField, TextField } from '../../../fields/index.ts';
import { NumberCell, SelectCell, TextCell } from '../../../sections/parts/Cells.tsx';
import { AddButton, Row, Rows } from '../../../sections/parts/Rows.tsx';
import { useFormHost } from '../../formHost.tsx';
import { pathProblem } from '../checks.ts';
import { PortForwards } from './PortForwards.tsx';

const BACKENDS: Readonly<Record<string, string>> = {
  default: 'QEMU itself (slirp)',
  passt: 'passt: faster, with ports of the host',
};

/** A network of the machine's own, behind the host's address. */
export function UserFields({ device }: { device: NetworkInterface }) {
  const { capabilities } = useFormHost();
  const passt = device.backend === 'passt';
  return (
    <>
      <SelectField
        of={device}
        field="backend"
        label="Made by"
        none="QEMU itself (default)"
        options={optionsFrom(['passt'], capabilities.interface.backends, BACKENDS).filter(
          ({ value }) => value !== 'default',
        )}
        also={(backend) => {
          if (backend === 'passt') return;
          device.portForwards.clear();
          Object.assign(device, { backendLogFile: null, backendHostname: null, backendFqdn: null });
          device.source.clear();
        }}
      />
      {passt && (
        <>
          <TextField
            of={device.source}
            field="dev"
            label="As on this card of the host"
            placeholder="The host’s default route"
          />
          <TextField
            of={device}
            field="backendLogFile"
            label="Log"
            placeholder="No log"
            check={pathProblem}
          />
        </>
      )}
      <GuestAddresses device={device} />
      {passt && <PortForwards device={device} />}
    </>
  );
}

/** Addresses that the guest is given. */
function GuestAddresses({ device }: { device: NetworkInterface }) {
  const edit = useEdit();
  const families = device.ips.map(({ family }) => family ?? 'ipv4');
  const free = ['ipv4', 'ipv6'].filter((family) => !families.includes(family));
  return (
    <Rows
      label="Addresses of the guest"
      columns={['Family', 'Address of the guest', 'Prefix']}
      widths="90px minmax(120px, 1fr) 70px"
      minWidth={320}
      empty="The guest gets the usual addresses."
      buttons={
        <AddButton
          label="Give it an address"
          reason={free.length === 0 ? 'It has one of each family.' : null}
          onClick={() =>
            edit.change(() => {
              const [family = 'ipv4'] = free;
              const ipv4 = family === 'ipv4';
              device.ips.add({
                address: ipv4 ? '10.0.2.0' : 'fec0::',
                family,
                prefix: ipv4 ? 24 : 64,
              });
            })
          }
        />
      }
    >
      {device.ips.all.map((ip, index) => (
        <Row
          key={String(index)}
          removeLabel={`Remove address ${ip.address ?? ''}`}
          onRemove={() => edit.change(() => device.ips.remove(ip))}
        >
          <SelectCell of={ip} field="family" label="Family" options={optionsFrom(['ipv4', 'ipv6'], null)} />
          <TextCell of={ip} field="address" label="Address of the guest" />
          <NumberCell of={ip} field="prefix" label="Prefix" max={128} />
        </Row>
      ))}
    </Rows>
  );
}
