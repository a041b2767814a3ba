import type { Handlers } from '../../../contract/index.ts';
import { MachineSpec } from '../../../contract/index.ts';
import type { Connections } from '../../hypervisor/connections.ts';
import type { Caller } from '../../ipc/caller.ts';
import type { Machines } from '../machines.ts';

/** The calls about new machines. */
export function machineHandlers(machines: Machines, connections: Connections): Handlers<Caller>['machines'] {
  return {
    offer: ({ connection }) => machines.offer(connections.get(connection)),
    checkName: ({ connection, name }) => ({
      problem: machines.checkName(connections.get(connection), name),
    }),
    defaults: ({ connection, ...wish }) => machines.defaults(connections.get(connection), wish),
    plan: (input) => {
      const spec = MachineSpec.parse(input);
      return machines.preview(connections.get(spec.connection), spec);
    },
    make: async (input) => {
      const spec = MachineSpec.parse(input);
      return { job: machines.make(connections.get(spec.connection), spec) };
    },
  };
}
