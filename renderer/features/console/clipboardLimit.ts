/** Text of a clipboard longer than this is left where it is, in bytes. */
export const MAX_CLIPBOARD = 1024 * 1024;

/**
 * What a guest can be given, in bytes: QEMU unpacks 1 MiB and holds as much for the guest's agent, in both with what
 * belongs to the text (ui/vnc-clipboard.c, VDAGENT_BUFFER_LIMIT in ui/vdagent.c), and drops what is longer in silence.
 */
const MAX_GIVEN = MAX_CLIPBOARD - 4096;

/** Why a text cannot be given to a guest; null: it can. */
export function clipboardRefusal(text: string): string | null {
  if (text === '') return 'There is no text.';
  const { length } = new TextEncoder().encode(text);
  if (length <= MAX_GIVEN) return null;
  const [has, limit] = [length, MAX_GIVEN].map((bytes) => Math.ceil(bytes / 1024).toLocaleString('en'));
  return `The text is too long for the guest’s clipboard: ${has} KiB, at most ${limit}.`;
}
