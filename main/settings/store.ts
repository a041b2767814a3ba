import { join } from 'node:path';
import { z } from 'zod';
import { ConnectionId, ConnectionSettings, Settings, UiState } from '../../contract/index.ts';
import { JsonFile } from './jsonFile.ts';

/** A connection as it is kept: its id never changes, so that windows and history can name it. */
export const SavedConnection = z.object({ id: ConnectionId, settings: ConnectionSettings });
export type SavedConnection = z.infer<typeof SavedConnection>;

const ConnectionsFile = z.object({ version: z.literal(1), connections: z.array(SavedConnection) });

/** The user's configuration: preferences, saved connections, and the interface's own state. */
export class SettingsStore {
  readonly #settings: JsonFile<Settings>;
  readonly #connections: JsonFile<z.infer<typeof ConnectionsFile>>;
  readonly #uiState: JsonFile<UiState>;

  /** @param folder the configuration folder ($XDG_CONFIG_HOME/virtdeck) */
  constructor(folder: string, onProblem: (message: string) => void) {
    this.#settings = new JsonFile({
      path: join(folder, 'settings.json'),
      schema: Settings,
      fallback: () => Settings.parse({}),
      salvage: salvageSettings,
      onProblem,
    });
    this.#connections = new JsonFile({
      path: join(folder, 'connections.json'),
      schema: ConnectionsFile,
      fallback: () => ({ version: 1 as const, connections: [] }),
      salvage: salvageConnections,
      onProblem,
    });
    this.#uiState = new JsonFile({
      path: join(folder, 'interface.json'),
      schema: UiState,
      fallback: () => ({}),
      onProblem,
    });
  }

  get settings(): Settings {
    return this.#settings.value;
  }

  setSettings(settings: Settings): Promise<void> {
    return this.#settings.set(settings);
  }

  get uiState(): UiState {
    return this.#uiState.value;
  }

  /** Takes these values; others stay. */
  changeUiState(values: UiState): Promise<void> {
    return this.#uiState.set({ ...this.#uiState.value, ...values });
  }

  get connections(): readonly SavedConnection[] {
    return this.#connections.value.connections;
  }

  setConnections(connections: readonly SavedConnection[]): Promise<void> {
    return this.#connections.set({ version: 1, connections: [...connections] });
  }

  /** Resolves when everything is on the disk. */
  async flush(): Promise<void> {
    await Promise.all([this.#settings.flush(), this.#connections.flush(), this.#uiState.flush()]);
  }
}

/** Takes each preference that fits and the default for each that does not. */
function salvageSettings(value: unknown): Settings | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const good = Object.entries(value).filter(([key, part]) => Settings.safeParse({ [key]: part }).success);
  return Settings.parse(Object.fromEntries(good));
}

/** Takes each saved connection that fits. */
function salvageConnections(value: unknown): z.infer<typeof ConnectionsFile> | null {
  const list = z.object({ connections: z.array(z.unknown()) }).safeParse(value);
  if (!list.success) return null;
  const connections = list.data.connections.flatMap((one) => {
    const result = SavedConnection.safeParse(one);
    return result.success ? [result.data] : [];
  });
  return { version: 1, connections };
}
