import { Button, Loader } from '@mantine/core';
import { IconServer2 } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { reportError } from '../../ui/notify.tsx';
import { openAddConnection } from './ConnectionDialog.tsx';
import { addConnection, newSettings } from './connectionActions.ts';
import { useOffers } from './useOffers.ts';

/** libvirt's own test driver: always there, touches nothing. */
const DEMO = 'test:///default';

/** No connection yet: what was found on this machine, else the demo host. */
export function FirstStart() {
  const offers = useOffers();
  const [adding, setAdding] = useState<string | null>(null);
  const add = (uri: string) => {
    setAdding(uri);
    addConnection(newSettings(uri))
      .catch((error: unknown) => reportError(`Could not add ${uri}`, error))
      .finally(() => setAdding(null));
  };
  if (!offers) {
    return (
      <EmptyState icon={IconServer2} title="Looking for hypervisors on this machine…">
        <Loader size="sm" style={{ alignSelf: 'center' }} />
      </EmptyState>
    );
  }
  const real = offers.filter(({ uri }) => uri !== DEMO);
  return (
    <EmptyState
      icon={IconServer2}
      title={real.length > 0 ? 'Hypervisors found on this machine' : 'No hypervisor on this machine'}
      text={
        real.length > 0
          ? 'Open one to see its machines.'
          : 'Add one that you reach over the network, or look around on the demo host, which is not real.'
      }
    >
      {real.map(({ uri, title, detail }) => (
        <Button key={uri} title={detail} loading={adding === uri} onClick={() => add(uri)}>
          Open {title}
        </Button>
      ))}
      {real.length === 0 && (
        <Button loading={adding === DEMO} onClick={() => add(DEMO)}>
          Try the demo host
        </Button>
      )}
      <Button variant="subtle" onClick={openAddConnection}>
        Add connection
      </Button>
    </EmptyState>
  );
}
