import type { Connection } from '../../../contract/index.ts';
import { useInventory } from '../../state/inventory.ts';
import { useStats } from '../../state/stats.ts';
import { Facts, Section } from '../../ui/Facts.tsx';
import { formatKiB, formatPercent } from '../../ui/format.ts';
import vm from '../vm/MachinePage.module.css';

const YES_NO = (value: boolean | null) => (value === null ? null : value ? 'Yes' : 'No');

/** What the host is. */
export function HostOverview({ connection }: { connection: Connection }) {
  const { host, settings } = connection;
  return (
    <div className={vm.scroll}>
      <div className={vm.columns}>
        <Section title="Host">
          <Facts
            facts={[
              { label: 'Host name', value: host?.hostname },
              { label: 'Architecture', value: host?.arch },
              { label: 'CPU', value: host?.cpuModel },
              { label: 'CPUs', value: host?.cpus },
              { label: 'Memory', value: host && formatKiB(host.memoryKiB) },
            ]}
          />
        </Section>
        <Section title="Connection">
          <Facts
            facts={[
              { label: 'Address', value: <code className={vm.mono}>{settings.uri}</code> },
              {
                label: 'Canonical address',
                value: host && host.uri !== settings.uri && <code className={vm.mono}>{host.uri}</code>,
              },
              { label: 'Driver', value: host?.driver },
              { label: 'libvirt on the host', value: host?.libvirtVersion },
              { label: 'Hypervisor', value: host?.hypervisorVersion },
              { label: 'Encrypted', value: host && YES_NO(host.encrypted) },
              { label: 'Secure', value: host && YES_NO(host.secure) },
              { label: 'Read-only', value: connection.readOnly ? 'Yes' : 'No' },
              { label: 'Opens at start', value: settings.autoConnect ? 'Yes' : 'No' },
            ]}
          />
        </Section>
        <Section title="Machines">
          <Load connection={connection} />
        </Section>
      </div>
    </div>
  );
}

/** How many machines there are, and what they use of the host. */
function Load({ connection }: { connection: Connection }) {
  const picture = useInventory((state) => state.pictures.get(connection.id));
  const tick = useStats((state) => state.ticks.get(connection.id));
  const rows = [...(picture?.domains.values() ?? [])];
  const active = rows.filter(({ id }) => id !== null);
  const given = active.reduce((sum, { memoryKiB }) => sum + memoryKiB, 0);
  const vcpus = active.reduce((sum, row) => sum + row.vcpus, 0);
  let cpu = 0;
  for (const rates of tick?.rates.values() ?? []) cpu += rates.hostCpu;
  return (
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
  );
}
