import { Switch, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { type Connection, type DomainRow, renameRefusal } from '../../../../contract/index.ts';
import { connectionTitle } from '../../../state/connections.ts';
import { client } from '../../../state/host.ts';
import { formatRoute } from '../../../state/route.ts';
import { openDialog } from '../../../ui/dialogs.tsx';
import { Facts, Section } from '../../../ui/Facts.tsx';
import { reportError } from '../../../ui/notify.tsx';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import { stateText } from '../../../ui/stateWords.ts';
import { osName } from '../../fleet/cells.tsx';
import { writeRefusal } from './About.tsx';
import classes from './Overview.module.css';
import { RenameDialog } from './RenameDialog.tsx';

interface MachineFactsProps {
  connection: Connection;
  row: DomainRow;
}

/** What the machine is to its host. */
export function MachineFacts({ connection, row }: MachineFactsProps) {
  return (
    <Section title="Machine">
      <Facts
        facts={[
          { label: 'State', value: stateText(row) },
          { label: 'Name', value: <Name connection={connection} row={row} /> },
          { label: 'System', value: osName(row.os) },
          {
            label: 'Host',
            value: (
              <a href={formatRoute({ page: 'host', connection: connection.id, tab: 'overview' })}>
                {connectionTitle(connection)}
              </a>
            ),
          },
          { label: 'IP addresses', value: row.addresses?.join(', ') },
          { label: 'Starts with host', value: <Autostart connection={connection} row={row} /> },
          {
            label: 'Definition',
            value: row.persistent ? 'Saved on the host' : 'Transient: gone when it is off',
          },
          { label: 'Saved state', value: row.managedSave && 'Yes: starting resumes it' },
          { label: 'Snapshots', value: row.hasSnapshots && 'Yes' },
          { label: 'UUID', value: <code className={classes.mono}>{row.uuid}</code> },
        ]}
      />
    </Section>
  );
}

function Name({ connection, row }: MachineFactsProps) {
  const reason = writeRefusal(connection) ?? renameRefusal(row, row.name);
  const rename = () =>
    openDialog((close) => (
      <RenameDialog domain={{ connection: connection.id, uuid: row.uuid }} row={row} onClose={close} />
    ));
  return (
    <div className={classes.shown}>
      <span className={classes.text}>{row.name}</span>
      <IconButton label="Rename" variant="subtle" size={22} reason={reason} onClick={rename}>
        <IconPencil size={14} />
      </IconButton>
    </div>
  );
}

function Autostart({ connection, row }: MachineFactsProps) {
  const [busy, setBusy] = useState(false);
  const reason =
    writeRefusal(connection) ??
    (row.persistent ? null : 'Its definition is not saved: it goes when it stops.');
  const set = (autostart: boolean) => {
    if (busy || reason !== null) return;
    setBusy(true);
    client()
      .domains.setAutostart({ connection: connection.id, uuid: row.uuid, autostart })
      .catch((error: unknown) => reportError('The autostart could not be changed', error))
      .finally(() => setBusy(false));
  };
  return (
    <Tooltip label={reason ?? ''} disabled={reason === null}>
      <Switch
        size="xs"
        style={{ width: 'fit-content' }}
        aria-label="Starts with host"
        label={row.autostart ? 'Yes' : 'No'}
        checked={row.autostart}
        aria-disabled={reason !== null}
        {...(reason !== null && { 'aria-description': reason })}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    </Tooltip>
  );
}
