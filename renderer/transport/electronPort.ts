/** What preload/ puts into the page. */
export interface PreloadBridge {
  /** Asks main for this window's port; it arrives as a message event of the window, once. */
  connect(): void;
}

declare global {
  interface Window {
    readonly virtdeck?: PreloadBridge;
  }
}

/** The message that carries the port from the preload script to the page. */
const PORT_MESSAGE = 'virtdeck:port';

/** Receives the port from the preload script. */
export function receivePort(bridge: PreloadBridge): Promise<MessagePort> {
  return new Promise((resolve) => {
    const receive = (event: MessageEvent) => {
      const port = event.ports[0];
      // Only the preload script of this very window; frames and openers are other sources.
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return;
      window.removeEventListener('message', receive);
      resolve(port);
    };
    window.addEventListener('message', receive);
    bridge.connect();
  });
}
