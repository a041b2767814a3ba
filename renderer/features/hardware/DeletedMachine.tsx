import { Button } from '@mantine/core';
import { IconDeviceDesktopOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiErrorData, Connection, DomainRef } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { navigate } from '../../state/route.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { count } from '../../ui/format.ts';
import { ReasonButton } from '../../ui/ReasonButton.tsx';
import { dropEdit, keptEdit, machineEditId } from './edit/keptEdits.ts';
import type { MachineEdit } from './edit/machineEdit.ts';
import { refusalOf } from './HardwareTab.tsx';
import classes from './shell/Hardware.module.css';

interface DeletedMachineProps {
  connection: Connection;
  domain: DomainRef;
}

/** The machine is gone. What was changed here and not applied is kept until the user says what becomes of it. */
export function DeletedMachine({ connection, domain }: DeletedMachineProps) {
  const [edit, setEdit] = useState(() => keptEdit(machineEditId(domain)));
  const home = <Button onClick={() => navigate({ page: 'fleet' })}>Go to all machines</Button>;
  if (!edit) {
    return (
      <EmptyState
        icon={IconDeviceDesktopOff}
        title="This machine does not exist any more"
        text="It was deleted, renamed by being defined anew, or moved to another host."
      >
        {home}
      </EmptyState>
    );
  }
  const discard = () => {
    dropEdit(edit.source.id);
    setEdit(undefined);
  };
  return <Kept connection={connection} domain={domain} edit={edit} onDiscard={discard} />;
}

interface KeptProps extends DeletedMachineProps {
  edit: MachineEdit;
  onDiscard: () => void;
}

function Kept({ connection, domain, edit, onDiscard }: KeptProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const { changes, typed } = edit.store.getState();
  const define = async () => {
    setBusy(true);
    setError(null);
    try {
      await client().editing.defineAgain({ ...domain, xml: edit.xml });
      // The page comes back with the machine, and begins anew.
      dropEdit(edit.source.id);
    } catch (thrown) {
      setError(toErrorData(thrown));
      setBusy(false);
    }
  };
  return (
    <EmptyState
      icon={IconDeviceDesktopOff}
      title={`${edit.base.name ?? 'This machine'} does not exist any more`}
      text={`It was deleted while ${count(changes.length + typed.size, 'change')} to it had not been applied. They are kept: it can be defined again with them. Snapshots, and files that were deleted, do not come back; displays that had passwords get random ones.`}
    >
      <div className={classes.kept}>
        <ul aria-label="Changes that were not applied">
          {changes.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
          {[...typed].map(([field, { label, problem }]) => (
            <li key={field}>
              {label}: {problem}
            </li>
          ))}
        </ul>
        {error && <ErrorView title="The machine was not defined" error={error} />}
        <div>
          <ReasonButton loading={busy} reason={refusalOf(connection)} onClick={() => void define()}>
            Define it again with these changes
          </ReasonButton>{' '}
          <Button variant="default" onClick={onDiscard}>
            Discard the changes
          </Button>
        </div>
      </div>
    </EmptyState>
  );
}
