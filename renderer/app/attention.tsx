import type { Connection, ConnectionId, DomainEvent, Job, ShowTarget } from '../../contract/index.ts';
import { setActivityOpen } from '../features/activity/activityPanel.ts';
import { connectionTitle } from '../state/connections.ts';
import { findDomain } from '../state/inventory.ts';
import { isJobWatched } from '../state/jobs.ts';
import { machineName } from '../state/machineName.ts';
import { wasAskedHere } from '../state/pending.ts';
import { currentRoute, navigate } from '../state/route.ts';
import type { Attention } from '../state/sync.ts';
import { showError, showNotice } from '../ui/notify.tsx';

/** Notices of what happens while the user looks elsewhere. */
export const attention: Attention = {
  jobChanged: noticeJob,
  domainEvent: noticeDomainEvent,
  connectionChanged: noticeConnection,
  show: showTarget,
  notice: noticeOnce,
};

/** Main tells its notices again after each new link. */
const noticed = new Set<string>();

function noticeOnce(message: string): void {
  if (noticed.has(message)) return;
  noticed.add(message);
  showNotice('warning', 'Virtdeck', message);
}

/** Goes where a start of the application asked to. */
function showTarget({ page, connection, domain }: ShowTarget): void {
  if (page === 'new') navigate({ page: 'new', connection });
  else if (connection !== null && page === 'host') navigate({ page: 'host', connection, tab: 'overview' });
  else if (connection !== null && domain !== null && page === 'console') {
    navigate({ page: 'machine', connection, uuid: domain, tab: 'console' });
  }
}

/** Jobs whose end was told; main may describe an ended job more than once. */
const told = new Set<string>();

function noticeJob(job: Job): void {
  if (job.state === 'running' || told.has(job.id)) return;
  told.add(job.id);
  // Ended before this window opened, or watched on the page that started it.
  if (job.state === 'cancelled' || isWatched(job)) return;
  if (job.state === 'succeeded') {
    showNotice('success', job.title, 'Done.', machineLink(job));
    return;
  }
  const error = job.error ?? { kind: 'internal', message: `It failed at: ${job.stage}` };
  showNotice('error', `${job.title} failed`, error.message, [
    { label: 'Details', run: () => showError(`${job.title} failed`, error) },
    { label: 'Show activity', run: () => setActivityOpen(true) },
  ]);
}

/** The wizard shows the job that it started itself, while it is looked at. */
function isWatched({ id }: Job): boolean {
  return isJobWatched(id) && currentRoute().page === 'new';
}

function machineLink(job: Job): { label: string; run: () => void }[] {
  const { connection, uuid } = job;
  if (connection === null || uuid === null) return [];
  return [
    { label: 'Open machine', run: () => navigate({ page: 'machine', connection, uuid, tab: 'console' }) },
  ];
}

function noticeDomainEvent(event: DomainEvent): void {
  const { connection, uuid } = event;
  if (event.severity === 'info') return;
  if (event.severity === 'warning' && (wasAskedHere(event, Date.now()) || isShown(event))) return;
  const row = findDomain(connection, uuid);
  const title = row ? machineName(row) : 'A machine';
  showNotice(event.severity, title, event.message, [
    { label: 'Open machine', run: () => navigate({ page: 'machine', connection, uuid, tab: 'overview' }) },
  ]);
}

/** The page of the machine shows by itself what became of it. */
function isShown({ connection, uuid }: DomainEvent): boolean {
  const route = currentRoute();
  return route.page === 'machine' && route.connection === connection && route.uuid === uuid;
}

/** Takes the notice of a lost connection away again. */
const lostNotices = new Map<ConnectionId, () => void>();

function noticeConnection(before: Connection | undefined, now: Connection): void {
  if (now.status === 'connected' || now.status === 'disconnected') {
    lostNotices.get(now.id)?.();
    lostNotices.delete(now.id);
  }
  if (before?.status !== 'connected' || now.status !== 'lost') return;
  const hide = showNotice(
    'warning',
    `${connectionTitle(now)}: connection lost`,
    now.error?.message ?? 'What is shown is the last that was known. Virtdeck tries again.',
  );
  lostNotices.set(now.id, hide);
}
