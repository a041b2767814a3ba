import { create } from 'zustand';
import type { ApiErrorData, ConnectionId, JobId, OsSource } from '../../../../contract/index.ts';
import type { FileSlot } from '../draft/slots.ts';

/** Where the upload of a local file stands. */
export type UploadPhase =
  /** A file is chosen, nothing is sent yet. */
  | 'ready'
  | 'sending'
  /** Everything is sent; the host writes and compares it. */
  | 'finishing'
  /** The link went; it goes on by itself. */
  | 'cut'
  | 'failed';

export interface Upload {
  readonly file: File;
  readonly connection: ConnectionId;
  readonly pool: string;
  /** The name that it gets in the pool. */
  readonly volume: string;
  readonly phase: UploadPhase;
  /** Whether a part of it is on the host, from a window that has gone since. */
  readonly resumes: boolean;
  /** Bytes. */
  readonly sent: number;
  readonly error: ApiErrorData | null;
  readonly id: string | null;
  readonly job: JobId | null;
}

/** Uploads by the place of the draft that waits for them. They go on while other steps are shown. */
export const useUploads = create<{ readonly bySlot: Readonly<Partial<Record<FileSlot, Upload>>> }>()(() => ({
  bySlot: {},
}));

/** The upload that a place of the draft waits for. */
export function uploadOf(slot: FileSlot): Upload | undefined {
  return useUploads.getState().bySlot[slot];
}

/** Takes a file that was dropped or chosen; what was there before is forgotten. */
export function putUpload(slot: FileSlot, upload: Upload): void {
  useUploads.setState(({ bySlot }) => ({ bySlot: { ...bySlot, [slot]: upload } }));
}

/** Changes what is known of an upload; one that was given up stays forgotten. */
export function changeUpload(slot: FileSlot, part: Partial<Upload>): void {
  const upload = uploadOf(slot);
  if (upload) putUpload(slot, { ...upload, ...part });
}

/** Forgets an upload: it has ended, or was given up. */
export function dropUpload(slot: FileSlot): void {
  useUploads.setState(({ bySlot }) => {
    const { [slot]: _, ...rest } = bySlot;
    return { bySlot: rest };
  });
}

/** What libosinfo looks at lies in the first 64 KiB. */
const HEADER = 64 * 1024;

/** The beginning of a local file, for its system to be recognised before anything is sent. */
export async function uploadHeader(file: File): Promise<OsSource> {
  const bytes = new Uint8Array(await file.slice(0, HEADER).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { kind: 'header', name: file.name.slice(0, 1024), size: file.size, base64: btoa(binary) };
}
