import { z } from 'zod';

/** A machine whose first boot is under way, and what is to be done when that is over. */
export const Installing = z.object({
  uri: z.string(),
  uuid: z.string(),
  name: z.string(),
  finish: z.enum(['none', 'two-phase', 'eject-media']),
  /** The hypervisor's id of the first boot; null: it has not been seen running yet. */
  domainId: z.number().nullable(),
  /** Reboots until the media are not needed any more. */
  reboots: z.number().int(),
  /** Drives to empty, by target. */
  eject: z.array(z.string()),
  /** Volumes that were made for the first boot only. */
  volumes: z.array(
    z.object({
      pool: z.string(),
      volume: z.string(),
      words: z.string(),
      /** How it looked when it was made (`stampOf` in tidy.ts); null: not known, as in files of earlier versions. */
      stamp: z.string().nullable().default(null),
    }),
  ),
  /** Milliseconds since 1970. */
  since: z.number(),
});
export type Installing = z.infer<typeof Installing>;
