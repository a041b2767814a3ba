import { creditChannel } from '../../contract/index.ts';
import { receivePort } from './electronPort.ts';
import type { Host } from './host.ts';
import { messagePortTransport } from './messagePort.ts';
import { createRpc } from './rpc.ts';
import type { Transport } from './transport.ts';
import { connectWebSocket } from './webSocket.ts';

/**
 * Connects this window with main: over the preload script's port in Electron, else over a WebSocket to
 * the host that served the page. Rejects with a LostReason (host.ts) when main cannot be reached.
 */
export async function connectHost(): Promise<Host> {
  const transport = window.virtdeck
    ? messagePortTransport(await receivePort(window.virtdeck))
    : await connectWebSocket(document.baseURI);
  return createHost(transport, import.meta.env.DEV);
}

/** A host over a transport. `check` validates what comes from main: in development and tests. */
export function createHost(transport: Transport, check: boolean): Host {
  const { client, on } = createRpc(transport.wire, check);
  return {
    client,
    on,
    openBytes: async (ticket) => creditChannel(transport.openFrames(ticket)),
    onLost: (listener) => transport.onLost(listener),
    close: () => transport.wire.close('closed by the window'),
  };
}
