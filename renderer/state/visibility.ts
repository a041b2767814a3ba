import type { Host } from '../transport/host.ts';
import { flushUiState } from './uiState.ts';

let visibilityHost: Host | null = null;

/** Tells main whether the window is seen; one listener, whichever link to main there is. */
export function watchVisibility(host: Host): void {
  if (!visibilityHost) {
    document.addEventListener('visibilitychange', tellVisibility);
    window.addEventListener('pagehide', flushUiState);
  }
  visibilityHost = host;
  tellVisibility();
}

function tellVisibility(): void {
  const visible = document.visibilityState === 'visible';
  if (!visible) flushUiState();
  visibilityHost?.client.app.setVisible({ visible }).catch((error: unknown) => {
    console.warn('Main could not be told that the window is shown or hidden.', error);
  });
}
