import type {
  ApiError,
  Connection,
  ConnectionSettings,
  ConnectionStatus,
  HostFacts,
} from '../../contract/index.ts';
import { placeName } from './uri.ts';

/** What changes of a connection while it lives. */
export interface ConnectionPhase {
  readonly status: ConnectionStatus;
  /** What connecting is doing, in words. */
  readonly stage: string | null;
  /** Why it is not connected. */
  readonly error: ApiError | null;
  /** When the next attempt is made, in ms since 1970. */
  readonly retryAt: number | null;
  /** When the picture was last known to be true, in ms since 1970; null: it never was. */
  readonly lastSeen: number | null;
  readonly host: HostFacts | null;
  /** What the user should know as long as it is like this. */
  readonly warnings: readonly string[];
}

const AT_FIRST: ConnectionPhase = {
  status: 'disconnected',
  stage: null,
  error: null,
  retryAt: null,
  lastSeen: null,
  host: null,
  warnings: [],
};

/** What is known of a connection, as the renderer sees it. */
export class ConnectionState {
  readonly id: string;
  settings: ConnectionSettings;
  saved: boolean;
  readonly #changed: () => void;
  #phase: ConnectionPhase = AT_FIRST;

  /** @param changed called after every change */
  constructor(id: string, settings: ConnectionSettings, saved: boolean, changed: () => void) {
    this.id = id;
    this.settings = settings;
    this.saved = saved;
    this.#changed = changed;
  }

  get phase(): ConnectionPhase {
    return this.#phase;
  }

  /** As the user knows it: the name given, the host's own, or what the URI says. */
  get name(): string {
    return this.settings.name || this.#phase.host?.hostname || placeName(this.settings.uri);
  }

  set(change: Partial<ConnectionPhase>): void {
    this.#phase = { ...this.#phase, ...change };
    this.#changed();
  }

  /** Takes other settings. */
  change(settings: ConnectionSettings, saved: boolean): void {
    this.settings = settings;
    this.saved = saved;
    this.#changed();
  }

  describe(): Connection {
    const { id, settings, saved } = this;
    const error = this.#phase.error?.toData() ?? null;
    const warnings = [...this.#phase.warnings];
    return { id, settings, saved, readOnly: settings.readOnly, ...this.#phase, error, warnings };
  }
}
