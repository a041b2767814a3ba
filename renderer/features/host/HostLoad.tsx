import type { Connection } from '../../../contract/index.ts';
import { hostHistory, useStats } from '../../state/stats.ts';
import { formatBytes, formatPercent } from '../../ui/format.ts';
import { TimeGraph } from '../../ui/TimeGraph.tsx';
import vm from '../vm/MachinePage.module.css';
import classes from './Host.module.css';

/** How busy the host is: processors and memory over the last hour. */
export function HostLoad({ connection }: { connection: Connection }) {
  // The history is not a store: a new tick says that it has changed.
  useStats((state) => state.ticks.get(connection.id)?.time);
  const { times, cpu, iowait, memory, memoryTotal } = hostHistory.of(connection.id);
  if (times.length === 0) {
    return <p className={vm.dim}>No figures yet. Some hypervisors tell nothing of the load of their host.</p>;
  }
  const busy = cpu.at(-1) ?? null;
  const used = memory.at(-1) ?? null;
  const waits = iowait.some((value) => value !== null);
  return (
    <div className={classes.graphs}>
      {cpu.some((value) => value !== null) && (
        <figure>
          <figcaption>
            Processors <strong>{busy === null ? '–' : formatPercent(busy)}</strong>
          </figcaption>
          <TimeGraph
            label={`Load of the processors: ${busy === null ? 'not known' : formatPercent(busy)}`}
            times={times}
            lines={[
              { label: 'Busy', color: '--vd-accent', values: cpu },
              ...(waits ? [{ label: 'Waiting for disks', color: '--vd-warn', values: iowait }] : []),
            ]}
            max={100}
            format={(value) => `${Math.round(value)} %`}
          />
        </figure>
      )}
      {memory.some((value) => value !== null) && (
        <figure>
          <figcaption>
            Memory <strong>{used === null ? '–' : formatBytes(used)}</strong>
            {memoryTotal !== null && ` of ${formatBytes(memoryTotal)}`}
          </figcaption>
          <TimeGraph
            label={`Memory in use: ${used === null ? 'not known' : formatBytes(used)}`}
            times={times}
            lines={[{ label: 'In use', color: '--vd-ok', values: memory }]}
            max={memoryTotal}
            format={formatBytes}
          />
        </figure>
      )}
    </div>
  );
}
