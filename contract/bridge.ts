// What the preload script and the page agree upon. Imports nothing: a sandboxed preload script may not.

/** What the preload script puts into the page, as `window.virtdeck`. */
export interface PreloadBridge {
  /**
   * Asks main for a new port of this window. It arrives as a message event of the window, with
   * {@link PORT_MESSAGE} as its data. A port that the window had before is closed.
   */
  connect(): void;
}

/** Asks main for a port (preload to main), and the message that carries it (main to preload to page). */
export const CONNECT_MESSAGE = 'virtdeck:connect';
export const PORT_MESSAGE = 'virtdeck:port';
