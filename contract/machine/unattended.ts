import { z } from 'zod';

/** An installation that asks nothing, by a script of libosinfo. */
export const Unattended = z.object({
  /** libosinfo's profile: "desktop", "jeos"... */
  profile: z.string().min(1).max(64),
  /** In the clear; it reaches the script and nothing else. */
  adminPassword: z.string().max(1024),
  userLogin: z.string().max(64).default(''),
  userPassword: z.string().max(1024).default(''),
  userFullName: z.string().max(256).default(''),
  hostname: z.string().max(253).default(''),
  timezone: z.string().max(128).default('Etc/UTC'),
  language: z.string().max(64).default('en_US'),
  keyboard: z.string().max(64).default('us'),
  productKey: z.string().max(128).default(''),
});
export type Unattended = z.infer<typeof Unattended>;
