import type { NetworkInterface, PortForward } from '../../../../../../model/index.ts';
import { useEdit } from '../../../edit/context.tsx';
import { FieldGroup, optionsFrom, SelectField, TextField } from '../../../fields/index.ts';
import { NumberCell, TriStateCell } from '../../../sections/parts/Cells.tsx';
import { AddButton, Row, Rows, SmallButton } from '../../../sections/parts/Rows.tsx';

/** Ports of the host at which the guest is reached. */
export function PortForwards({ device }: { device: NetworkInterface }) {
  const edit = useEdit();
  const add = (protocol: string) =>
    edit.change(() => {
      const forward = device.portForwards.add({ protocol });
      forward.ranges.add({ start: 2222, to: 22 });
    });
  return (
    <FieldGroup title="Ports of the host that lead to the guest">
      {device.portForwards.all.map((forward, index) => (
        <Forward key={String(index)} device={device} forward={forward} />
      ))}
      <div>
        <AddButton label="Forward TCP ports" onClick={() => add('tcp')} />{' '}
        <AddButton label="Forward UDP ports" onClick={() => add('udp')} />
      </div>
    </FieldGroup>
  );
}

function Forward({ device, forward }: { device: NetworkInterface; forward: PortForward }) {
  const edit = useEdit();
  const name = (forward.protocol ?? 'tcp').toUpperCase();
  return (
    <>
      <SelectField
        of={forward}
        field="protocol"
        label="Protocol"
        none={null}
        options={optionsFrom(['tcp', 'udp'], null, { tcp: 'TCP', udp: 'UDP' })}
      />
      <TextField of={forward} field="address" label="At the address" placeholder="All of the host’s" />
      <TextField of={forward} field="dev" label="On the card" placeholder="All of the host’s" />
      <Rows
        label={`${name} ports`}
        columns={['From', 'To', 'Of the guest', 'Left out']}
        widths="repeat(3, minmax(64px, 1fr)) 84px"
        minWidth={340}
        empty="All ports."
        buttons={
          <>
            <AddButton label="Ports" onClick={() => edit.change(() => forward.ranges.add({ start: 8080 }))} />
            <SmallButton onClick={() => edit.change(() => device.portForwards.remove(forward))}>
              Remove this forward
            </SmallButton>
          </>
        }
      >
        {forward.ranges.all.map((range, index) => (
          <Row
            key={String(index)}
            removeLabel={`Remove ports from ${range.start ?? ''}`}
            onRemove={() => edit.change(() => forward.ranges.remove(range))}
          >
            <NumberCell of={range} field="start" label="From" min={1} max={65_535} optional={false} />
            <NumberCell of={range} field="end" label="To" placeholder="Only it" min={1} max={65_535} />
            <NumberCell of={range} field="to" label="Of the guest" placeholder="Same" min={1} max={65_535} />
            <TriStateCell of={range} field="exclude" label="Left out" none="No" words={['Yes', 'No']} />
          </Row>
        ))}
      </Rows>
    </>
  );
}
