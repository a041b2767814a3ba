import type { Locator } from '@playwright/test';
import type { Stage } from './stage.ts';

/** One state of one page. */
export interface Scene {
  /** Page and state, as in "fleet-filled"; the first word is what a subset is chosen by. */
  readonly name: string;
  /** Brings the window into the state, from whatever it shows, and waits until it is there. */
  readonly open: (stage: Stage) => Promise<void>;
  /** What is scrolled into view for each picture, where the top of the page is not what it is about. */
  readonly sight?: (stage: Stage) => Locator;
  /** Undoes what would be in the way of the next scene; called also when opening failed. */
  readonly leave?: (stage: Stage) => Promise<void>;
  /** The scene from which it goes on, instead of from a window that was loaded again. It has to leave its state there. */
  readonly after?: string;
  /** Keeps the pointer where it was put, to show what it brings up. */
  readonly pointer?: boolean;
}
