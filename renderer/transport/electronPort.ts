import { PORT_MESSAGE, type PreloadBridge } from '../../contract/bridge.ts';

declare global {
  interface Window {
    /** Only in Electron. */
    readonly virtdeck?: PreloadBridge;
  }
}

/** Receives this window's port from the preload script. */
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
