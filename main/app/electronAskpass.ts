import { writeSync } from 'node:fs';
import { runAskpass } from '../remote/askpassHelper.ts';

const SWITCH = '--virtdeck-askpass';

/**
 * How the askpass helper is run in Electron: the package cannot run other scripts (its fuse RunAsNode is off), so that
 * it is this program itself, which ends before it becomes an application.
 *
 * @param appFolder the application's folder where Electron was started with it; null: it is a package
 */
export function askpassCommand(
  argv: readonly string[],
  execPath: string,
  appFolder: string | null,
): string[] {
  return [
    execPath,
    ...(appFolder === null ? [] : [appFolder]),
    // It must start where there is no display, and where root does not get a sandbox.
    '--ozone-platform=headless',
    ...argv.filter((word) => word === '--no-sandbox'),
    SWITCH,
  ];
}

/** Whether this process was started to be the askpass helper. */
export function isAskpass(argv: readonly string[]): boolean {
  return argv.includes(SWITCH);
}

/** Is the askpass helper, and ends the process. */
export async function beAskpass(): Promise<never> {
  process.exit(await runAskpass(process.env, (answer) => writeSync(1, answer)));
}
