import type { Connection, HostDetails } from '../../../contract/index.ts';
import { parseUri, transportOf } from '../../../model/index.ts';
import { useInventory } from '../../state/inventory.ts';
import { useStats } from '../../state/stats.ts';
import { Facts, Section } from '../../ui/Facts.tsx';
import { formatKiB, formatPercent } from '../../ui/format.ts';
import vm from '../vm/MachinePage.module.css';
import { tell, yesNo } from './told.tsx';

interface ConnectionFactsProps {
  connection: Connection;
  /** Null until they are read. */
  details: HostDetails | null;
}

/** How Virtdeck is connected. */
export function ConnectionFacts({ connection, details }: ConnectionFactsProps) {
  const { host, saved, settings } = connection;
  const known = (value: boolean | null | undefined) =>
    value === null || value === undefined ? null : yesNo(value);
  // libvirt does not count what ssh does for it.
  const { parts } = parseUri(settings.uri);
  const ssh = parts !== null && transportOf(parts)?.ssh === true;
  const canonical = details?.uri ?? host?.uri;
  return (
    <Section title="Connection">
      <Facts
        facts={[
          { label: 'Address', value: <code className={vm.mono}>{settings.uri}</code> },
          {
            label: 'Canonical address',
            value: canonical !== undefined && canonical !== settings.uri && (
              <code className={vm.mono}>{canonical}</code>
            ),
          },
          {
            label: 'Encrypted',
            value: ssh ? 'Yes, by ssh' : details ? tell(details.encrypted, yesNo) : known(host?.encrypted),
          },
          { label: 'Secure', value: details ? tell(details.secure, yesNo) : known(host?.secure) },
          { label: 'Alive', value: details && tell(details.alive, yesNo) },
          { label: 'Read-only', value: yesNo(connection.readOnly) },
          { label: 'Opens at start', value: saved ? yesNo(settings.autoConnect) : 'No, it is not saved' },
          { label: 'Production', value: settings.production && 'Yes' },
          { label: 'libvirt here', value: details && tell(details.libraryVersion, (version) => version) },
        ]}
      />
    </Section>
  );
}

/** What the host calls itself, and what runs on it. */
export function HostFacts({ details }: { details: HostDetails }) {
  return (
    <Section title="Host">
      <Facts
        facts={[
          { label: 'Host name', value: tell(details.hostname, (name) => name) },
          { label: 'Driver', value: details.driver },
          { label: 'Hypervisor', value: tell(details.hypervisorVersion, (version) => version) },
          { label: 'libvirt', value: tell(details.daemonVersion, (version) => version) },
        ]}
      />
    </Section>
  );
}

/** How many machines there are, and what they use of the host. */
export function MachinesFacts({ connection }: { connection: Connection }) {
  const picture = useInventory((state) => state.pictures.get(connection.id));
  const tick = useStats((state) => state.ticks.get(connection.id));
  const rows = [...(picture?.domains.values() ?? [])];
  const active = rows.filter(({ id }) => id !== null);
  const given = active.reduce((sum, { memoryKiB }) => sum + memoryKiB, 0);
  const vcpus = active.reduce((sum, row) => sum + row.vcpus, 0);
  let cpu = 0;
  for (const rates of tick?.rates.values() ?? []) cpu += rates.hostCpu;
  return (
    <Section title="Machines">
      <Facts
        facts={[
          { label: 'All', value: picture?.complete ? rows.length : 'Reading…' },
          { label: 'Running', value: active.length },
          { label: 'vCPUs given', value: vcpus },
          {
            label: 'Memory given',
            value: connection.host
              ? `${formatKiB(given)} of ${formatKiB(connection.host.memoryKiB)}`
              : formatKiB(given),
          },
          { label: 'CPU used', value: tick && `${formatPercent(Math.min(100, cpu))} of the host` },
        ]}
      />
    </Section>
  );
}
