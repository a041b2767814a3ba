import { Button } from '@mantine/core';
import { useState } from 'react';
import type { NodeDeviceKind } from '../../../../../contract/index.ts';
import type { Hostdev } from '../../../../../model/index.ts';
import { usesNodeDevice } from '../../../../../model/index.ts';
import { useEdit, useProposed } from '../../edit/context.tsx';
import { FieldGroup, FieldRow } from '../../fields/index.ts';
import { NodeDevicePicker } from '../../nodeDevices/NodeDevicePicker.tsx';
import { type HostThing, warningsOf } from '../../nodeDevices/readDevices.ts';
import { useNodeDevices } from '../../nodeDevices/useNodeDevices.ts';
import { useFormHost } from '../formHost.tsx';
import classes from '../parts/Parts.module.css';
import { Remark } from '../parts/Remark.tsx';

interface ChooserProps {
  device: Hostdev;
  /** The accessible name of the list. */
  label: string;
  kinds: readonly NodeDeviceKind[];
  /** What the device is called where nothing is known of it. */
  text: string;
  /** Said where the host has no such device. */
  none: string;
  /** Makes the device be that one; runs as one step. */
  onChoose: (thing: HostThing) => void;
}

/** Which device of the host it is, and what to think of before the guest has it. */
export function Chooser({ device, label, kinds, text, none, onChoose }: ChooserProps) {
  const edit = useEdit();
  const domain = useProposed();
  const { connection } = useFormHost();
  const { things, failure, refresh } = useNodeDevices(connection, kinds);
  const [open, setOpen] = useState(text === '');
  const chosen = things?.find(({ node }) => usesNodeDevice(device, node));
  const warnings = chosen ? warningsOf(chosen, things ?? [], domain.uuid, device.managed !== false) : [];
  return (
    <FieldGroup>
      <FieldRow label="Device">
        <span className={classes.value}>
          {chosen ? `${chosen.title} (${chosen.place})` : text === '' ? 'None is chosen' : text}
        </span>
        <Button size="compact-xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Close the list' : 'Choose'}
        </Button>
      </FieldRow>
      {things && text !== '' && !chosen && (
        <Remark warning>
          The host does not have this device now
          {device.source.startupPolicy === 'optional'
            ? ': the machine starts without it.'
            : ': the machine would not start.'}
        </Remark>
      )}
      {chosen && chosen.iommuMembers.length > 1 && <Group chosen={chosen} all={things ?? []} />}
      {warnings.map((sentence) => (
        <Remark key={sentence} warning>
          {sentence}
        </Remark>
      ))}
      {open && (
        <NodeDevicePicker
          label={label}
          things={things}
          failure={failure}
          onRefresh={refresh}
          chosen={chosen}
          onChoose={(thing) => edit.change(() => onChoose(thing))}
          machine={domain.uuid}
          none={none}
        />
      )}
    </FieldGroup>
  );
}

/** All of an IOMMU group go together: who they are, and who has them. */
function Group({ chosen, all }: { chosen: HostThing; all: readonly HostThing[] }) {
  return (
    <FieldRow label={`IOMMU group ${chosen.iommuGroup ?? ''}`}>
      <ul className={classes.members}>
        {chosen.iommuMembers.map((place) => {
          const member = all.find((one) => one.place === place);
          const has = member?.usedBy.map(({ name }) => name).join(', ');
          const words = [member?.title, has ? `${has} has it` : member?.driver && `driver ${member.driver}`];
          return (
            <li key={place}>
              {place} {words.filter(Boolean).join(', ')}
            </li>
          );
        })}
      </ul>
    </FieldRow>
  );
}
