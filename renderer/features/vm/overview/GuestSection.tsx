import { Loader } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import type { AgentFacts, Connection, DomainRow, GuestFacts } from '../../../../contract/index.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { type Fact, Facts, PlainTable, Section } from '../../../ui/Facts.tsx';
import { formatDuration, formatTime } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/ReasonButton.tsx';
import { useNow } from '../../../ui/useNow.ts';
import classes from './Overview.module.css';
import { UseBar } from './UseBar.tsx';
import { useGuestFacts } from './useGuestFacts.ts';

/** What the guest itself says: its system, users, clock, file systems and addresses. */
export function GuestSection({ connection, row }: { connection: Connection; row: DomainRow }) {
  const { value: facts, error, reading, again } = useGuestFacts(connection, row);
  if (row.id === null) {
    return (
      <Section title="Guest">
        <p className={classes.dim}>The machine is off.</p>
      </Section>
    );
  }
  const side = reading ? (
    <Loader size={14} aria-label="Asking the guest" />
  ) : (
    <IconButton label="Ask the guest again" variant="subtle" size={24} onClick={again}>
      <IconRefresh size={15} />
    </IconButton>
  );
  return (
    <Section title="Guest" side={side}>
      {error && <ErrorView title="The guest could not be asked" error={error} again={again} />}
      {facts && <Told facts={facts} row={row} />}
      {!facts && !error && <p className={classes.dim}>Asking the guest…</p>}
    </Section>
  );
}

function Told({ facts, row }: { facts: GuestFacts; row: DomainRow }) {
  return (
    <>
      {facts.facts ? <Facts facts={systemFacts(facts.facts)} /> : <Silence facts={facts} row={row} />}
      {facts.facts?.users && facts.facts.users.length > 0 && <Users users={facts.facts.users} />}
      <h3 className={classes.sub}>Addresses</h3>
      <Addresses facts={facts} />
      {facts.facts?.filesystems && facts.facts.filesystems.length > 0 && (
        <>
          <h3 className={classes.sub}>File systems</h3>
          <FileSystems list={facts.facts.filesystems} />
        </>
      )}
    </>
  );
}

function systemFacts({ hostname, os, clock, timezone }: AgentFacts): Fact[] {
  return [
    { label: 'System', value: os && [os.name, os.machine].filter(Boolean).join(', ') },
    { label: 'Kernel', value: os?.kernel },
    { label: 'Host name', value: hostname },
    { label: 'Time zone', value: timezone && zoneText(timezone) },
    { label: 'Clock', value: clock && clockText(clock, timezone?.offset ?? null) },
  ];
}

function zoneText({ name, offset }: NonNullable<AgentFacts['timezone']>): string {
  const minutes = Math.round(Math.abs(offset) / 60);
  const sign = offset < 0 ? '−' : '+';
  const utc = `UTC${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  return name === '' ? utc : `${name} (${utc})`;
}

/** Less is within what asking takes. In ms. */
const SAME = 2_000;

function clockText({ time, aheadMs }: NonNullable<AgentFacts['clock']>, offset: number | null): string {
  const shifted = new Date(time + (offset ?? 0) * 1000).toISOString().replace('T', ' ').slice(0, 19);
  const there = offset === null ? `${shifted} UTC` : shifted;
  if (Math.abs(aheadMs) < SAME) return `${there}, as here`;
  return `${there}, ${formatDuration(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'} this computer`;
}

const WHY: Readonly<Record<Exclude<GuestFacts['agent'], 'answers'>, string>> = {
  off: 'The machine is not running.',
  'no-channel':
    'No guest agent: the machine has no channel for one. Add the channel “org.qemu.guest_agent.0” under Hardware, and install qemu-guest-agent in the guest.',
  absent:
    'No guest agent answers. Install qemu-guest-agent in the guest and start it (Windows: the virtio-win guest tools); it tells the system, users, file systems and all addresses.',
  silent: 'The guest agent is there and does not answer.',
  unsupported: 'This hypervisor has no guest agent.',
};

function Silence({ facts, row }: { facts: GuestFacts; row: DomainRow }) {
  if (facts.agent === 'answers') return null;
  if (row.state === 'paused')
    return <p className={classes.dim}>The machine is paused: its guest cannot answer.</p>;
  return (
    <p className={classes.note} title={facts.problem ?? undefined}>
      {WHY[facts.agent]}
    </p>
  );
}

const SOURCES = {
  agent: 'From the guest agent.',
  lease: 'From the leases of the host’s network; other addresses of the guest are not known there.',
  arp: 'From the host’s ARP table: what it has seen of the guest lately.',
} as const;

function Addresses({ facts: { source, interfaces } }: { facts: GuestFacts }) {
  return (
    <>
      <PlainTable
        label="Addresses"
        head={['Interface', 'MAC', 'Addresses']}
        rows={interfaces.map((nic, index) => ({
          key: `${nic.name} ${nic.mac} ${String(index)}`,
          cells: [
            nic.name,
            <code key="mac" className={classes.mono}>
              {nic.mac}
            </code>,
            <code key="addresses" className={classes.mono}>
              {nic.addresses.join(', ') || 'none'}
            </code>,
          ],
        }))}
        none="Nobody knows an address of the guest: no lease, no ARP entry."
      />
      {source && <p className={classes.dim}>{SOURCES[source]}</p>}
    </>
  );
}

function Users({ users }: { users: NonNullable<AgentFacts['users']> }) {
  const now = useNow(60_000);
  return (
    <>
      <h3 className={classes.sub}>Signed in</h3>
      <ul className={classes.chain}>
        {users.map(({ name, domain, since }, index) => (
          <li key={`${name} ${String(index)}`}>
            {domain === '' ? name : `${domain}\\${name}`}
            {since !== null && since > 86_400_000 && (
              <span className={classes.dim}> since {formatTime(since, now)}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function FileSystems({ list }: { list: NonNullable<AgentFacts['filesystems']> }) {
  return (
    <PlainTable
      label="File systems"
      head={['Mounted at', 'Type', 'On', 'Used']}
      rows={list.map((fs, index) => ({
        key: `${fs.mountpoint} ${String(index)}`,
        cells: [
          fs.mountpoint,
          fs.type,
          fs.disks.join(', ') || fs.device,
          fs.used !== null && fs.total !== null ? (
            <UseBar key="use" used={fs.used} total={fs.total} label={`Used of ${fs.mountpoint}`} />
          ) : (
            'not told'
          ),
        ],
      }))}
      none="None."
    />
  );
}
