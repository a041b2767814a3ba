import { Button } from '@mantine/core';
import { useState } from 'react';
import type {
  BackingChain,
  Connection,
  DiskUsage,
  DomainRef,
  DomainRow,
} from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { domainKey } from '../../../state/keys.ts';
import { type Reading, useReading } from '../../../state/useReading.ts';
import { ErrorView } from '../../../ui/ErrorView.tsx';
import { PlainTable, Section } from '../../../ui/Facts.tsx';
import { formatBytes } from '../../../ui/format.ts';
import { reportError } from '../../../ui/notify.tsx';
import type { DiskSummary } from '../definition.ts';
import classes from './Overview.module.css';
import { UseBar } from './UseBar.tsx';

interface DisksProps {
  connection: Connection;
  row: DomainRow;
  disks: readonly DiskSummary[];
}

/** The machine's disks with what they hold and take. */
export function Disks({ connection, row, disks }: DisksProps) {
  const ref = { connection: connection.id, uuid: row.uuid };
  const { value: usage, error, again } = useDiskUsage(connection, row, disks);
  return (
    <Section title="Disks">
      {error && <ErrorView title="The sizes of the disks could not be read" error={error} again={again} />}
      <PlainTable
        label="Disks"
        head={['Device', 'Kind', 'Bus', 'Format', 'Source', 'Written', 'On the host']}
        rows={disks.map((disk, index) => {
          const size = usage?.get(disk.target);
          return {
            key: disk.target || String(index),
            cells: [
              disk.target,
              disk.readonly ? `${disk.device}, read-only` : disk.device,
              disk.bus,
              disk.format,
              // Another medium has other images below it.
              <Source key={disk.source} domain={ref} disk={disk} />,
              <Written key="written" disk={disk} size={size} />,
              size && size.problem === null ? formatBytes(size.physical) : '',
            ],
          };
        })}
        none="No disks."
      />
    </Section>
  );
}

function useDiskUsage(
  { id, status }: Connection,
  { uuid, id: run }: DomainRow,
  disks: readonly DiskSummary[],
): Reading<ReadonlyMap<string, DiskUsage>> {
  const sources = disks.map(({ target, source }) => `${target}=${source}`).join('\n');
  return useReading(
    status === 'connected' && sources !== '' ? domainKey({ connection: id, uuid }) : null,
    async () => {
      const list = await client().domains.diskUsage({ connection: id, uuid });
      return new Map(list.map((one) => [one.target, one]));
    },
    { changed: `${run}\n${sources}` },
  );
}

function Written({ disk, size }: { disk: DiskSummary; size: DiskUsage | undefined }) {
  if (!size) return null;
  if (size.problem !== null) return <span className={classes.dim}>{size.problem}</span>;
  return <UseBar used={size.allocation} total={size.capacity} label={`Written of ${disk.target}`} />;
}

function Source({ domain, disk }: { domain: DomainRef; disk: DiskSummary }) {
  const [chain, setChain] = useState<BackingChain | null>(null);
  const [asking, setAsking] = useState(false);
  const look = () => {
    setAsking(true);
    client()
      .domains.backingChain({ ...domain, target: disk.target })
      .then(setChain, (error: unknown) => reportError('The backing images could not be read', error))
      .finally(() => setAsking(false));
  };
  const layered = disk.source !== '' && disk.target !== '' && disk.format !== 'raw' && !disk.readonly;
  return (
    <>
      <code className={classes.mono}>{disk.source || 'no medium'}</code>
      {layered && !chain && (
        <div>
          <Button size="compact-xs" variant="subtle" loading={asking} onClick={look}>
            Backing images
          </Button>
        </div>
      )}
      {chain && <Chain chain={chain} />}
    </>
  );
}

function Chain({ chain: { images, problem } }: { chain: BackingChain }) {
  const below = images.slice(1);
  return (
    <>
      {below.length === 0 && problem === null && <p className={classes.dim}>It has no backing image.</p>}
      {below.length > 0 && (
        <ol className={classes.chain} aria-label="Backing images">
          {below.map((image, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the order is what they are.
            <li key={index}>
              <code className={classes.mono}>{image.source}</code>{' '}
              <span className={classes.dim}>
                {[image.format, image.allocation !== null && formatBytes(image.allocation)]
                  .filter(Boolean)
                  .join(', ')}
              </span>
            </li>
          ))}
        </ol>
      )}
      {problem !== null && <p className={classes.dim}>{problem}</p>}
    </>
  );
}
