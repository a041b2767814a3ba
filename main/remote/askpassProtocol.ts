/** Names of the variables that tell the helper what to do; the scripts in the private folder set them. */
export const ASKPASS_SOCKET = 'VIRTDECK_ASKPASS_SOCKET';
export const ASKPASS_TICKET = 'VIRTDECK_ASKPASS_TICKET';
export const ASKPASS_PROMPT = 'VIRTDECK_ASKPASS_PROMPT';
/** ssh's own: `confirm` wants yes or no, `none` only tells something. */
export const SSH_ASKPASS_PROMPT = 'SSH_ASKPASS_PROMPT';

/** What the helper asks main, as one line of JSON. */
export interface AskpassRequest {
  readonly ticket: string;
  readonly prompt: string;
  readonly kind: 'ask' | 'confirm' | 'notice';
  /** The ssh process that asks: it repeats its questions when an answer was wrong. */
  readonly asker: number;
}

/** What main answers, as one line of JSON; null: the user cancelled. */
export interface AskpassAnswer {
  readonly answer: string | null;
}

/** Longest line either side takes, in characters. ssh itself takes 1023 bytes as an answer. */
export const MAX_LINE = 65_536;

/** Reads a request. Null: it is none. */
export function parseRequest(line: string): AskpassRequest | null {
  const value = parseObject(line);
  if (!value) return null;
  const { ticket, prompt, kind, asker } = value;
  if (typeof ticket !== 'string' || typeof prompt !== 'string' || typeof asker !== 'number') return null;
  if (kind !== 'ask' && kind !== 'confirm' && kind !== 'notice') return null;
  return { ticket, prompt, kind, asker };
}

/** Reads an answer. Null: it is none, or the user cancelled. */
export function parseAnswer(line: string): string | null {
  const answer = parseObject(line)?.answer;
  return typeof answer === 'string' ? answer : null;
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? { ...value } : null;
  } catch {
    return null;
  }
}
