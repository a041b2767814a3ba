import type { DomainEvent } from '../../contract/index.ts';
import type { DomainEventBody, GraphicsAddress } from '../libvirt/agent/events.ts';
import { lifecycleMeaning } from './lifecycle.ts';

/** What a domain event is for the user; null: not worth telling. */
export type EventWords = Pick<DomainEvent, 'kind' | 'message' | 'severity'> | null;

/** virDomainEventWatchdogAction. */
const WATCHDOG = [
  'nothing was done',
  'the machine was paused',
  'the machine was reset',
  'the machine was powered off',
  'the machine is being shut down',
  'this is only reported',
  'an NMI was injected',
];
/** virDomainEventIOErrorAction. */
const IO_ERROR = ['it was ignored', 'the machine was paused', 'it was reported to the guest'];
/** virDomainEventGraphicsPhase. */
const GRAPHICS = ['A viewer connects', 'A viewer is connected', 'A viewer has disconnected'];
/** virConnectDomainEventBlockJobStatus; types are virDomainBlockJobType. */
const BLOCK_STATUS = ['completed', 'failed', 'cancelled', 'ready to finish'];
const BLOCK_TYPE = ['job', 'pull', 'copy', 'commit', 'active commit', 'backup'];
const LONGEST = 300;

/** Says in words what libvirt reported. Everything in it may come from the guest or be of any length. */
export function eventWords(event: DomainEventBody): EventWords {
  const words = wordsOf(event);
  return words && { ...words, message: words.message.slice(0, LONGEST) };
}

function wordsOf(event: DomainEventBody): EventWords {
  switch (event.event) {
    case 'lifecycle': {
      const { message, severity } = lifecycleMeaning(event.type, event.detail);
      return { kind: 'lifecycle', message, severity };
    }
    case 'reboot':
      return info('reboot', 'Rebooted');
    case 'watchdog': {
      const message = `The guest's watchdog fired: ${WATCHDOG[event.action] ?? `action ${event.action}`}`;
      return { kind: 'watchdog', message, severity: 'warning' };
    }
    case 'io-error':
      return { kind: 'io-error', message: ioError(event), severity: 'error' };
    case 'graphics':
      return info('graphics', `${GRAPHICS[event.phase] ?? 'Viewer'}${address(event.remote)}`);
    case 'control-error':
      return {
        kind: 'other',
        message: 'libvirt has lost control of the machine (its monitor does not answer)',
        severity: 'error',
      };
    case 'block-job':
      return blockJob(event.disk, event.type, event.status);
    case 'disk-change':
      return {
        kind: 'device',
        message: `Disk ${event.alias ?? ''} was dropped or emptied at start: ${event.oldPath ?? 'its source'} is missing`,
        severity: 'warning',
      };
    case 'tray-change':
      return info(
        'device',
        `Tray of ${event.alias ?? 'a drive'} ${event.reason === 0 ? 'opened' : 'closed'}`,
      );
    case 'pm-wakeup':
      return info('lifecycle', 'Woken up');
    case 'device-added':
      return info('device', `Device ${event.alias} added`);
    case 'device-removed':
      return info('device', `Device ${event.alias} removed`);
    case 'device-removal-failed':
      return {
        kind: 'device',
        message: `The guest refused to let go of device ${event.alias}`,
        severity: 'warning',
      };
    case 'agent-lifecycle':
      return info('agent', event.state === 1 ? 'Guest agent connected' : 'Guest agent disconnected');
    case 'job-completed':
      return info('job', 'The job has ended');
    case 'block-threshold':
      return {
        kind: 'device',
        message: `Disk ${event.disk} has passed its threshold of ${event.threshold} bytes`,
        severity: 'warning',
      };
    case 'memory-failure':
      return { kind: 'other', message: 'The host reports a memory failure', severity: 'error' };
    case 'metadata-change':
      return info('other', 'Title, description or metadata changed');
    case 'memory-device-size-change':
      return info('device', `Memory device ${event.alias} now has ${event.sizeKiB} KiB`);
    // Lifecycle events tell of the suspension itself; the others come often and say nothing to a user.
    case 'pm-suspend':
    case 'pm-suspend-disk':
    case 'rtc-change':
    case 'balloon-change':
    case 'tunable':
    case 'migration-iteration':
      return null;
  }
}

function info(kind: DomainEvent['kind'], message: string): EventWords {
  return { kind, message, severity: 'info' };
}

function ioError(event: Extract<DomainEventBody, { event: 'io-error' }>): string {
  const where = event.path ?? event.alias ?? 'a disk';
  const why = event.reason === 'enospc' ? 'no space left' : event.reason;
  const then = IO_ERROR[event.action] ?? `action ${event.action}`;
  return `I/O error on ${where}${why === '' ? '' : `: ${why}`}; ${then}`;
}

function blockJob(disk: string, type: number, status: number): EventWords {
  const message = `Block ${BLOCK_TYPE[type] ?? 'job'} on ${disk} ${BLOCK_STATUS[status] ?? `status ${status}`}`;
  return { kind: 'job', message, severity: status === 1 ? 'error' : 'info' };
}

function address(from: GraphicsAddress | null): string {
  if (!from || from.family === 2 || !from.node) return '';
  return ` from ${from.node}`;
}
