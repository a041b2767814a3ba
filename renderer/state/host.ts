import { create } from 'zustand';
import { ApiError, type ApiErrorData, type Client } from '../../contract/index.ts';
import type { Host } from '../transport/host.ts';

const useCurrent = create<{ readonly host: Host | null }>()(() => ({ host: null }));

/** Sets the host, before anything is rendered; and again after a new link to main was made. */
export function setHost(host: Host): void {
  useCurrent.setState({ host });
}

/** The host; throws when the application was not started through main.tsx. */
export function host(): Host {
  return there(useCurrent.getState().host);
}

/** The host, for what listens to it: another one after a new link was made, to be listened to anew. */
export function useHost(): Host {
  return there(useCurrent((state) => state.host));
}

function there(host: Host | null): Host {
  if (!host) throw new Error('The host was used before it was set.');
  return host;
}

/** The typed calls. */
export function client(): Client {
  return host().client;
}

/** Any thrown value as an error that can be shown; what is not an ApiError is a fault of ours. */
export function toErrorData(thrown: unknown): ApiErrorData {
  if (thrown instanceof ApiError) return thrown.toData();
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: 'internal', message: message || 'Something failed without saying why.' };
}
