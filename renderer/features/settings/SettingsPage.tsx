import { Button, Checkbox, NumberInput, SegmentedControl, Stack, Table } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Connection, Settings } from '../../../contract/index.ts';
import { connectionTitle, useConnections } from '../../state/connections.ts';
import { changeSettings, useSettings } from '../../state/settings.ts';
import { ConnectionText } from '../../ui/ConnectionChip.tsx';
import { Facts, Section } from '../../ui/Facts.tsx';
import { HostDot, ProductionMark } from '../../ui/HostMarks.tsx';
import { reportError } from '../../ui/notify.tsx';
import { openCertificates } from '../certificates/CertificatesDialog.tsx';
import { openAddConnection, openEditConnection } from '../connections/ConnectionDialog.tsx';
import { removeConnection } from '../connections/connectionActions.ts';
import vm from '../vm/MachinePage.module.css';
import { CredentialsSection } from './CredentialsSection.tsx';
import { TextConsoleSection } from './TextConsoleSection.tsx';

function save(change: Partial<Settings>): void {
  changeSettings(change).catch((error: unknown) => reportError('The setting could not be saved', error));
}

const CONFIRMATIONS: readonly (readonly [keyof Settings['confirm'], string])[] = [
  ['shutdown', 'Shut down'],
  ['reboot', 'Reboot'],
  ['suspend', 'Pause'],
  ['destroy', 'Force off'],
  ['reset', 'Reset'],
];

/** Preferences and the list of connections. What is changed holds at once. */
export function SettingsPage() {
  const { settings, capabilities } = useSettings();
  return (
    <div className={vm.scroll} style={{ maxWidth: 860 }}>
      <h1>Settings</h1>
      <Section title="Appearance">
        <SegmentedControl
          aria-label="Theme"
          mt={6}
          value={settings.theme}
          onChange={(value) => save({ theme: value === 'light' || value === 'dark' ? value : 'system' })}
          data={[
            { value: 'system', label: 'As the system' },
            { value: 'light', label: 'Light' },
            { value: 'dark', label: 'Dark' },
          ]}
        />
      </Section>
      <Section title="Statistics">
        <NumberInput
          mt={6}
          maw={240}
          label="Seconds between figures"
          description="1 to 60. A hidden window asks less often."
          allowDecimal={false}
          min={1}
          max={60}
          value={settings.statsInterval}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1 && value <= 60) save({ statsInterval: value });
          }}
        />
      </Section>
      <Section title="Ask before">
        <Stack gap={6} mt={6}>
          {CONFIRMATIONS.map(([key, label]) => (
            <Checkbox
              key={key}
              label={label}
              checked={settings.confirm[key]}
              onChange={(event) =>
                save({ confirm: { ...settings.confirm, [key]: event.currentTarget.checked } })
              }
            />
          ))}
        </Stack>
      </Section>
      <TextConsoleSection />
      <Connections />
      <CredentialsSection />
      <Section title="TLS">
        <p className={vm.dim}>Connections over TLS need certificates on both sides.</p>
        <Button mt={6} variant="default" onClick={() => openCertificates()}>
          Make certificates
        </Button>
      </Section>
      <Section title="About">
        <Facts
          facts={[
            { label: 'Virtdeck', value: capabilities?.version },
            {
              label: 'Runs in',
              value: capabilities && (capabilities.host === 'electron' ? 'Electron' : 'A browser'),
            },
            { label: 'libvirt here', value: capabilities?.libvirtVersion ?? capabilities?.libvirtProblem },
          ]}
        />
      </Section>
    </div>
  );
}

function Connections() {
  const connections = useConnections((state) => state.byId);
  return (
    <Section
      title="Connections"
      side={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={openAddConnection}
        >
          Add connection
        </Button>
      }
    >
      {connections.size === 0 ? (
        <p className={vm.dim}>None yet.</p>
      ) : (
        <Table aria-label="Connections" verticalSpacing={4} horizontalSpacing={8}>
          <Table.Tbody>
            {[...connections.values()].map((connection) => (
              <ConnectionLine key={connection.id} connection={connection} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Section>
  );
}

function ConnectionLine({ connection }: { connection: Connection }) {
  const title = connectionTitle(connection);
  return (
    <Table.Tr>
      <Table.Td>
        <HostDot color={connection.settings.color} /> <strong>{title}</strong>{' '}
        {connection.settings.production && <ProductionMark />}
        <div className={vm.dim}>{connection.settings.uri}</div>
      </Table.Td>
      <Table.Td>
        <ConnectionText connection={connection} />
      </Table.Td>
      <Table.Td className={vm.dim}>{connection.saved ? 'Saved' : 'For this run only'}</Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-label={`Edit ${title}`}
          onClick={() => openEditConnection(connection)}
        >
          Edit
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="red"
          aria-label={`Remove ${title}`}
          onClick={() => void removeConnection(connection)}
        >
          Remove
        </Button>
      </Table.Td>
    </Table.Tr>
  );
}
