import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { BROWSERS } from '../../../build/run/setup/needs.mjs';
import { findCommand } from '../../../build/run/setup/system.mjs';

/** The root of the repository. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** The system's Chromium; Playwright's own is not used, since users do not have it either. */
export function browserPath(): string {
  for (const name of BROWSERS) {
    const path = findCommand(name);
    if (path && existsSync(path)) return path;
  }
  throw new Error(
    'Chromium is not installed: run `npm test`, which installs it, or apt-get install chromium',
  );
}

/** Chromium's sandbox refuses to work for root. */
export function sandboxArguments(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
