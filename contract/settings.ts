import { z } from 'zod';

/** Preferences, kept by main in the user's configuration folder. */
export const Settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Seconds between statistics ticks while a window is visible. */
  statsInterval: z.number().min(1).max(60).default(3),
  /** Ask before these. */
  confirm: z
    .object({
      shutdown: z.boolean(),
      reboot: z.boolean(),
      destroy: z.boolean(),
      reset: z.boolean(),
      suspend: z.boolean(),
    })
    .default({ shutdown: true, reboot: true, destroy: true, reset: true, suspend: false }),
});
export type Settings = z.infer<typeof Settings>;

/** State of the interface (columns, widths, open groups) that main keeps without looking into it. */
export const UiState = z.record(z.string().max(100), z.json());
export type UiState = z.infer<typeof UiState>;
