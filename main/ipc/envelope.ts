import { z } from 'zod';
import { MAX_MESSAGE_LENGTH } from '../../contract/index.ts';

/** A birpc request as our windows send them: a name, exactly one input, an id to answer to. */
const Request = z.strictObject({
  t: z.literal('q'),
  i: z.string().min(1).max(64),
  m: z.string().max(200),
  a: z.array(z.unknown()).length(1),
});

/** A request, or null when the text is too long, cut off, or anything else than a request. */
export function readRequest(text: string): z.output<typeof Request> | null {
  if (text.length > MAX_MESSAGE_LENGTH) return null;
  try {
    const parsed = Request.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
