import type { DomainRow } from './domains.ts';

/** Why a machine that does not run has ended, in sentences. Of a row that runs it says nothing that is true. */
export function whyOff({ reason }: Pick<DomainRow, 'reason'>): string {
  switch (reason) {
    case 'crashed':
      return 'The machine has ended unexpectedly: its process on the host crashed or was killed.';
    case 'failed':
      return 'The machine is off: it could not be started.';
    case 'migrated':
      return 'The machine was migrated to another host.';
    case 'saved':
      return 'The machine is off. Its state is saved: it goes on from there when it is started.';
    default:
      return 'The machine is off.';
  }
}
