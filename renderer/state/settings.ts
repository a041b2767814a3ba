import { create } from 'zustand';
import type { HostCapabilities, Settings } from '../../contract/index.ts';
import { client } from './host.ts';

/** What holds until main has said otherwise. */
const DEFAULTS: Settings = {
  theme: 'system',
  statsInterval: 3,
  confirm: { shutdown: true, reboot: true, destroy: true, reset: true, suspend: false },
};

interface SettingsState {
  readonly settings: Settings;
  /** Null until main has answered. */
  readonly capabilities: HostCapabilities | null;
}

/** Preferences, and what the program around the window can do. */
export const useSettings = create<SettingsState>()(() => ({ settings: DEFAULTS, capabilities: null }));

/**
 * Changes preferences at once on screen and in main. When main refuses, those come back as they were
 * and the error is the caller's to show.
 */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = useSettings.getState().settings;
  const settings = { ...before, ...change };
  useSettings.setState({ settings });
  try {
    await client().settings.update(settings);
  } catch (error) {
    // Others may have been changed meanwhile.
    const old = Object.fromEntries(Object.entries(before).filter(([key]) => key in change));
    useSettings.setState((now) => ({ settings: { ...now.settings, ...old } }));
    throw error;
  }
}
