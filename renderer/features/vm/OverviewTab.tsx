import { Button } from '@mantine/core';
import { useMemo } from 'react';
import type { Connection, DomainRow } from '../../../contract/index.ts';
import { connectionTitle } from '../../state/connections.ts';
import { toErrorData } from '../../state/host.ts';
import { formatRoute } from '../../state/route.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { type Fact, Facts, PlainTable, Section } from '../../ui/Facts.tsx';
import { formatKiB } from '../../ui/format.ts';
import { stateText } from '../../ui/stateWords.ts';
import { osName } from '../fleet/cells.tsx';
import { type DefinitionSummary, summarize } from './definition.ts';
import classes from './MachinePage.module.css';
import { RecentEvents } from './RecentEvents.tsx';
import { ResourceGraphs } from './ResourceGraphs.tsx';
import { useDomainXml } from './useDomainXml.ts';

interface OverviewTabProps {
  connection: Connection;
  row: DomainRow;
}

/** A machine at a glance. */
export function OverviewTab({ connection, row }: OverviewTabProps) {
  const { xml, error, reload } = useDomainXml(connection, row, false);
  const read = useMemo(() => readDefinition(xml), [xml]);
  const summary = read?.summary ?? null;
  const problem = read?.error ?? error;
  return (
    <div className={classes.scroll}>
      {problem && (
        <ErrorView title="The definition could not be read" error={problem}>
          <Button variant="default" onClick={reload}>
            Try again
          </Button>
        </ErrorView>
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <Section title="Machine">
            <Facts facts={machineFacts(connection, row, summary)} />
          </Section>
          <Section title="Boot">
            <Facts facts={bootFacts(summary)} />
          </Section>
        </div>
        <div className={classes.stack}>
          <Section title="Resources">
            <ResourceGraphs connection={connection.id} row={row} />
            <Facts facts={resourceFacts(row, summary)} />
          </Section>
          <RecentEvents domain={{ connection: connection.id, uuid: row.uuid }} />
        </div>
      </div>
      {summary && <Devices summary={summary} />}
    </div>
  );
}

function readDefinition(xml: string | null) {
  if (xml === null) return null;
  try {
    return { summary: summarize(xml, new DOMParser()), error: null };
  } catch (thrown) {
    return { summary: null, error: toErrorData(thrown) };
  }
}

function machineFacts(connection: Connection, row: DomainRow, summary: DefinitionSummary | null): Fact[] {
  return [
    { label: 'State', value: stateText(row) },
    { label: 'Name', value: row.name },
    { label: 'Description', value: row.description || summary?.description },
    { label: 'System', value: osName(row.os) },
    {
      label: 'Host',
      value: (
        <a href={formatRoute({ page: 'host', connection: connection.id, tab: 'overview' })}>
          {connectionTitle(connection)}
        </a>
      ),
    },
    { label: 'IP addresses', value: row.addresses?.join(', ') },
    { label: 'Tags', value: row.tags?.join(', ') },
    { label: 'Starts with host', value: row.autostart ? 'Yes' : 'No' },
    { label: 'Definition', value: row.persistent ? 'Saved on the host' : 'Transient: gone when it is off' },
    { label: 'Saved state', value: row.managedSave && 'Yes: starting resumes it' },
    { label: 'Snapshots', value: row.hasSnapshots && 'Yes' },
    { label: 'UUID', value: <code className={classes.mono}>{row.uuid}</code> },
  ];
}

function resourceFacts(row: DomainRow, summary: DefinitionSummary | null): Fact[] {
  const memory = formatKiB(row.memoryKiB);
  return [
    { label: 'vCPUs', value: `${row.vcpus}${summary?.maxVcpus ? ` (up to ${summary.maxVcpus})` : ''}` },
    { label: 'CPU model', value: summary?.cpu },
    {
      label: 'Memory',
      value: row.maxMemoryKiB > row.memoryKiB ? `${memory} (up to ${formatKiB(row.maxMemoryKiB)})` : memory,
    },
  ];
}

function bootFacts(summary: DefinitionSummary | null): Fact[] {
  if (!summary) return [];
  return [
    { label: 'Firmware', value: summary.firmware },
    { label: 'Boot order', value: summary.bootOrder.join(', ') },
    { label: 'Machine type', value: [summary.machine, summary.arch].filter(Boolean).join(', ') },
    { label: 'Hypervisor', value: summary.type },
    { label: 'Display', value: summary.displays.join(', ') },
  ];
}

function Devices({ summary }: { summary: DefinitionSummary }) {
  return (
    <div className={classes.stack}>
      <Section title="Disks">
        <PlainTable
          label="Disks"
          head={['Device', 'Kind', 'Bus', 'Format', 'Source']}
          rows={summary.disks.map((disk, index) => ({
            key: disk.target || String(index),
            cells: [
              disk.target,
              disk.readonly ? `${disk.device}, read-only` : disk.device,
              disk.bus,
              disk.format,
              <code key="source" className={classes.mono}>
                {disk.source || 'no medium'}
              </code>,
            ],
          }))}
          none="No disks."
        />
      </Section>
      <Section title="Network cards">
        <PlainTable
          label="Network cards"
          head={['Address', 'Connected to', 'Model', 'Link']}
          rows={summary.nics.map((nic, index) => ({
            key: nic.mac || String(index),
            cells: [
              <code key="mac" className={classes.mono}>
                {nic.mac}
              </code>,
              nic.source,
              nic.model,
              nic.link,
            ],
          }))}
          none="No network cards."
        />
      </Section>
    </div>
  );
}
