import type { DomainRow, DomainState } from '../../contract/index.ts';

/** What kind of thing a state is, for its colour and icon. */
export type Tone = 'ok' | 'off' | 'warn' | 'error' | 'busy';

const WORDS: Readonly<Record<DomainState, string>> = {
  nostate: 'No state',
  running: 'Running',
  blocked: 'Running',
  paused: 'Paused',
  shutdown: 'Shutting down',
  shutoff: 'Off',
  crashed: 'Crashed',
  pmsuspended: 'Suspended',
};

/** From what wants attention to what does not. */
export const STATE_ORDER: readonly DomainState[] = [
  'crashed',
  'paused',
  'pmsuspended',
  'shutdown',
  'running',
  'blocked',
  'nostate',
  'shutoff',
];

/** Reasons that the word does not already say. The keys are libvirt's, in lower case. */
const REASONS: Readonly<Record<string, string>> = {
  ioerror: 'I/O error',
  'i/o error': 'I/O error',
  watchdog: 'watchdog',
  crashed: 'crashed',
  failed: 'failed to start',
  saved: 'saved',
  migrated: 'migrated away',
  migration: 'migrating',
  snapshot: 'snapshot',
  'from-snapshot': 'from a snapshot',
  'from snapshot': 'from a snapshot',
  dump: 'dumping core',
  save: 'saving',
  'starting-up': 'starting up',
  'starting up': 'starting up',
  postcopy: 'post-copy migration',
  'postcopy-failed': 'post-copy migration failed',
  panicked: 'guest panicked',
  daemon: 'stopped by the daemon',
};

/** The state in a word. */
export function stateWord(state: DomainState): string {
  return WORDS[state];
}

/** Why it is in that state, where that is worth a word; else empty. */
function reasonWord(row: Pick<DomainRow, 'state' | 'reason'>): string {
  // Of what runs it tells how it came there, of what is off where it went.
  if (row.reason === 'migrated' && row.state !== 'shutoff') return '';
  const word = REASONS[row.reason.toLowerCase()] ?? '';
  return word.toLowerCase() === stateWord(row.state).toLowerCase() ? '' : word;
}

/** State and reason: "Paused (I/O error)". */
export function stateText(row: Pick<DomainRow, 'state' | 'reason'>): string {
  const reason = reasonWord(row);
  return reason ? `${stateWord(row.state)} (${reason})` : stateWord(row.state);
}

/** What kind of thing a state is: what went wrong is more than being off. */
export function stateTone(row: Pick<DomainRow, 'state' | 'reason'>): Tone {
  const reason = reasonWord(row);
  switch (row.state) {
    case 'running':
    case 'blocked':
    case 'nostate':
      return 'ok';
    case 'crashed':
      return 'error';
    case 'paused':
      return reason === 'I/O error' || reason === 'guest panicked' ? 'error' : 'warn';
    case 'pmsuspended':
      return 'warn';
    case 'shutdown':
      return 'busy';
    case 'shutoff':
      return reason === 'crashed' || reason === 'failed to start' ? 'error' : 'off';
  }
}
