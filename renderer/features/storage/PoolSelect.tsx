import { NativeSelect } from '@mantine/core';
import type { PoolInfo } from '../../../contract/index.ts';
import { formatBytes } from '../../ui/format.ts';

interface PoolSelectProps {
  label: string;
  pools: readonly PoolInfo[];
  value: string;
  onChange: (pool: string) => void;
  error?: string | undefined;
  /** Why a pool cannot be chosen; null: it can. Without it, those that are not started cannot. */
  refusal?: (pool: PoolInfo) => string | null;
}

const notStarted = ({ active }: PoolInfo) => (active ? null : 'not started');

/** Chooses a pool; those that cannot be used say why. */
export function PoolSelect({ label, pools, value, onChange, error, refusal = notStarted }: PoolSelectProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={poolOptions(pools, value, refusal)}
    />
  );
}

/** What can be chosen. A pool that is chosen and gone stays in the list: a select would show another one as chosen. */
export function poolOptions(
  pools: readonly PoolInfo[],
  value: string,
  refusal: (pool: PoolInfo) => string | null,
): { value: string; label: string; disabled?: boolean }[] {
  const options = pools.map((pool) => {
    const reason = refusal(pool);
    return {
      value: pool.name,
      label: `${pool.name} (${reason ?? `${formatBytes(pool.available)} free`})`,
      disabled: reason !== null,
    };
  });
  if (value === '') return [{ value, label: 'Choose a pool' }, ...options];
  if (pools.some(({ name }) => name === value)) return options;
  return [{ value, label: `${value} (not on this host)` }, ...options];
}
