import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiErrorData, MadeCertificates } from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import classes from './Certificates.module.css';
import { type CertificateDraft, toWish } from './certificateWish.ts';
import { MadeView } from './MadeView.tsx';

interface CertificatesOptions {
  /** The server that is known already. */
  host?: string;
  /** Takes the folder of a client's certificate for the connection at hand. */
  onUse?: (folder: string) => void;
}

/** Makes an authority and certificates for connections over TLS, and says where they belong. */
export function openCertificates(options: CertificatesOptions = {}): void {
  openDialog((close) => <CertificatesDialog {...options} onClose={close} />);
}

interface CertificatesDialogProps extends CertificatesOptions {
  onClose: () => void;
}

function CertificatesDialog({ host = '', onUse, onClose }: CertificatesDialogProps) {
  const [draft, setDraft] = useState<CertificateDraft>({
    folder: '',
    servers: host,
    clients: '',
    days: '1095',
  });
  const making = useMaking();
  const change = (part: Partial<CertificateDraft>) => setDraft((before) => ({ ...before, ...part }));
  const use = onUse && {
    onUse: (folder: string) => {
      onUse(folder);
      onClose();
    },
  };
  return (
    <Dialog
      onClose={onClose}
      title="Certificates for TLS"
      size={680}
      closeOnClickOutside={false}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      {making.made ? (
        <MadeView made={making.made} onClose={onClose} {...use} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void making.make(draft);
          }}
        >
          <Stack gap="md">
            <p>
              Both sides of a TLS connection show a certificate that the same authority has signed. Virtdeck
              makes the authority and the certificates on this machine and says where they belong; nothing is
              sent anywhere.
            </p>
            <Fields draft={draft} onChange={change} />
            {making.problem !== null && (
              <p className={classes.problem} role="alert">
                {making.problem}
              </p>
            )}
            {making.error && <ErrorView title="The certificates could not be made" error={making.error} />}
            <Group justify="flex-end" gap="xs">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button type="submit" loading={making.busy}>
                Make certificates
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}

interface FieldsProps {
  draft: CertificateDraft;
  onChange: (part: Partial<CertificateDraft>) => void;
}

function Fields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Textarea
        data-autofocus
        size="xs"
        label="Servers"
        description="One a line: all names and addresses that clients type for it, as in “lab1.example lab1 10.0.0.1”"
        value={draft.servers}
        onChange={(event) => onChange({ servers: event.currentTarget.value })}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
      />
      <Textarea
        size="xs"
        label="Clients"
        description="One a line: people or machines that connect"
        value={draft.clients}
        onChange={(event) => onChange({ clients: event.currentTarget.value })}
        autosize
        minRows={2}
        maxRows={6}
        spellCheck={false}
      />
      <div className={classes.pair}>
        <TextInput
          label="Folder"
          description="Where they are made. An authority that is there already signs again."
          placeholder="a folder of Virtdeck"
          value={draft.folder}
          onChange={(event) => onChange({ folder: event.currentTarget.value })}
          spellCheck={false}
        />
        <TextInput
          label="Days"
          description="How long they are good"
          inputMode="numeric"
          value={draft.days}
          onChange={(event) => onChange({ days: event.currentTarget.value })}
        />
      </div>
    </>
  );
}

function useMaking() {
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<MadeCertificates | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const make = async (draft: CertificateDraft) => {
    const result = toWish(draft);
    setError(null);
    setProblem('problem' in result ? result.problem : null);
    if ('problem' in result) return;
    setBusy(true);
    try {
      setMade(await client().certificates.make(result.wish));
    } catch (thrown) {
      setError(toErrorData(thrown));
    }
    setBusy(false);
  };
  return { busy, made, problem, error, make };
}
