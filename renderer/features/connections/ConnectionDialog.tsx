import { Button, Checkbox, Group, Modal, Stack, TextInput, UnstyledButton } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type {
  ApiErrorData,
  Connection,
  ConnectionOffer,
  ConnectionSettings,
} from '../../../contract/index.ts';
import { client, toErrorData } from '../../state/host.ts';
import { navigate } from '../../state/route.ts';
import { openDialog } from '../../ui/dialogs.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import classes from './ConnectionDialog.module.css';
import { addConnection, newSettings, uriProblem } from './connectionActions.ts';

/** Asks for the address of a hypervisor and adds it. */
export function openAddConnection(): void {
  openDialog((close) => <ConnectionDialog onClose={close} connection={null} />);
}

/** Changes what is saved of a connection. */
export function openEditConnection(connection: Connection): void {
  openDialog((close) => <ConnectionDialog onClose={close} connection={connection} />);
}

interface ConnectionDialogProps {
  /** The one to change; null: a new one. */
  connection: Connection | null;
  onClose: () => void;
}

function ConnectionDialog({ connection, onClose }: ConnectionDialogProps) {
  const [settings, setSettings] = useState(connection?.settings ?? newSettings(''));
  const [touched, setTouched] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const problem = uriProblem(settings.uri);
  const change = (part: Partial<ConnectionSettings>) => setSettings((before) => ({ ...before, ...part }));

  const save = async () => {
    setTouched(true);
    if (problem !== null) return;
    setBusy(true);
    setError(null);
    const wanted = { ...settings, uri: settings.uri.trim(), name: settings.name.trim() };
    try {
      if (connection) {
        await client().connections.update({ connection: connection.id, settings: wanted });
      } else {
        const added = await addConnection(wanted);
        navigate({ page: 'host', connection: added.id, tab: 'overview' });
      }
      onClose();
    } catch (thrown) {
      setError(toErrorData(thrown));
      setBusy(false);
    }
  };

  return (
    <Modal opened onClose={onClose} title={connection ? 'Edit connection' : 'Add connection'} size={540}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="md">
          {!connection && <Offers onChoose={(uri) => change({ uri })} chosen={settings.uri} />}
          <TextInput
            data-autofocus
            label="Address (URI)"
            description="For example qemu:///system, qemu+ssh://root@host/system, xen+tls://host/"
            placeholder="qemu+ssh://user@host/system"
            value={settings.uri}
            onChange={(event) => change({ uri: event.currentTarget.value })}
            onBlur={() => settings.uri && setTouched(true)}
            error={touched && problem}
            spellCheck={false}
            autoComplete="off"
          />
          <TextInput
            label="Name"
            description="Shown instead of the host's own name"
            value={settings.name}
            maxLength={200}
            onChange={(event) => change({ name: event.currentTarget.value })}
            autoComplete="off"
          />
          <Stack gap="xs">
            <Checkbox
              label="Read-only"
              description="Look at everything, change nothing"
              checked={settings.readOnly}
              onChange={(event) => change({ readOnly: event.currentTarget.checked })}
            />
            <Checkbox
              label="Connect when Virtdeck starts"
              checked={settings.autoConnect}
              onChange={(event) => change({ autoConnect: event.currentTarget.checked })}
            />
            <Checkbox
              label="Production host"
              description="Ask for the machine's name before its power is cut"
              checked={settings.production}
              onChange={(event) => change({ production: event.currentTarget.checked })}
            />
          </Stack>
          {error && (
            <ErrorView
              title={connection ? 'The connection could not be changed' : 'The connection could not be added'}
              error={error}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              {connection ? 'Save' : 'Connect'}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

interface OffersProps {
  chosen: string;
  onChoose: (uri: string) => void;
}

/** What was found on this machine. */
function Offers({ chosen, onChoose }: OffersProps) {
  const offers = useOffers();
  if (!offers || offers.length === 0) return null;
  return (
    <section aria-label="Found on this machine">
      <h3 className={classes.heading}>Found on this machine</h3>
      <div className={classes.offers}>
        {offers.map(({ uri, title, detail }) => (
          <UnstyledButton
            key={uri}
            className={classes.offer}
            aria-pressed={chosen === uri}
            onClick={() => onChoose(uri)}
          >
            <IconServer2 size={18} aria-hidden />
            <span>
              <strong>{title}</strong>
              <span className={classes.detail}>{detail || uri}</span>
            </span>
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}

/** Connections that could be opened; null while they are looked for. None when looking fails. */
export function useOffers(): readonly ConnectionOffer[] | null {
  const [offers, setOffers] = useState<readonly ConnectionOffer[] | null>(null);
  useEffect(() => {
    let gone = false;
    client()
      .connections.offers({})
      .then(
        (list) => !gone && setOffers(list),
        (error: unknown) => {
          // Offers are a help, an address can be typed without them.
          console.warn('Local hypervisors could not be looked for.', error);
          if (!gone) setOffers([]);
        },
      );
    return () => {
      gone = true;
    };
  }, []);
  return offers;
}
