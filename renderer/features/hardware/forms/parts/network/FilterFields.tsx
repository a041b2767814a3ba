import type { NetworkInterface } from '../../../../../../model/index.ts';
import { useEdit } from '../../../edit/context.tsx';
import { FieldGroup, SelectField, TriStateField } from '../../../fields/index.ts';
import { TextCell } from '../../../sections/parts/Cells.tsx';
import { AddButton, Row, Rows } from '../../../sections/parts/Rows.tsx';
import type { HostNetworkingFacts } from './hostNetworking.ts';

/** What of the guest's traffic passes. */
export function FilterFields({ device, host }: { device: NetworkInterface; host: HostNetworkingFacts }) {
  const edit = useEdit();
  return (
    <FieldGroup title="Filter">
      <SelectField
        of={device}
        field="filter"
        label="Network filter"
        none="None"
        options={host.filters.map((value) => ({ value, label: value, reason: null }))}
        also={(filter) => {
          if (filter === null) device.filterParameters.clear();
        }}
      />
      {device.filter !== null && (
        <Rows
          label="Parameters of the filter"
          columns={['Parameter', 'Value']}
          widths="minmax(90px, 1fr) minmax(120px, 2fr)"
          empty="No parameters: the filter learns the guest’s address, if it asks for it."
          buttons={
            <AddButton
              label="Parameter"
              onClick={() => edit.change(() => device.filterParameters.add({ name: 'IP', value: '' }))}
            />
          }
        >
          {device.filterParameters.all.map((parameter, index) => (
            <Row
              key={String(index)}
              removeLabel={`Remove parameter ${parameter.name ?? ''}`}
              onRemove={() => edit.change(() => device.filterParameters.remove(parameter))}
            >
              <TextCell of={parameter} field="name" label="Parameter" check={nameProblem} />
              <TextCell of={parameter} field="value" label="Value" placeholder="192.168.1.20" />
            </Row>
          ))}
        </Rows>
      )}
      <TriStateField
        of={device}
        field="trustGuestRxFilters"
        label="Follow the guest’s own filters"
        hint="The guest may change its address, and join groups."
        none="Default: no"
      />
    </FieldGroup>
  );
}

function nameProblem(text: string): string | null {
  return /^[A-Za-z0-9_]+$/.test(text) ? null : 'Letters, digits and _ only: IP, CTRL_IP_LEARNING.';
}
