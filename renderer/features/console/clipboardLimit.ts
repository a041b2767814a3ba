/** Text of a clipboard longer than this is left where it is, both ways, in bytes. */
export const MAX_CLIPBOARD = 1024 * 1024;
