import { MantineProvider } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Notifications } from '@mantine/notifications';
import { Prompts } from '../features/prompts/PromptDialog.tsx';
import { useSettings } from '../state/settings.ts';
import { ContextMenu } from '../ui/contextMenu.tsx';
import { Dialogs } from '../ui/dialogs.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useHostLink } from './hostLink.ts';
import { LinkScreen, LostBar } from './LinkScreen.tsx';
import classes from './Shell.module.css';
import { Shell } from './Shell.tsx';
import { theme } from './theme.ts';

/** Everything that is in a window. */
export function App() {
  const scheme = useColorScheme();
  const phase = useHostLink((state) => state.phase);
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      <ErrorBoundary>
        {phase === 'starting' || phase === 'refused' ? (
          <LinkScreen />
        ) : (
          <>
            <div className={classes.window}>
              {phase === 'lost' && <LostBar />}
              <Shell />
            </div>
            <Dialogs />
            <Prompts />
            <ContextMenu />
          </>
        )}
        <Notifications
          position="bottom-right"
          limit={4}
          containerWidth={380}
          transitionDuration={0}
          classNames={{ root: 'vd-notices' }}
        />
      </ErrorBoundary>
    </MantineProvider>
  );
}

/** The user's choice, or the system's, followed as it changes. */
function useColorScheme(): 'light' | 'dark' {
  const chosen = useSettings((state) => state.settings.theme);
  const dark = useMediaQuery('(prefers-color-scheme: dark)', undefined, { getInitialValueInEffect: false });
  if (chosen !== 'system') return chosen;
  return dark ? 'dark' : 'light';
}
