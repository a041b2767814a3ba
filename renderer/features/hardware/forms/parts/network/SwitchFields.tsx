import type { NetworkInterface } from '../../../../../../model/index.ts';
import { useEdit } from '../../../edit/context.tsx';
import { FieldGroup, optionsFrom, SelectField, TextField, TriStateField } from '../../../fields/index.ts';
import { NumberCell, SelectCell } from '../../../sections/parts/Cells.tsx';
import { AddButton, Row, Rows } from '../../../sections/parts/Rows.tsx';

const PORTS: Readonly<Record<string, string>> = {
  openvswitch: 'Open vSwitch',
  '802.1Qbg': '802.1Qbg (VEPA)',
  '802.1Qbh': '802.1Qbh (VN-Link)',
  midonet: 'MidoNet',
};

type Parameter = 'interfaceId' | 'profileId' | 'managerId' | 'typeId' | 'typeIdVersion' | 'instanceId';

/** Which parameters a kind of port has. */
const PARAMETERS: Readonly<Record<string, readonly Parameter[]>> = {
  openvswitch: ['interfaceId', 'profileId'],
  midonet: ['interfaceId'],
  '802.1Qbh': ['profileId'],
  '802.1Qbg': ['managerId', 'typeId', 'typeIdVersion', 'instanceId'],
};

const LABELS: Readonly<Record<Parameter, string>> = {
  interfaceId: 'Interface',
  profileId: 'Profile',
  managerId: 'Manager',
  typeId: 'Type',
  typeIdVersion: 'Version of the type',
  instanceId: 'Instance',
};

/** How the switch treats the port of the card. */
export function SwitchFields({ device }: { device: NetworkInterface }) {
  const { virtualPort } = device;
  const shown = ['network', 'bridge', 'direct', 'hostdev', 'ethernet'].includes(device.type ?? '');
  if (!shown) return null;
  return (
    <FieldGroup title="Port on the switch">
      <TriStateField
        of={device}
        field="isolated"
        label="Sees no other machine"
        hint="Other isolated ones of the same network, that is."
        none="Default: no"
      />
      <Vlan device={device} />
      <SelectField
        of={virtualPort}
        field="type"
        label="Kind of port"
        none="A plain one"
        options={optionsFrom(Object.keys(PORTS), null, PORTS)}
        also={() => virtualPort.set('parameters', null)}
      />
      {(PARAMETERS[virtualPort.type ?? ''] ?? []).map((name) => (
        <TextField key={name} of={virtualPort} field={name} label={LABELS[name]} />
      ))}
    </FieldGroup>
  );
}

function Vlan({ device }: { device: NetworkInterface }) {
  const edit = useEdit();
  const { vlan } = device;
  const tags = vlan.tags.all;
  const taken = new Set(tags.map(({ id }) => id));
  const free = Array.from({ length: 4094 }, (_none, index) => index + 1).find((id) => !taken.has(id)) ?? 1;
  return (
    <>
      <Rows
        label="VLANs"
        columns={['VLAN', 'Untagged']}
        widths="90px minmax(120px, 1fr)"
        empty="No VLAN: the port is as the network has it."
        buttons={
          <AddButton
            label="VLAN"
            onClick={() =>
              edit.change(() => {
                if (tags.length > 0) vlan.trunk = true;
                vlan.tags.add({ id: free });
              })
            }
          />
        }
      >
        {tags.map((tag, index) => (
          <Row
            key={String(index)}
            removeLabel={`Remove VLAN ${tag.id ?? ''}`}
            onRemove={() =>
              edit.change(() => {
                vlan.tags.remove(tag);
                if (vlan.tags.length === 0) vlan.clear();
              })
            }
          >
            <NumberCell of={tag} field="id" label="VLAN" max={4095} optional={false} />
            <SelectCell
              of={tag}
              field="nativeMode"
              label="Untagged"
              none="No"
              options={optionsFrom(['tagged', 'untagged'], null, {
                tagged: 'From the guest, and tagged outside',
                untagged: 'From the guest, and outside',
              })}
            />
          </Row>
        ))}
      </Rows>
      {tags.length > 0 && (
        <TriStateField
          of={vlan}
          field="trunk"
          label="Several VLANs (trunk)"
          hint="Open vSwitch and virtual functions only."
          none="Default: no"
        />
      )}
    </>
  );
}
