import { create } from 'zustand';
import { setHost, toErrorData } from '../state/host.ts';
import { leaveMark } from '../state/mark.ts';
import { startSync } from '../state/sync.ts';
import { watchVisibility } from '../state/visibility.ts';
import { connectHost } from '../transport/connect.ts';
import type { Host, LostReason } from '../transport/host.ts';
import { attention } from './attention.tsx';

/** Milliseconds between attempts to find main again. */
const RETRY = 2000;

interface LinkState {
  /**
   * `starting`: not connected yet; `ready`; `lost`: was ready, tried again all the time;
   * `refused`: main does not know this window, trying again does not help.
   */
  readonly phase: 'starting' | 'ready' | 'lost' | 'refused';
  readonly message: string;
}

/** Where the link to main stands. */
export const useHostLink = create<LinkState>()(() => ({ phase: 'starting', message: '' }));

/** Connects with main, and again whenever it is lost. What was typed in the window stays. */
export async function linkToHost(): Promise<void> {
  for (;;) {
    try {
      const host = await connectHost();
      if (!giveUpOrGoOn(await followHost(host))) return;
    } catch (reason) {
      if (!giveUpOrGoOn(asLostReason(reason))) return;
    }
    await new Promise((resolve) => setTimeout(resolve, RETRY));
  }
}

/** Shows what main tells until it is lost, and says why it was. One that cannot be followed is let go. */
async function followHost(host: Host): Promise<LostReason> {
  const lost = new Promise<LostReason>((resolve) => host.onLost(resolve));
  setHost(host);
  try {
    await startSync(host, attention);
  } catch (error) {
    host.close();
    throw error;
  }
  watchVisibility(host);
  leaveMark('host-ready');
  useHostLink.setState({ phase: 'ready', message: '' });
  return await lost;
}

/** Shows why it was lost; false when trying again does not help. */
function giveUpOrGoOn({ kind, message }: LostReason): boolean {
  if (kind === 'reload') {
    window.location.reload();
    return false;
  }
  const wasReady = useHostLink.getState().phase !== 'starting';
  if (kind === 'refused') useHostLink.setState({ phase: 'refused', message });
  else useHostLink.setState({ phase: wasReady ? 'lost' : 'starting', message });
  return kind !== 'refused';
}

/** connectHost rejects with a LostReason; anything else is a fault, and is said as one. */
function asLostReason(reason: unknown): LostReason {
  if (typeof reason === 'object' && reason !== null && 'kind' in reason && 'message' in reason) {
    const { kind, message } = reason;
    if (kind === 'gone' || kind === 'reload' || kind === 'refused') return { kind, message: String(message) };
  }
  return { kind: 'gone', message: toErrorData(reason).message };
}
