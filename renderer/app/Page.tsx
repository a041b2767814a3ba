import { Button, Loader } from '@mantine/core';
import { IconError404 } from '@tabler/icons-react';
import { Suspense } from 'react';
import { FleetPage } from '../features/fleet/FleetPage.tsx';
import { navigate, useRoute } from '../state/route.ts';
import { machineKey } from '../state/whereabouts.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';

const MachinePage = lazyPart(async () => (await import('../features/vm/MachinePage.tsx')).MachinePage);
const ConsoleWindow = lazyPart(
  async () => (await import('../features/console/ConsoleWindow.tsx')).ConsoleWindow,
);
const HostPage = lazyPart(async () => (await import('../features/host/HostPage.tsx')).HostPage);
const SettingsPage = lazyPart(
  async () => (await import('../features/settings/SettingsPage.tsx')).SettingsPage,
);
const NewMachinePage = lazyPart(
  async () => (await import('../features/create/NewMachinePage.tsx')).NewMachinePage,
);

/** The page of the address. */
export function Page() {
  return (
    <Suspense fallback={<Loader size="sm" m="auto" aria-label="Loading" />}>
      <RoutedPage />
    </Suspense>
  );
}

function RoutedPage() {
  const route = useRoute();
  switch (route.page) {
    case 'fleet':
      return <FleetPage />;
    case 'host':
      return <HostPage key={route.connection} connection={route.connection} tab={route.tab} />;
    case 'machine':
      return (
        <MachinePage
          key={machineKey(route)}
          connection={route.connection}
          uuid={route.uuid}
          tab={route.tab}
        />
      );
    case 'console':
      return <ConsoleWindow connection={route.connection} uuid={route.uuid} console={route.console} />;
    case 'settings':
      return <SettingsPage />;
    case 'new':
      return <NewMachinePage connection={route.connection} />;
    case 'missing':
      return (
        <EmptyState icon={IconError404} title="There is no such page" text={`The address was ${route.path}`}>
          <Button onClick={() => navigate({ page: 'fleet' })}>Go to all machines</Button>
        </EmptyState>
      );
  }
}
