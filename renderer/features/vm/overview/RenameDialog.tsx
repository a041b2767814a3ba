import { Button, Group, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type ApiErrorData,
  type DomainRef,
  type DomainRow,
  renameRefusal,
} from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';

interface RenameDialogProps {
  domain: DomainRef;
  row: DomainRow;
  onClose: () => void;
}

/** Asks for a machine's new name. */
export function RenameDialog({ domain, row, onClose }: RenameDialogProps) {
  const [name, setName] = useState(row.name);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const reason = name.trim() === row.name ? 'That is its name already.' : nameProblem(name, row);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason !== null || busy) return;
    setBusy(true);
    try {
      await client().domains.rename({ ...domain, name: name.trim() });
      onClose();
    } catch (thrown) {
      setError(toErrorData(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog title={`Rename ${row.name}`} onClose={onClose} size={460}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label="Name"
          description="Its disks and other files keep their names."
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        {error && <ErrorView title="The machine was not renamed" error={error} />}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <ReasonButton type="submit" loading={busy} reason={reason}>
            Rename
          </ReasonButton>
        </Group>
      </form>
    </Dialog>
  );
}

function nameProblem(name: string, row: DomainRow): string | null {
  if (/[/\n\r]/.test(name)) return 'A name has no slashes and is one line.';
  return name.trim().length > 255 ? 'A name has at most 255 characters.' : renameRefusal(row, name);
}
