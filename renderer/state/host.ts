import {
  ApiError,
  type ApiErrorData,
  type ByteChannel,
  type Client,
  type EventName,
  type Events,
} from '../../contract/index.ts';

/** What the renderer needs of the process behind it; renderer/transport provides it over either wire. */
export interface Host {
  readonly client: Client;
  on<N extends EventName>(event: N, listener: (payload: Events[N]) => void): () => void;
  /** Opens the byte channel that a ticket allows. */
  openBytes(ticket: string): Promise<ByteChannel>;
}

let current: Host | null = null;

/** Sets the host once, before anything is rendered. */
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
