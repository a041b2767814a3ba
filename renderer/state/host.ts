import { ApiError, type ApiErrorData, type Client } from '../../contract/index.ts';
import type { Host } from '../transport/host.ts';

let current: Host | null = null;

/** Sets the host, before anything is rendered; and again after a new link to main was made. */
export function setHost(host: Host): void {
  current = host;
}

/** The host; throws when the application was not started through main.tsx. */
export function host(): Host {
  if (!current) throw new Error('The host was used before it was set.');
  return current;
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
