import type { HostDetails } from '../../../contract/index.ts';
import type { Capabilities } from '../../../model/index.ts';
import { Facts, PlainTable, Section } from '../../ui/Facts.tsx';
import { count, formatBytes, formatKiB } from '../../ui/format.ts';
import classes from './Host.module.css';
import { ranges } from './ranges.ts';
import { pieceOf, tell } from './told.tsx';

interface ProcessorProps {
  details: HostDetails;
  capabilities: Capabilities | null;
}

/** The processors: model, how they are divided, and their features. */
export function Processor({ details, capabilities }: ProcessorProps) {
  const cpu = capabilities?.host.cpu;
  return (
    <Section title="Processor">
      <Facts
        facts={[
          { label: 'Model', value: cpu?.model ? [cpu.vendor, cpu.model].filter(Boolean).join(' ') : null },
          { label: 'Architecture', value: cpu?.arch ?? pieceOf(details.node)?.arch },
          {
            label: 'CPUs',
            value: tell(details.cpuMap, ({ present, online }) =>
              online === present ? present : `${online} on line of ${present}`,
            ),
          },
          {
            label: 'Topology',
            value: tell(details.node, ({ cells, sockets, cores, threads }) =>
              [
                cells > 1 && count(cells, 'NUMA cell'),
                count(sockets, 'socket') + (cells > 1 ? ' each' : ''),
                `${count(cores, 'core')} each`,
                `${count(threads, 'thread')} each`,
              ]
                .filter(Boolean)
                .join(', '),
            ),
          },
          { label: 'Clock', value: tell(details.node, ({ mhz }) => (mhz > 0 ? `${mhz} MHz` : null)) },
          { label: 'Microcode', value: cpu?.microcode && `0x${cpu.microcode.toString(16)}` },
          {
            label: 'Address bits',
            value: cpu?.physicalAddressBits && `${cpu.physicalAddressBits} (physical)`,
          },
          { label: 'vCPUs at most', value: tell(details.maxVcpus, (most) => `${most} in one machine`) },
        ]}
      />
      <Features details={details} />
    </Section>
  );
}

function Features({ details }: { details: HostDetails }) {
  const features = pieceOf(details.cpuFeatures);
  if (!features)
    return <Facts facts={[{ label: 'Features', value: tell(details.cpuFeatures, () => null) }]} />;
  if (features.length === 0) return null;
  return (
    <details className={classes.more}>
      <summary>{count(features.length, 'feature')}</summary>
      <ul className={classes.flags} aria-label="CPU features">
        {features.map((feature) => (
          <li key={feature}>{feature}</li>
        ))}
      </ul>
    </details>
  );
}

/** The memory of the host by NUMA cell, with its huge pages. */
export function Memory({ details, capabilities }: ProcessorProps) {
  const cells = capabilities?.host.cells.all ?? [];
  const free = new Map(pieceOf(details.cellMemory)?.map((one) => [one.cell, one.freeBytes]));
  const freePages = pieceOf(details.freePages) ?? [];
  return (
    <Section title="Memory">
      <Facts
        facts={[
          { label: 'Memory', value: tell(details.node, ({ memoryKiB }) => formatKiB(memoryKiB)) },
          { label: 'Free', value: tell(details.freeMemoryBytes, formatBytes) },
        ]}
      />
      <PlainTable
        label="NUMA cells"
        head={['NUMA cell', 'CPUs', 'Memory', 'Free']}
        rows={cells.map((cell, index) => {
          const id = cell.id ?? index;
          const bytes = free.get(id);
          return {
            key: String(id),
            cells: [
              id,
              ranges(cell.cpus.all.map((one) => one.id ?? 0)),
              cell.memory ? formatBytes(cell.memory) : '',
              bytes === undefined ? '' : formatBytes(bytes),
            ],
          };
        })}
        none="NUMA cells are not told."
      />
      <HugePages cells={cells} freePages={freePages} />
    </Section>
  );
}

interface HugePagesProps {
  cells: Capabilities['host']['cells']['all'];
  freePages: readonly { cell: number; sizeKiB: number; free: number }[];
}

/** Pages that are larger than the processor's usual ones, which machines can be backed with. */
function HugePages({ cells, freePages }: HugePagesProps) {
  const rows = cells.flatMap((cell, index) => {
    const sizes = cell.pages.all.map((page) => Number(page.size ?? 0) / 1024);
    const usual = Math.min(...sizes);
    return cell.pages.all.flatMap((page) => {
      const sizeKiB = Number(page.size ?? 0) / 1024;
      if (sizeKiB === usual) return [];
      const id = cell.id ?? index;
      const free = freePages.find((one) => one.cell === id && one.sizeKiB === sizeKiB)?.free;
      return [{ key: `${id} ${sizeKiB}`, cells: [id, formatKiB(sizeKiB), page.count ?? '', free ?? ''] }];
    });
  });
  if (rows.length === 0) return null;
  return (
    <PlainTable
      label="Huge pages"
      head={['NUMA cell', 'Huge pages', 'Reserved', 'Free']}
      rows={rows}
      none=""
    />
  );
}
