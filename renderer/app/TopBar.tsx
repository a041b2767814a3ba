import {
  IconArrowLeft,
  IconArrowRight,
  IconKeyboard,
  IconLayoutSidebar,
  IconSearch,
} from '@tabler/icons-react';
import { connectionTitle, useConnections } from '../state/connections.ts';
import { useInventory } from '../state/inventory.ts';
import { machineName } from '../state/machineName.ts';
import { formatRoute, type Route, useRoute } from '../state/route.ts';
import { IconButton } from '../ui/ReasonButton.tsx';
import { openPalette, openShortcuts } from './openers.tsx';
import classes from './Shell.module.css';
import { toggleSidebar } from './sidebarHidden.ts';

/** Back and forward, where one is, and the way to the command palette. */
export function TopBar() {
  const route = useRoute();
  const crumbs = useCrumbs(route);
  const { back, forward } = historyReach();
  return (
    <header className={classes.bar}>
      <IconButton label="Show or hide the sidebar" keys="Ctrl+B" onClick={toggleSidebar}>
        <IconLayoutSidebar size={17} />
      </IconButton>
      <IconButton
        label="Back"
        keys="Alt+←"
        reason={back ? null : 'There is nothing to go back to.'}
        onClick={() => window.history.back()}
      >
        <IconArrowLeft size={17} />
      </IconButton>
      <IconButton
        label="Forward"
        keys="Alt+→"
        reason={forward ? null : 'There is nothing to go forward to.'}
        onClick={() => window.history.forward()}
      >
        <IconArrowRight size={17} />
      </IconButton>
      <nav aria-label="Where you are" style={{ flex: 1, minWidth: 0 }}>
        <ol className={classes.crumbs}>
          {crumbs.map(({ label, to }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a machine may be called like its host.
            <li key={index}>
              {index === crumbs.length - 1 || !to ? (
                <span aria-current="page">{label}</span>
              ) : (
                <a href={formatRoute(to)}>{label}</a>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <button type="button" className={classes.search} onClick={() => openPalette()}>
        <IconSearch size={14} aria-hidden />
        Commands <kbd>Ctrl+K</kbd>
      </button>
      <IconButton label="Keyboard shortcuts" keys="F1" onClick={() => openShortcuts()}>
        <IconKeyboard size={17} />
      </IconButton>
    </header>
  );
}

interface Crumb {
  readonly label: string;
  readonly to?: Route;
}

const HOME: Crumb = { label: 'All machines', to: { page: 'fleet' } };

function useCrumbs(route: Route): Crumb[] {
  const id = 'connection' in route ? route.connection : null;
  const host = useConnections((state) => {
    const connection = id === null ? undefined : state.byId.get(id);
    return connection && connectionTitle(connection);
  });
  const uuid = route.page === 'machine' ? route.uuid : null;
  const machine = useInventory((state) => {
    const row = id !== null && uuid !== null ? state.pictures.get(id)?.domains.get(uuid) : undefined;
    return row && machineName(row);
  });
  switch (route.page) {
    case 'fleet':
      return [HOME];
    case 'settings':
      return [{ label: 'Settings' }];
    case 'new':
      return [HOME, { label: 'New machine' }];
    case 'console':
      return [];
    case 'missing':
      return [HOME, { label: 'Not found' }];
    case 'host':
      return [HOME, { label: host ?? 'Unknown host' }];
    case 'machine':
      return [
        HOME,
        {
          label: host ?? 'Unknown host',
          to: { page: 'host', connection: route.connection, tab: 'overview' },
        },
        { label: machine ?? 'Unknown machine' },
      ];
  }
}

/** Chromium tells how far its history reaches; elsewhere the buttons are always on. */
function historyReach(): { back: boolean; forward: boolean } {
  const { navigation } = window;
  if (!navigation) return { back: true, forward: true };
  return { back: navigation.canGoBack, forward: navigation.canGoForward };
}
