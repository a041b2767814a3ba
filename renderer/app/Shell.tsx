import { ActivityPanel } from '../features/activity/ActivityPanel.tsx';
import { useActivityPanel } from '../features/activity/activityPanel.ts';
import { formatRoute, useRoute } from '../state/route.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { Page } from './Page.tsx';
import classes from './Shell.module.css';
import { Sidebar } from './Sidebar.tsx';
import { useSidebarHidden } from './sidebarHidden.ts';
import { TopBar } from './TopBar.tsx';
import { useShortcuts } from './useShortcuts.ts';

/** The window: sidebar, page, and beside it what is going on. */
export function Shell() {
  useShortcuts();
  const hidden = useSidebarHidden();
  const activity = useActivityPanel((state) => state.open);
  const route = useRoute();
  return (
    <div className={classes.shell}>
      {!hidden && <Sidebar />}
      <div className={classes.column}>
        <TopBar />
        <main className={classes.main} aria-label="Page">
          <ErrorBoundary resetKey={formatRoute(route)}>
            <Page />
          </ErrorBoundary>
        </main>
      </div>
      {activity && <ActivityPanel />}
    </div>
  );
}
