import { expect } from '@playwright/test';
import type { Scene } from '../scene.ts';

/** The window after the main process has gone. Nothing can come after it. */
export const end: readonly Scene[] = [
  {
    name: 'window-lost',
    open: async (stage) => {
      await stage.furnish('hv1');
      stage.killMain();
      await expect(stage.page.getByRole('alert').filter({ hasText: 'Trying again' })).toBeVisible();
    },
  },
];
