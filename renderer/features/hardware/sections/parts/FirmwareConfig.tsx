import type { Domain } from '../../../../../model/index.ts';
import { useEdit } from '../../edit/context.tsx';
import { TextCell } from './Cells.tsx';
import { AddButton, Row, Rows } from './Rows.tsx';

/** What QEMU hands to firmware and guest by name (fw_cfg): Ignition's configuration, keys. */
export function FirmwareConfig({ domain }: { domain: Domain }) {
  const edit = useEdit();
  const table = domain.sysinfo.find(({ type }) => type === 'fwcfg');
  const entries = table?.entries.all ?? [];
  const add = () =>
    edit.change((next) => {
      const there = next.sysinfo.find(({ type }) => type === 'fwcfg') ?? next.sysinfo.add({ type: 'fwcfg' });
      there.entries.add({ name: `opt/org.example/${there.entries.length + 1}`, value: '' });
    });
  return (
    <Rows
      label="Files for the guest (fw_cfg)"
      columns={['Name', 'Value', 'Or a file of the host']}
      widths="minmax(130px, 1fr) minmax(100px, 1fr) minmax(120px, 1fr)"
      minWidth={420}
      empty="No files for the guest by way of the firmware (fw_cfg)."
      buttons={<AddButton label="Add a file (fw_cfg)" onClick={add} />}
    >
      {entries.map((entry) => (
        <Row
          key={edit.ids.of(entry)}
          removeLabel={`Remove ${entry.name ?? 'the file'}`}
          onRemove={() =>
            edit.change((next) => {
              table?.entries.remove(entry);
              if (table && table.entries.length === 0) next.sysinfo.remove(table);
            })
          }
        >
          <TextCell
            of={entry}
            field="name"
            label="Name of the file"
            check={(text) => (text.startsWith('opt/') ? null : 'It begins with opt/.')}
          />
          <TextCell of={entry} field="value" label={`Value of ${entry.name ?? ''}`} />
          <TextCell of={entry} field="file" label={`File of ${entry.name ?? ''}`} placeholder="None" />
        </Row>
      ))}
    </Rows>
  );
}
