import { defaultPool } from '../draft/questions.ts';
import { type FileSlot, SLOTS } from '../draft/slots.ts';
import { changeFile, useWizard } from '../wizardStore.ts';
import { putUpload } from './uploadStore.ts';

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
    sent: 0,
    error: null,
    id: null,
    job: null,
  });
  changeFile(slot, { kind: 'upload' });
}
