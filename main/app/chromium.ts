import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram, isProgram } from '../runtime/programs.ts';

/** Programs that know --app, in order of preference. */
const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'brave-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'vivaldi-stable',
];

/** The first Chromium-based browser in PATH (VIRTDECK_BROWSER goes first), or null. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | null {
  const chosen = env.VIRTDECK_BROWSER;
  if (chosen && isProgram(chosen)) return chosen;
  return findProgram(programs, env.PATH ?? '');
}

/** Whether there is a display to open a window on. */
export function hasDisplay(env: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

/**
 * Opens an application window: no tabs, no address bar, and a profile of its own, so that no extension
 * of the user's browser looks in, and the process lives exactly as long as its windows.
 */
export function openAppWindow(program: string, address: string, dataFolder: string): ChildProcess {
  return spawn(program, appWindowArguments(program, address, dataFolder), { stdio: 'ignore' });
}

export function appWindowArguments(program: string, address: string, dataFolder: string): string[] {
  const profile = profileFolder(program, dataFolder);
  return [
    `--app=${address}`,
    `--user-data-dir=${profile}`,
    '--class=virtdeck',
    '--no-first-run',
    '--no-default-browser-check',
    // It is a window of ours, not a browser: nothing of its own goes on behind it or over the network.
    '--disable-background-mode',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-extensions',
    '--disable-sync',
    // The profile holds one cookie of this run: not worth a keyring's prompt.
    '--password-store=basic',
    '--ozone-platform-hint=auto',
    // Later it remembers its place.
    ...(existsSync(profile) ? [] : ['--window-size=1280,800']),
    // Chromium's sandbox refuses to work for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox', '--test-type'] : []),
  ];
}

/** A snap may not look into hidden folders of the home, but has one of its own. */
function profileFolder(program: string, dataFolder: string): string {
  const snap = join(homedir(), 'snap/chromium/common');
  return program.startsWith('/snap/') && existsSync(snap)
    ? join(snap, 'virtdeck')
    : join(dataFolder, 'browser');
}
