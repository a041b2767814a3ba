import type { DomainAction, DomainRow } from './domains.ts';

/** What has to be known of a connection to say what may be done on it. */
export interface ActionContext {
  readonly connected: boolean;
  readonly readOnly: boolean;
}

const ACTIVE = new Set<DomainRow['state']>([
  'running',
  'blocked',
  'paused',
  'shutdown',
  'pmsuspended',
  'crashed',
]);
const RUNNING = new Set<DomainRow['state']>(['running', 'blocked', 'nostate']);

/** Whether the domain has a process: it can be forced off. */
export function isActive(row: Pick<DomainRow, 'state' | 'id'>): boolean {
  return row.id !== null || ACTIVE.has(row.state);
}

/**
 * Why an action is not possible now, in words for a tooltip; null when it is.
 * Main refuses with the same words, so the two never disagree.
 */
export function refusal(action: DomainAction, row: DomainRow, context: ActionContext): string | null {
  if (!context.connected) return 'The host is not connected.';
  if (context.readOnly) return 'This connection is read-only.';
  const running = RUNNING.has(row.state);
  switch (action) {
    case 'start':
      return isActive(row) ? 'The machine is already running.' : null;
    case 'resume':
      if (row.state === 'paused' || row.state === 'pmsuspended') return null;
      return running ? 'The machine is not paused.' : 'The machine is not running.';
    case 'shutdown':
    case 'reboot':
    case 'suspend':
      if (running) return null;
      return row.state === 'paused'
        ? 'The machine is paused. Resume it first.'
        : 'The machine is not running.';
    case 'reset':
    case 'destroy':
      return isActive(row) ? null : 'The machine is not running.';
  }
}

/** The likely next action, for the primary button. */
export function primaryAction(row: DomainRow): DomainAction {
  if (row.state === 'paused' || row.state === 'pmsuspended') return 'resume';
  return isActive(row) ? 'shutdown' : 'start';
}

/** Why a machine cannot be given another name now; null when it can. libvirt has further reasons. */
export function renameRefusal(
  row: Pick<DomainRow, 'id' | 'persistent' | 'hasSnapshots' | 'managedSave'>,
  name: string | null,
): string | null {
  if (name === null || name.trim() === '') return 'A machine needs a name.';
  if (!row.persistent) return 'Its definition is not saved: there is nothing to rename.';
  if (row.id !== null) return 'A machine can be renamed only while it is off.';
  if (row.hasSnapshots) return 'libvirt does not rename machines that have snapshots.';
  return row.managedSave
    ? 'libvirt does not rename machines with a saved state: start it, or discard the state.'
    : null;
}
