import { z } from 'zod';

/** A remembered secret, without the secret: those never leave main. */
export const RememberedCredential = z.object({
  /** For forgetting it. */
  id: z.string().max(8192),
  /** Whom it is for: a connection's URI, `ssh://user@host`, or a key file. */
  place: z.string(),
  /** What it is: "Password", "User name", "Passphrase"... */
  purpose: z.string(),
});
export type RememberedCredential = z.infer<typeof RememberedCredential>;

/** Everything that is remembered, and how long that lasts. */
export const RememberedCredentials = z.object({
  entries: z.array(RememberedCredential),
  /** Null: they are in the desktop's keyring. Else why they are gone when Virtdeck is closed, in words. */
  problem: z.string().nullable(),
});
export type RememberedCredentials = z.infer<typeof RememberedCredentials>;

/** A public key of this user, as it stands in a file of `~/.ssh`. */
export const PublicKey = z.object({ file: z.string(), key: z.string() });
export type PublicKey = z.infer<typeof PublicKey>;
