import type { ByteChannel, ByteCloseReason } from '../../../../contract/index.ts';
import { client, host, toErrorData } from '../../../state/host.ts';
import { isEnded, useJobs } from '../../../state/jobs.ts';
import { reportError } from '../../../ui/notify.tsx';
import { FILE_SLOTS, type FileSlot, SLOTS } from '../draft/slots.ts';
import { changeFile, useWizard } from '../wizardStore.ts';
import { changeUpload, dropUpload, type Upload, uploadOf } from './uploadStore.ts';

/** Bytes read from the file at once. */
const PART = 1024 * 1024;
/** Milliseconds before each attempt to go on after the link went; the last one stays. */
const DELAYS = [1000, 2000, 5000, 10_000, 30_000];

interface Opened {
  readonly ticket: string;
  readonly offset: number;
}

/** Sends the file of a slot into its pool. When it is there, the slot that waits for it names the new volume. */
export async function startUpload(slot: FileSlot): Promise<void> {
  const upload = uploadOf(slot);
  if (!upload) return;
  changeUpload(slot, { phase: 'sending', resumes: false, error: null, sent: 0 });
  try {
    const { connection, pool, file } = upload;
    const begun = await client().uploads.begin({
      connection,
      pool,
      volume: upload.volume.trim(),
      size: file.size,
      path: null,
      modified: file.lastModified,
    });
    if (!isSame(slot, upload)) {
      await client().uploads.cancel({ id: begun.id });
      return;
    }
    changeUpload(slot, { id: begun.id, job: begun.job, sent: begun.offset });
    watchJob(slot, begun.job);
    if (begun.ticket === null) throw new Error('Virtdeck gave no channel to send the file through.');
    await send(slot, { ticket: begun.ticket, offset: begun.offset });
  } catch (error) {
    if (isSame(slot, upload)) changeUpload(slot, { phase: 'failed', error: toErrorData(error) });
  }
}

/** Goes on at once after the link went. */
export async function resumeUpload(slot: FileSlot, attempt = 0): Promise<void> {
  const upload = uploadOf(slot);
  if (upload?.phase !== 'cut' || upload.id === null) return;
  try {
    const opened = await client().uploads.resume({ id: upload.id });
    if (!isSame(slot, upload)) return;
    changeUpload(slot, { phase: 'sending', sent: opened.offset, error: null });
    await send(slot, opened);
  } catch (error) {
    if (!isSame(slot, upload)) return;
    const data = toErrorData(error);
    // Who knows nothing of it (any more) cannot go on with it.
    if (data.kind === 'not-found') changeUpload(slot, { phase: 'failed', error: data });
    else waitAndResume(slot, data.message, attempt + 1);
  }
}

/** Gives up all that are under way; what fails at that is told in the list of activities. */
export function cancelUploads(): void {
  for (const slot of FILE_SLOTS) {
    if (uploadOf(slot))
      cancelUpload(slot).catch((error: unknown) => reportError('An upload could not be cancelled', error));
  }
}

/** Gives it up; nothing of it is left on the host. */
export async function cancelUpload(slot: FileSlot): Promise<void> {
  const upload = uploadOf(slot);
  dropUpload(slot);
  if (upload?.id && upload.phase !== 'failed') await client().uploads.cancel({ id: upload.id });
}

async function send(slot: FileSlot, { ticket, offset }: Opened): Promise<void> {
  const upload = uploadOf(slot);
  if (!upload) return;
  const channel = await host().openBytes(ticket);
  let done = false;
  channel.onClose((reason) => {
    if (!done) closedEarly(slot, upload, reason);
  });
  // What main says on this channel is nothing; without a reader the channel would not tell of its end.
  channel.onData(() => {});
  for (let at = offset; at < upload.file.size && channel.open; at += PART) {
    const part = await upload.file.slice(at, at + PART).arrayBuffer();
    if (!isSame(slot, upload)) {
      done = true;
      channel.close({ kind: 'cancelled', message: '' });
      return;
    }
    if (!(await sendPart(channel, part))) return;
    changeUpload(slot, { sent: Math.min(at + PART, upload.file.size) });
  }
  if (!channel.open) return;
  done = true;
  changeUpload(slot, { phase: 'finishing' });
  channel.close({ kind: 'end', message: '' });
}

/** Whether the channel has taken it. */
async function sendPart(channel: ByteChannel, part: ArrayBuffer): Promise<boolean> {
  if (!channel.open) return false;
  channel.send(new Uint8Array(part));
  await channel.drained();
  return channel.open;
}

/** The other side closed before everything was sent: the job says whether that is the end of it. */
function closedEarly(slot: FileSlot, upload: Upload, reason: ByteCloseReason): void {
  if (!isSame(slot, upload) || uploadOf(slot)?.phase !== 'sending') return;
  waitAndResume(slot, reason.message || 'The link was cut.', 0);
}

function waitAndResume(slot: FileSlot, message: string, attempt: number): void {
  changeUpload(slot, { phase: 'cut', error: { kind: 'unavailable', message } });
  const waiting = uploadOf(slot);
  setTimeout(
    () => {
      if (uploadOf(slot) === waiting) void resumeUpload(slot, attempt);
    },
    DELAYS[Math.min(attempt, DELAYS.length - 1)],
  );
}

/** The job knows when the volume is complete, and why it cannot be. */
function watchJob(slot: FileSlot, id: string): void {
  const look = () => {
    const upload = uploadOf(slot);
    if (upload?.job !== id) return stop();
    const job = useJobs.getState().byId.get(id);
    if (!job || !isEnded(job)) return;
    stop();
    if (job.state === 'succeeded') {
      dropUpload(slot);
      if (isAwaited(slot, upload)) {
        changeFile(slot, { kind: 'volume', pool: upload.pool, volume: upload.volume.trim() });
      }
    } else if (job.state === 'failed') {
      const error = job.error ?? { kind: 'internal' as const, message: 'It failed without saying why.' };
      changeUpload(slot, { phase: 'failed', error });
    } else dropUpload(slot);
  };
  const stop = useJobs.subscribe(look);
  look();
}

/** Whether the draft waits for it: something else, or another host, may have been chosen meanwhile. */
function isAwaited(slot: FileSlot, { connection }: Upload): boolean {
  const { draft } = useWizard.getState();
  return draft.how.connection === connection && SLOTS[slot].get(draft).kind === 'upload';
}

/** Whether a slot still waits for the same file. */
function isSame(slot: FileSlot, { file }: Upload): boolean {
  return uploadOf(slot)?.file === file;
}
