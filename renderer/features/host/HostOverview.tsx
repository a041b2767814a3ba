import { Loader, SegmentedControl } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { Suspense, useMemo, useState } from 'react';
import type { Connection, HostDetails } from '../../../contract/index.ts';
import { Capabilities } from '../../../model/index.ts';
import { client } from '../../state/host.ts';
import { Section } from '../../ui/Facts.tsx';
import { lazyPart } from '../../ui/lazyPart.tsx';
import { IconButton } from '../../ui/ReasonButton.tsx';
import vm from '../vm/MachinePage.module.css';
import { ConnectionFacts, HostFacts, MachinesFacts } from './ConnectionFacts.tsx';
import { Guests } from './Guests.tsx';
import classes from './Host.module.css';
import { HostLoad } from './HostLoad.tsx';
import { LoadedView } from './LoadedView.tsx';
import { Memory, Processor } from './Processor.tsx';
import { SecurityFacts, SystemFacts } from './SystemFacts.tsx';
import { pieceOf } from './told.tsx';
import { useLoaded } from './useLoaded.ts';

const HostDocument = lazyPart(async () => (await import('./HostDocument.tsx')).HostDocument);

type View = 'facts' | 'capabilities' | 'sysinfo';

/** What the host is: facts, load, what it can run; and its documents as libvirt gives them. */
export function HostOverview({ connection }: { connection: Connection }) {
  const details = useLoaded(connection, 'details', () =>
    client().hosts.details({ connection: connection.id }),
  );
  const [view, setView] = useState<View>('facts');
  const documents = {
    capabilities: pieceOf(details.value?.capabilities),
    sysinfo: pieceOf(details.value?.sysinfo),
  };
  const capabilities = useMemo(() => readCapabilities(documents.capabilities), [documents.capabilities]);
  const shown = view === 'facts' ? null : documents[view];
  return (
    <>
      <div className={vm.bar}>
        <SegmentedControl
          aria-label="View"
          size="xs"
          value={shown === null ? 'facts' : view}
          onChange={(value) => setView(value === 'capabilities' || value === 'sysinfo' ? value : 'facts')}
          data={[
            { value: 'facts', label: 'Facts' },
            {
              value: 'capabilities',
              label: 'Capabilities as XML',
              disabled: documents.capabilities === null,
            },
            { value: 'sysinfo', label: 'Hardware as XML', disabled: documents.sysinfo === null },
          ]}
        />
        <span style={{ flex: 1 }} />
        <IconButton label="Read again" size={26} onClick={details.again}>
          <IconRefresh size={15} />
        </IconButton>
      </div>
      {shown === null ? (
        <div className={vm.scroll}>
          <Section title="Load">
            <HostLoad connection={connection} />
          </Section>
          {connection.status === 'connected' && (
            <LoadedView loaded={details} failed="The description of the host could not be read">
              {() => null}
            </LoadedView>
          )}
          <div className={classes.flow}>
            {details.value && <HostFacts details={details.value} />}
            <ConnectionFacts connection={connection} details={details.value} />
            <MachinesFacts connection={connection} />
            {details.value && <Described details={details.value} capabilities={capabilities} />}
          </div>
          {capabilities && <Guests capabilities={capabilities} />}
        </div>
      ) : (
        <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
          <HostDocument text={shown} label={view === 'sysinfo' ? 'Hardware' : 'Capabilities'} />
        </Suspense>
      )}
    </>
  );
}

interface DescribedProps {
  details: HostDetails;
  capabilities: Capabilities | null;
}

function Described({ details, capabilities }: DescribedProps) {
  return (
    <>
      <Processor details={details} capabilities={capabilities} />
      <Memory details={details} capabilities={capabilities} />
      <SecurityFacts details={details} capabilities={capabilities} />
      <SystemFacts details={details} />
    </>
  );
}

/** Null where there are none, or they are no document that can be read. */
function readCapabilities(xml: string | null): Capabilities | null {
  if (xml === null) return null;
  try {
    return Capabilities.parse(xml);
  } catch {
    return null;
  }
}
