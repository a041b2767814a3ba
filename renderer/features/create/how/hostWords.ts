import type { Connection } from '../../../../contract/index.ts';
import { connectionTitle } from '../../../state/connections.ts';
import { connectionWord } from '../../../ui/ConnectionChip.tsx';

/** Why no machine can be made on a connection; null: it may be possible. */
export function hostProblem(connection: Connection): string | null {
  if (connection.status !== 'connected') return connectionWord(connection).toLowerCase();
  return connection.readOnly ? 'read-only' : null;
}

/** What a host is called in a list, with why it cannot be chosen. */
export function hostLabel(connection: Connection): string {
  const problem = hostProblem(connection);
  return problem ? `${connectionTitle(connection)} (${problem})` : connectionTitle(connection);
}

const VIRT_NAMES: Readonly<Record<string, string>> = {
  kvm: 'KVM (hardware virtualisation)',
  qemu: 'QEMU (emulation, slow)',
  xen: 'Xen',
  lxc: 'LXC (containers)',
  test: 'Test driver',
};

export const virtLabel = (type: string) => VIRT_NAMES[type] ?? type;
