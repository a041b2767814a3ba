import { Progress, UnstyledButton } from '@mantine/core';
import { IconDatabase, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { Connection, PoolInfo, VolumeInfo } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, Section } from '../../ui/Facts.tsx';
import { count, formatBytes } from '../../ui/format.ts';
import { IconButton } from '../../ui/ReasonButton.tsx';
import vm from '../vm/MachinePage.module.css';
import classes from './Host.module.css';
import { LoadedView } from './LoadedView.tsx';
import { useLoaded } from './useLoaded.ts';

/** Rows of volumes that are put into the page at once. */
const SHOWN = 500;

/** The pools of a host, and what is in the one that is chosen. */
export function StorageTab({ connection }: { connection: Connection }) {
  const pools = useLoaded(connection, 'pools', () => client().storage.pools({ connection: connection.id }));
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <div className={vm.scroll}>
      <LoadedView loaded={pools} failed="The storage pools could not be listed">
        {(list) => {
          if (list.length === 0) {
            return (
              <EmptyState
                icon={IconDatabase}
                title="No storage pools"
                text="A pool is a folder or a device of the host in which libvirt keeps disks."
              />
            );
          }
          const pool =
            list.find(({ name }) => name === chosen) ?? list.find(({ active }) => active) ?? list[0];
          return (
            <div className={classes.split}>
              <Section title="Pools" side={<Reload onClick={pools.again} />}>
                <ul className={classes.pools} aria-label="Pools">
                  {list.map((candidate) => (
                    <li key={candidate.name}>
                      <Pool
                        pool={candidate}
                        chosen={candidate === pool}
                        onChoose={() => setChosen(candidate.name)}
                      />
                    </li>
                  ))}
                </ul>
              </Section>
              {pool && <Volumes connection={connection} pool={pool} />}
            </div>
          );
        }}
      </LoadedView>
    </div>
  );
}

function Reload({ onClick }: { onClick: () => void }) {
  return (
    <IconButton label="Read again" size={24} onClick={onClick}>
      <IconRefresh size={15} />
    </IconButton>
  );
}

function Pool({ pool, chosen, onChoose }: { pool: PoolInfo; chosen: boolean; onChoose: () => void }) {
  const { name, type, active, capacity, allocation, available } = pool;
  const used = capacity > 0 ? (allocation / capacity) * 100 : 0;
  return (
    <UnstyledButton className={classes.pool} aria-pressed={chosen} aria-label={name} onClick={onChoose}>
      <span className={classes.poolTitle}>
        <strong title={name}>{name}</strong>
        <span>{active ? type : `${type}, not started`}</span>
      </span>
      {active && (
        <>
          <Progress value={used} size={5} aria-label={`Used of ${name}`} color={used > 90 ? 'red' : 'deck'} />
          <span className={vm.dim}>
            {formatBytes(available)} free of {formatBytes(capacity)}
          </span>
        </>
      )}
    </UnstyledButton>
  );
}

function Volumes({ connection, pool }: { connection: Connection; pool: PoolInfo }) {
  const volumes = useLoaded(connection, pool.active ? pool.name : '', (refresh) =>
    client().storage.volumes({ connection: connection.id, pool: pool.name, refresh }),
  );
  return (
    <Section title={`Volumes of ${pool.name}`} side={pool.active && <Reload onClick={volumes.again} />}>
      {pool.path && <p className={vm.dim}>{pool.path}</p>}
      {pool.active ? (
        <LoadedView loaded={volumes} failed={`The volumes of ${pool.name} could not be listed`}>
          {(list) => <VolumeTable volumes={list} />}
        </LoadedView>
      ) : (
        <p className={vm.dim}>The pool is not started, so it cannot be looked into.</p>
      )}
    </Section>
  );
}

function VolumeTable({ volumes }: { volumes: readonly VolumeInfo[] }) {
  return (
    <>
      <PlainTable
        label="Volumes"
        head={['Name', 'Format', 'Size', 'On disk']}
        rows={volumes.slice(0, SHOWN).map(({ name, key, format, type, capacity, allocation }) => ({
          key: key || name,
          cells: [name, format ?? type, formatBytes(capacity), formatBytes(allocation)],
        }))}
        none="No volumes."
      />
      {volumes.length > SHOWN && (
        <p className={vm.dim}>
          The first {SHOWN} of {count(volumes.length, 'volume')}.
        </p>
      )}
    </>
  );
}
