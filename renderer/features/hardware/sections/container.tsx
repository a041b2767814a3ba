import { IconBox } from '@tabler/icons-react';
import type { Domain, IdRange } from '../../../../model/index.ts';
import { useEdit } from '../edit/context.tsx';
import { FieldGroup, Form, SelectField, SwitchField, TextField, TriStateField } from '../fields/index.ts';
import type { SectionForm } from '../forms/form.tsx';
import { NumberCell } from './parts/Cells.tsx';
import { CAPABILITY_FIELDS, capabilityLabel } from './parts/containerCapabilities.ts';
import { AddButton, Row, Rows } from './parts/Rows.tsx';

/** What is particular to containers: users, rights, and what they share with the host. */
export const container: SectionForm = {
  id: 'container',
  title: 'Container',
  icon: IconBox,
  summary: ({ uidMap, features }) => {
    const users = uidMap.length > 0 ? 'Own users' : 'The host’s users';
    return features.privnet ? `${users}, no network` : users;
  },
  applies: (domain) => domain.type === 'lxc',
  Form: ContainerForm,
};

function ContainerForm({ domain }: { domain: Domain }) {
  const { capabilities } = domain.features;
  return (
    <Form>
      <FieldGroup title="Users">
        <Ids domain={domain} list="uidMap" title="User IDs" />
        <Ids domain={domain} list="gidMap" title="Group IDs" />
      </FieldGroup>
      <FieldGroup title="Shared with others">
        <SwitchField
          of={domain.features}
          field="privnet"
          label="No network of the host"
          hint="Without a network card it would share the host’s."
        />
        <SelectField of={domain.lxcNamespaces} field="networkType" label="Network of" none="Its own" />
        <TextField of={domain.lxcNamespaces} field="network" label="Its name or number" placeholder="None" />
        <SelectField of={domain.lxcNamespaces} field="ipcType" label="Messages (IPC) of" none="Its own" />
        <TextField of={domain.lxcNamespaces} field="ipc" label="Its name or number" placeholder="None" />
        <SelectField of={domain.lxcNamespaces} field="utsType" label="Host name of" none="Its own" />
        <TextField of={domain.lxcNamespaces} field="uts" label="Its name or number" placeholder="None" />
      </FieldGroup>
      <FieldGroup title="Rights of its administrator">
        <SelectField of={capabilities} field="policy" label="Those not named" none="As usual" />
        {CAPABILITY_FIELDS.map((field) => (
          <TriStateField
            key={field}
            of={capabilities}
            field={field}
            label={capabilityLabel(field)}
            none="As not named"
          />
        ))}
      </FieldGroup>
    </Form>
  );
}

interface IdsProps {
  domain: Domain;
  list: 'uidMap' | 'gidMap';
  title: string;
}

function Ids({ domain, list, title }: IdsProps) {
  const edit = useEdit();
  const add = () =>
    edit.change((next) => {
      // libvirt wants both or none.
      for (const both of ['uidMap', 'gidMap'] as const) {
        if (next[both].length === 0 || both === list) next[both].add(nextRange(next[both].all));
      }
    });
  return (
    <Rows
      label={title}
      columns={['In the container from', 'On the host from', 'So many']}
      widths="150px 150px 110px"
      minWidth={450}
      empty={`${title}: the same as on the host.`}
      buttons={<AddButton label={`Map ${title.toLowerCase().replace('ids', 'IDs')}`} onClick={add} />}
    >
      {domain[list].all.map((range, index) => (
        <Row
          key={edit.ids.of(range)}
          removeLabel={`Remove range ${index + 1} of ${title}`}
          onRemove={() =>
            edit.change((next) => {
              next[list].remove(range);
              if (next[list].length === 0) next.set('idmap', null);
            })
          }
        >
          <NumberCell of={range} field="start" label={`${title}: first in the container`} optional={false} />
          <NumberCell of={range} field="target" label={`${title}: first on the host`} optional={false} />
          <NumberCell of={range} field="count" label={`${title}: how many`} optional={false} min={1} />
        </Row>
      ))}
    </Rows>
  );
}

/** The first maps root; one more goes on where the last ends. */
function nextRange(there: readonly IdRange[]): { start: number; target: number; count: number } {
  const last = there.at(-1);
  if (!last) return { start: 0, target: 100_000, count: 65_536 };
  const count = last.count ?? 1;
  return { start: (last.start ?? 0) + count, target: (last.target ?? 0) + count, count };
}
