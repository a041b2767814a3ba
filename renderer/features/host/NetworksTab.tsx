import { IconNetwork } from '@tabler/icons-react';
import type { Connection } from '../../../contract/index.ts';
import { client } from '../../state/host.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable } from '../../ui/Facts.tsx';
import vm from '../vm/MachinePage.module.css';
import { LoadedView } from './LoadedView.tsx';
import { useLoaded } from './useLoaded.ts';

/** The virtual networks of a host. */
export function NetworksTab({ connection }: { connection: Connection }) {
  const networks = useLoaded(connection, 'networks', () =>
    client().networks.list({ connection: connection.id }),
  );
  return (
    <div className={vm.scroll}>
      <LoadedView loaded={networks} failed="The networks could not be listed">
        {(list) =>
          list.length === 0 ? (
            <EmptyState
              icon={IconNetwork}
              title="No virtual networks"
              text="Machines on this host can use a bridge or user mode networking."
            />
          ) : (
            <PlainTable
              label="Networks"
              head={['Name', 'State', 'Bridge', 'Autostart', 'Definition']}
              rows={list.map(({ name, uuid, active, bridge, autostart, persistent }) => ({
                key: uuid || name,
                cells: [
                  name,
                  active ? 'Started' : 'Not started',
                  bridge ?? '',
                  autostart ? 'Yes' : 'No',
                  persistent ? 'Saved' : 'Transient',
                ],
              }))}
              none=""
            />
          )
        }
      </LoadedView>
    </div>
  );
}
