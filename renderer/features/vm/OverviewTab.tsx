import { useMemo } from 'react';
import type { Connection, DomainRow } from '../../../contract/index.ts';
import { toErrorData } from '../../state/host.ts';
import { ErrorView } from '../../ui/ErrorView.tsx';
import { type Fact, Facts, PlainTable, Section } from '../../ui/Facts.tsx';
import { formatKiB } from '../../ui/format.ts';
import { type DefinitionSummary, summarize } from './definition.ts';
import classes from './MachinePage.module.css';
import { About } from './overview/About.tsx';
import { Disks } from './overview/Disks.tsx';
import { GuestSection } from './overview/GuestSection.tsx';
import { LastPicture } from './overview/LastPicture.tsx';
import { MachineFacts } from './overview/MachineFacts.tsx';
import { RecentEvents } from './RecentEvents.tsx';
import { ResourceGraphs } from './ResourceGraphs.tsx';
import { useDomainXml } from './useDomainXml.ts';

interface OverviewTabProps {
  connection: Connection;
  row: DomainRow;
}

/** A machine at a glance. */
export function OverviewTab({ connection, row }: OverviewTabProps) {
  const { value: xml, error, again } = useDomainXml(connection, row, false);
  const read = useMemo(() => readDefinition(xml), [xml]);
  const summary = read?.summary ?? null;
  const problem = read?.error ?? error;
  return (
    <div className={classes.scroll}>
      {problem && <ErrorView title="The definition could not be read" error={problem} again={again} />}
      <div className={classes.columns}>
        <div className={classes.stack}>
          <LastPicture domain={{ connection: connection.id, uuid: row.uuid }} row={row} />
          <About connection={connection} row={row} notes={summary?.notes ?? null} />
          <MachineFacts connection={connection} row={row} />
          <Section title="Boot">
            <Facts facts={bootFacts(summary)} />
          </Section>
        </div>
        <div className={classes.stack}>
          <Section title="Resources">
            <ResourceGraphs connection={connection.id} row={row} />
            <Facts facts={resourceFacts(row, summary)} />
          </Section>
          <GuestSection connection={connection} row={row} />
          <RecentEvents domain={{ connection: connection.id, uuid: row.uuid }} />
        </div>
      </div>
      {summary && (
        <div className={classes.stack}>
          <Disks connection={connection} row={row} disks={summary.disks} />
          <NetworkCards summary={summary} />
        </div>
      )}
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

function NetworkCards({ summary }: { summary: DefinitionSummary }) {
  return (
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
  );
}
