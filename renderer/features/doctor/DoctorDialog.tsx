import { Button, Group } from '@mantine/core';
import { useEffect } from 'react';
import type { Connection, Remedy } from '../../../contract/index.ts';
import { connectionTitle } from '../../state/connections.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { openReadOnly, openUri } from '../connections/connectionActions.ts';
import { DiagnosisView } from './DiagnosisView.tsx';
import { useDiagnosis } from './useDiagnosis.ts';

/** Finds out step by step whether a connection of the list works, and why not. */
export function openDoctor(connection: Connection): void {
  openDialog((close) => <DoctorDialog connection={connection} onClose={close} />);
}

function DoctorDialog({ connection, onClose }: { connection: Connection; onClose: () => void }) {
  const { state, start, stop } = useDiagnosis();
  const { uri, readOnly } = connection.settings;
  useEffect(() => void start(uri, readOnly), [start, uri, readOnly]);
  const take = (remedy: Remedy) => {
    onClose();
    if (remedy.kind === 'read-only') void openReadOnly(connection);
    else if (remedy.kind === 'uri') void openUri(remedy.uri);
  };
  const running = state !== null && state.verdict === null && state.error === null;
  return (
    <Dialog onClose={onClose} title={`Test ${connectionTitle(connection)}`} size={640}>
      {state && <DiagnosisView state={state} onRemedy={take} />}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={() => (running ? stop() : void start(uri, readOnly))}>
          {running ? 'Stop' : 'Test again'}
        </Button>
        <Button onClick={onClose}>Close</Button>
      </Group>
    </Dialog>
  );
}
