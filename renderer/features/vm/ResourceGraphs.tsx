import type { DomainRow } from '../../../contract/index.ts';
import { rateHistory, useRates, useStats } from '../../state/stats.ts';
import { formatKiB, formatPercent, formatRate } from '../../ui/format.ts';
import { Sparkline } from '../../ui/Sparkline.tsx';
import classes from './MachinePage.module.css';

/** CPU and memory of the last minutes, with the numbers of now. */
export function ResourceGraphs({ connection, row }: { connection: string; row: DomainRow }) {
  const rates = useRates(connection, row.uuid);
  // The history is not a store: a new tick says that it has changed.
  useStats((state) => state.ticks.get(connection)?.time);
  if (!rates) {
    return (
      <p className={classes.dim}>
        {row.id === null ? 'The machine is off.' : 'Waiting for the first figures…'}
      </p>
    );
  }
  const series = rateHistory.of(connection, row.uuid);
  return (
    <div className={classes.graphs}>
      <figure>
        <figcaption>
          CPU <strong>{formatPercent(rates.cpu)}</strong>
        </figcaption>
        <Sparkline values={[...series.cpu]} max={100} width={190} height={44} />
      </figure>
      <figure>
        <figcaption>
          Memory <strong>{formatKiB(rates.memoryKiB)}</strong>
        </figcaption>
        <Sparkline values={[...series.memory]} max={row.maxMemoryKiB} width={190} height={44} />
      </figure>
      <p className={classes.dim}>
        Disk read {formatRate(rates.diskRead)}, write {formatRate(rates.diskWrite)} · Network in{' '}
        {formatRate(rates.netRx)}, out {formatRate(rates.netTx)}
      </p>
    </div>
  );
}
