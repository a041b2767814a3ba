/** Codes with which main closes a window's WebSocket (RFC 6455 leaves 4000 to 4999 to applications). */
export const closeCodes = {
  /** The renderer's files have changed: load the page again. */
  reload: 4001,
  /** The window has sent something that no window of ours sends. */
  protocol: 4002,
  /** The window takes in messages too slowly. */
  tooSlow: 4003,
} as const;
