import { memoryFramePorts, memoryWires } from '../../../../contract/memoryWire.ts';
import type { createRoutes } from '../../../../main/ipc/router.ts';
import type { TicketStore } from '../../../../main/ipc/ticketStore.ts';
import type { Windows } from '../../../../main/ipc/windows.ts';
import type { Transport } from '../../../../renderer/transport/transport.ts';

/** A window's way to main within this process. */
export function memoryTransport(
  windows: Windows,
  tickets: TicketStore,
  routes: ReturnType<typeof createRoutes>,
): Transport {
  const [near, far] = memoryWires();
  const caller = windows.serve(far, routes);
  return {
    wire: near,
    openFrames(ticket) {
      const [nearPort, farPort] = memoryFramePorts();
      const open = tickets.redeem(ticket, (owner) => owner === caller);
      if (open) open(farPort);
      else farPort.close();
      return nearPort;
    },
    onLost: (listener) => near.onClose((message) => listener({ kind: 'gone', message })),
  };
}
