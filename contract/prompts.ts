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

/** A question that only the user can answer. Answers go from renderer to main, never back. */
export const Prompt = z.object({
  id: z.string(),
  connection: ConnectionId,
  title: z.string(),
  message: z.string(),
  fields: z.array(PromptField),
});
export type Prompt = z.infer<typeof Prompt>;
