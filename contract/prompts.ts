import { z } from 'zod';
import { ConnectionId } from './common.ts';

/** One field that a server, ssh or a keychain asks for. */
export const PromptField = z.object({
  /** Sent back with the answer. */
  key: z.string(),
  label: z.string(),
  secret: z.boolean(),
  defaultValue: z.string(),
});

/** The key that a host shows of which nothing is known. */
export const OfferedHostKey = z.object({
  host: z.string(),
  /** The address that answered, where it is known. */
  address: z.string().nullable(),
  /** ED25519, RSA... */
  type: z.string(),
  /** As ssh-keygen -l prints it: "SHA256:..." or pairs of hexadecimal digits. */
  fingerprint: z.string(),
});
export type OfferedHostKey = z.infer<typeof OfferedHostKey>;

/** A question that only the user can answer. Answers go from renderer to main, never back. */
export const Prompt = z.object({
  id: z.string(),
  connection: ConnectionId,
  title: z.string(),
  message: z.string(),
  fields: z.array(PromptField),
  /**
   * Without it, `credentials`. `host-key`: whether `hostKey` is the host's; any answer accepts it for good, cancel
   * refuses. `confirm`: yes (any answer) or no (cancel). `notice`: something is to be done elsewhere (touch a security
   * key); it goes by itself, or is cancelled.
   */
  kind: z.enum(['credentials', 'host-key', 'confirm', 'notice']).optional(),
  hostKey: OfferedHostKey.optional(),
  /** Why it is asked again: the answer before was refused. */
  problem: z.string().optional(),
  /**
   * What `remember` in the answer does: keeps it in the keyring, keeps it until Virtdeck is closed (there is no
   * keyring), or nothing (codes that are good once: offer no choice). Without it, `keyring`.
   */
  remember: z.enum(['keyring', 'until-closed', 'never']).optional(),
});
export type Prompt = z.infer<typeof Prompt>;
