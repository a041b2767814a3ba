import { _electron } from '@playwright/test';
import { findElectron } from '../../../build/run/setup/electron.mjs';
import type { Application, LaunchOptions } from './application.ts';
import { repository, sandboxArguments } from './paths.ts';

/** The path of Electron's binary, or null where it is not there. */
export function electronBinary(): string | null {
  return findElectron(repository);
}

/** Starts Virtdeck in Electron and waits for its window. */
export async function launchElectron(options: LaunchOptions): Promise<Application> {
  const executablePath = electronBinary();
  if (!executablePath) throw new Error("Electron's binary is not installed");
  const electron = await _electron.launch({
    executablePath,
    args: [...sandboxArguments(), repository, ...options.uris],
    env: options.env,
  });
  const page = await electron.firstWindow();
  const child = electron.process();
  return { page, address: null, pid: child.pid ?? 0, close: () => electron.close() };
}
