import { Button, Loader, NativeSelect, Radio, Stack } from '@mantine/core';
import type { Connection } from '../../../contract/index.ts';
import { connectionTitle, useConnections } from '../../state/connections.ts';
import { connectionWord } from '../../ui/ConnectionChip.tsx';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { openAddConnection } from '../connections/ConnectionDialog.tsx';
import { changeDraft, chooseHost, useCreate } from './createStore.ts';
import type { StepProps } from './stepProps.ts';

const VIRT_NAMES: Readonly<Record<string, string>> = {
  kvm: 'KVM (hardware virtualisation)',
  qemu: 'QEMU (emulation, slow)',
};

/** On which host, and by which means. */
export function HowStep({ problems }: StepProps) {
  const { draft, options, optionsError } = useCreate();
  const connections = useConnections((state) => state.byId);
  const list = [...connections.values()];
  if (list.length === 0) {
    return (
      <Stack gap="md" align="flex-start">
        <p>There is no host yet to make a machine on.</p>
        <Button onClick={openAddConnection}>Add connection</Button>
      </Stack>
    );
  }
  const chosenVirt = options?.virtTypes.find(({ type }) => type === draft.virtType);
  return (
    <Stack gap="lg">
      <NativeSelect
        label="Host"
        value={draft.connection ?? ''}
        onChange={(event) => event.currentTarget.value && void chooseHost(event.currentTarget.value)}
        error={problems.connection ?? options?.refusal}
        data={[
          ...(draft.connection === null ? [{ value: '', label: 'Choose a host' }] : []),
          ...list.map((connection) => ({
            value: connection.id,
            label: hostLabel(connection),
            disabled: hostProblem(connection) !== null,
          })),
        ]}
      />
      {draft.connection !== null && !options && !optionsError && (
        <Loader size="sm" aria-label="Asking the host" />
      )}
      {optionsError && draft.connection !== null && (
        <ErrorView title="The host could not be asked what it offers" error={optionsError}>
          <Button variant="default" onClick={() => draft.connection && void chooseHost(draft.connection)}>
            Try again
          </Button>
        </ErrorView>
      )}
      {options && !options.refusal && (
        <>
          <Radio.Group label="Install from" value="iso">
            <Radio
              mt={6}
              value="iso"
              label="ISO image or CD-ROM"
              description="The machine boots an installation medium, and from its disk once that can be booted."
            />
          </Radio.Group>
          <NativeSelect
            label="Hypervisor"
            value={draft.virtType}
            onChange={(event) => changeDraft({ virtType: event.currentTarget.value })}
            description={chosenVirt?.note}
            data={options.virtTypes.map(({ type }) => ({ value: type, label: VIRT_NAMES[type] ?? type }))}
          />
        </>
      )}
    </Stack>
  );
}

function hostProblem(connection: Connection): string | null {
  if (connection.status !== 'connected') return connectionWord(connection).toLowerCase();
  return connection.readOnly ? 'read-only' : null;
}

function hostLabel(connection: Connection): string {
  const problem = hostProblem(connection);
  return problem ? `${connectionTitle(connection)} (${problem})` : connectionTitle(connection);
}
