import { useEffect, useRef } from 'react';
import { ActivityPanel } from '../features/activity/ActivityPanel.tsx';
import { useActivityPanel } from '../features/activity/activityPanel.ts';
import { formatRoute, useRoute } from '../state/route.ts';
import { isFocusFree } from '../ui/focus.ts';
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
  const main = useRef<HTMLElement>(null);
  const address = formatRoute(route);
  // What had the focus may have gone with the last page: the keyboard goes on from the new one.
  useEffect(() => {
    if (address && isFocusFree()) main.current?.focus({ preventScroll: true });
  }, [address]);
  const alone = route.page === 'console';
  return (
    <div className={classes.shell}>
      {!hidden && !alone && <Sidebar />}
      <div className={classes.column}>
        {!alone && <TopBar />}
        <main ref={main} tabIndex={-1} className={classes.main} aria-label="Page">
          <ErrorBoundary resetKey={address}>
            <Page />
          </ErrorBoundary>
        </main>
      </div>
      {activity && !alone && <ActivityPanel />}
    </div>
  );
}
