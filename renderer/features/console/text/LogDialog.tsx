import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiErrorData, DomainRef } from '../../../../contract/index.ts';
import { client, toErrorData } from '../../../state/host.ts';
import { useSettings } from '../../../state/settings.ts';
import { useAsked } from '../../../state/useAsked.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { openDialog } from '../../../ui/dialogs.tsx';
import { ReasonButton } from '../../../ui/ReasonButton.tsx';
import { fileName } from './scrollback.ts';

interface LogDialogProps {
  domain: DomainRef;
  machine: string;
  /** The console's. */
  deviceKey: string;
  title: string;
  onClose: () => void;
}

/** Asks how the file shall be called that a console is written to. */
export function openLogDialog(about: Omit<LogDialogProps, 'onClose'>): void {
  openDialog((close) => <LogDialog {...about} onClose={close} />);
}

function LogDialog({ domain, machine, deviceKey, title, onClose }: LogDialogProps) {
  const [name, setName] = useState(() => `${fileName(machine, title, new Date())}.log`);
  const [plain, setPlain] = useState(true);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const folder = useAsked('folder', () => client().consoles.logFolder({}))?.folder ?? null;
  const nativeDialogs = useSettings(({ capabilities }) => capabilities?.nativeDialogs ?? false);
  const start = async (choose: boolean) => {
    setBusy(true);
    try {
      const started = await client().consoles.startLog({ ...domain, key: deviceKey, name, plain, choose });
      if (started) return onClose();
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
    setBusy(false);
  };
  return (
    <Dialog onClose={onClose} title={`Write ${title} of ${machine} to a file`} size={520}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void start(false);
        }}
      >
        <Stack gap="md">
          <TextInput
            data-autofocus
            label="Name of the file"
            description={
              <>
                In {folder === null ? 'Virtdeck’s data folder' : <code>{folder}</code>}, where only you can
                read it.
              </>
            }
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error && [error.message, error.hint].filter(Boolean).join(' ')}
            spellCheck={false}
          />
          <Checkbox
            label="Text only"
            description="Without colours and other control sequences. Otherwise the file holds every byte."
            checked={plain}
            onChange={(event) => setPlain(event.currentTarget.checked)}
          />
          <Text size="sm" c="dimmed">
            Everything that is printed from now on is written until you stop it or Virtdeck ends, also while
            no window shows the console, and again after a restart of the machine. Passwords that are typed
            are in it only where the guest shows them.
          </Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            {nativeDialogs && (
              <Button variant="default" disabled={busy} onClick={() => void start(true)}>
                Choose another place…
              </Button>
            )}
            <ReasonButton type="submit" loading={busy} reason={name.trim() === '' ? 'It has no name.' : null}>
              Start
            </ReasonButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
