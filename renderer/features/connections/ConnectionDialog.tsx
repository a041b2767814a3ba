import { Button } from '@mantine/core';
import { IconAlertTriangle, IconStethoscope } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiErrorData, Connection, ConnectionSettings, Remedy } from '../../../contract/index.ts';
import { connectionTitle } from '../../state/connections.ts';
import { client, toErrorData } from '../../state/host.ts';
import { navigate } from '../../state/route.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { openDialog } from '../../ui/dialogs.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { DiagnosisView } from '../doctor/DiagnosisView.tsx';
import { useDiagnosis } from '../doctor/useDiagnosis.ts';
import { AddressFields } from './AddressFields.tsx';
import { AdvancedParameters } from './AdvancedParameters.tsx';
import { addressOf, dangersOf, NEW_ADDRESS, problemsOf, refusalOf, typedAddress } from './address.ts';
import classes from './ConnectionDialog.module.css';
import { ConnectionOptions, tidySettings } from './ConnectionOptions.tsx';
import { addConnection, newSettings, removeConnection } from './connectionActions.ts';
import { Offers } from './Offers.tsx';
import { UriField } from './UriField.tsx';
import { useHostSuggestions } from './useHostSuggestions.ts';

/** Asks how to reach a hypervisor and adds it. */
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
  const [address, setAddress] = useState(() =>
    connection ? typedAddress(connection.settings.uri) : NEW_ADDRESS,
  );
  const [options, setOptions] = useState(() => connection?.settings ?? newSettings(''));
  const [strict, setStrict] = useState(false);
  const suggestions = useHostSuggestions();
  const settings = tidySettings({ ...options, uri: address.text });
  const saving = useSaving(connection, onClose);
  const problems = problemsOf(address.parts);
  const diagnosis = useDiagnosis();
  const tested = diagnosis.state;
  const testing = tested !== null && tested.verdict === null && tested.error === null;
  const sound = () => {
    setStrict(true);
    return refusalOf(address) === null;
  };
  const send = () => {
    if (sound()) void saving.save(settings);
  };
  const test = () => {
    if (sound()) void diagnosis.start(settings.uri, settings.readOnly);
  };
  const takeRemedy = (remedy: Remedy) => {
    if (remedy.kind === 'uri') setAddress(typedAddress(remedy.uri, address.parts));
    else if (remedy.kind === 'read-only') setOptions((before) => ({ ...before, readOnly: true }));
  };

  return (
    <Dialog
      onClose={onClose}
      title={connection ? `Edit ${connectionTitle(connection)}` : 'Add connection'}
      size={680}
      closeOnClickOutside={false}
      classNames={{ content: classes.content ?? '', body: classes.body ?? '' }}
    >
      <form
        noValidate
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <div className={classes.scroll}>
          {!connection && (
            <Offers chosen={address.text} onChoose={(uri) => setAddress(typedAddress(uri, address.parts))} />
          )}
          <AddressFields
            address={address}
            problems={problems}
            strict={strict}
            hosts={suggestions.hosts}
            onChange={setAddress}
          />
          <Dangers messages={dangersOf(address.parts)} />
          <UriField address={address} strict={strict} aliases={suggestions.aliases} onChange={setAddress} />
          <AdvancedParameters
            parts={address.parts}
            problems={problems}
            onChange={(parts) => setAddress(addressOf(parts))}
          />
          <ConnectionOptions
            options={options}
            onChange={(part) => setOptions((before) => ({ ...before, ...part }))}
          />
          {connection && reopens(connection, settings) && (
            <p className={classes.dim}>Saving closes the connection and opens it anew.</p>
          )}
          {diagnosis.state && <DiagnosisView state={diagnosis.state} onRemedy={takeRemedy} />}
          {tested && !sameAs(tested, settings) && (
            <p className={classes.dim} role="status">
              The address has been changed since it was tested.
            </p>
          )}
          {saving.error && (
            <ErrorView
              title={connection ? 'The connection could not be changed' : 'The connection could not be added'}
              error={saving.error}
            />
          )}
        </div>
        <footer className={classes.foot}>
          {connection && (
            <Button variant="subtle" color="red" onClick={() => void removeConnection(connection, onClose)}>
              Remove
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => (testing ? diagnosis.stop() : test())}
            {...(!testing && { leftSection: <IconStethoscope size={15} /> })}
          >
            {testing ? 'Stop test' : 'Test connection'}
          </Button>
          <span className={classes.push} />
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={saving.busy}>
            {buttonWord(connection)}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

/** Who changes a connection that failed wants to see whether it works now. */
function buttonWord(connection: Connection | null): string {
  if (!connection) return 'Connect';
  return hasFailed(connection) ? 'Save and connect' : 'Save';
}

function hasFailed({ status, error }: Connection): boolean {
  return status === 'disconnected' && error !== null;
}

/** Whether the change means another connection, so that an open one is closed for it. */
function reopens({ settings, status }: Connection, next: ConnectionSettings): boolean {
  if (status === 'disconnected') return false;
  return settings.uri !== next.uri || settings.readOnly !== next.readOnly;
}

function sameAs(tested: Pick<ConnectionSettings, 'uri' | 'readOnly'>, now: ConnectionSettings): boolean {
  return tested.uri === now.uri && tested.readOnly === now.readOnly;
}

/** Adds or changes the connection; the dialog goes when that is done. */
function useSaving(connection: Connection | null, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiErrorData | null>(null);
  const save = async (settings: ConnectionSettings) => {
    setBusy(true);
    setError(null);
    try {
      if (connection) {
        await client().connections.update({ connection: connection.id, settings });
        if (hasFailed(connection)) await client().connections.open({ connection: connection.id });
      } else {
        const added = await addConnection(settings);
        navigate({ page: 'host', connection: added.id, tab: 'overview' });
      }
      onDone();
    } catch (thrown) {
      setError(toErrorData(thrown));
      setBusy(false);
    }
  };
  return { busy, error, save };
}

/** What takes protection away, loudly. */
function Dangers({ messages }: { messages: readonly string[] }) {
  if (messages.length === 0) return null;
  return (
    <div className={classes.dangers} role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        {messages.map((message) => (
          <p key={message}>{message}</p>
        ))}
      </div>
    </div>
  );
}
