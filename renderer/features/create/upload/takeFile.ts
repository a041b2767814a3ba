import type { ConnectionId } from '../../../../contract/index.ts';
import { client } from '../../../state/host.ts';
import { defaultPool } from '../draft/questions.ts';
import { type FileSlot, SLOTS } from '../draft/slots.ts';
import { changeFile, useWizard } from '../wizardStore.ts';
import { changeUpload, putUpload, uploadOf } from './uploadStore.ts';

/** Takes a local file for a slot: where it would go can still be changed before anything is sent. */
export function takeFile(slot: FileSlot, file: File): void {
  const { draft, offer } = useWizard.getState();
  const { connection } = draft.how;
  if (connection === null) return;
  const chosen = SLOTS[slot].get(draft).pool;
  const isStarted = offer?.pools.some(({ name, active }) => name === chosen && active);
  putUpload(slot, {
    file,
    connection,
    pool: isStarted ? chosen : defaultPool(offer),
    volume: file.name.replaceAll('/', '-'),
    phase: 'ready',
    resumes: false,
    sent: 0,
    error: null,
    id: null,
    job: null,
  });
  changeFile(slot, { kind: 'upload' });
  void lookForPart(slot, file, connection);
}

/** Goes on under the name it had, where a window that has gone since has sent a part of the same file. */
async function lookForPart(slot: FileSlot, file: File, connection: ConnectionId): Promise<void> {
  // Who cannot be asked now says so when the upload begins.
  const waiting = await client()
    .uploads.waiting({ connection })
    .catch(() => []);
  const same = waiting.find(({ size, modified }) => size === file.size && modified === file.lastModified);
  const upload = uploadOf(slot);
  if (!same || upload?.file !== file || upload.phase !== 'ready') return;
  changeUpload(slot, { pool: same.pool, volume: same.volume, resumes: true });
}
