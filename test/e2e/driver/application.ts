import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** How one start of the application differs from the next. */
export interface LaunchOptions {
  /** Connections to open, as on the command line. */
  readonly uris: readonly string[];
  /** The whole environment of the application. */
  readonly env: Record<string, string>;
  /** Changes the command line that starts it, to run it as somebody else or somewhere else. */
  readonly wrap?: (program: string, args: readonly string[]) => [program: string, args: string[]];
}

/** The running application with its window. */
export interface Application {
  readonly page: Page;
  /** Where the web host serves, without its token; null in Electron. */
  readonly address: string | null;
  /** The main process. */
  readonly pid: number;
  /** Quits it and waits until its process is gone. */
  close(): Promise<void>;
}

/** Folders of one user who has never started Virtdeck. */
export class Home {
  readonly folder = mkdtempSync(join(tmpdir(), 'virtdeck-home-'));

  /** An environment in which nothing of the person's own is found, neither settings nor connections. */
  environment(extra: Record<string, string> = {}): Record<string, string> {
    const at = (name: string) => {
      const folder = join(this.folder, name);
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      return folder;
    };
    return {
      PATH: process.env.PATH ?? '/usr/bin:/bin',
      LANG: 'C.UTF-8',
      HOME: this.folder,
      XDG_CONFIG_HOME: at('config'),
      XDG_DATA_HOME: at('data'),
      XDG_STATE_HOME: at('state'),
      XDG_CACHE_HOME: at('cache'),
      XDG_RUNTIME_DIR: at('run'),
      ...(process.env.DISPLAY ? { DISPLAY: process.env.DISPLAY } : {}),
      ...extra,
    };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}
