import { z } from 'zod';

/**
 * The wizard's answers as schemas in which every field has its first value: an empty object gives the
 * draft that a wizard begins with, and what was kept by another version gives all that still fits.
 */

export const text = (first = '') => z.string().max(1_000_000).catch(first);
export const flag = (first: boolean) => z.boolean().catch(first);
/** A number that is typed; null: what is recommended. While the field is empty it is NaN. */
export const amount = z.union([z.number(), z.nan()]).nullable().catch(null);

let lastKey = 0;
/** Tells the rows of a list apart while they are edited. */
function nextKey(): number {
  lastKey += 1;
  return lastKey;
}
/** Of this run of the window: one that was kept means nothing. */
const key = z.preprocess(nextKey, z.number());

/** Where a file is taken from. `upload` becomes `volume` when the upload has ended. */
const FileKind = z.enum(['volume', 'path', 'drive', 'upload', 'url']);
export type FileKind = z.infer<typeof FileKind>;

/** A file that is chosen. Every way keeps its own answer, so that trying another one loses nothing. */
const fileFields = { pool: text(), volume: text(), path: text(), drive: text(), url: text() };
export const file = (kind: FileKind = 'volume') =>
  z.object({ kind: FileKind.catch(kind), ...fileFields }).catch({ kind, ...emptyFields });
const emptyFields = { pool: '', volume: '', path: '', drive: '', url: '' };
export type FileDraft = z.infer<ReturnType<typeof file>>;

/** A system's id and what it is called. */
export const OsName = z.object({ id: z.string().max(512), name: z.string().max(512) });
export type OsName = z.infer<typeof OsName>;

export const DiskDraft = z.object({
  key,
  kind: z.enum(['new', 'existing']).catch('new'),
  /** Empty: the host's default pool. */
  pool: text(),
  /** Volume name; empty: derived from the machine's. */
  name: text(),
  /** Null: what the system should have. */
  sizeGiB: amount,
  format: z.enum(['qcow2', 'raw']).catch('qcow2'),
  preallocate: flag(false),
  /** Empty: the default for the system. */
  bus: text(),
  existingPool: text(),
  existingVolume: text(),
});
export type DiskDraft = z.infer<typeof DiskDraft>;

export const CardDraft = z.object({
  key,
  kind: z.enum(['network', 'bridge', 'direct', 'user']).catch('network'),
  network: text(),
  bridge: text(),
  device: text(),
  /** Empty: the default for the system. */
  model: text(),
  /** Empty: libvirt chooses. */
  mac: text(),
});
export type CardDraft = z.infer<typeof CardDraft>;

export const CloudUserDraft = z.object({
  key,
  name: text(),
  fullName: text(),
  /** One a line. */
  sshKeys: text(),
  password: text(),
  sudo: flag(true),
});
export type CloudUserDraft = z.infer<typeof CloudUserDraft>;

/** Rows that fit; others are left out. `first`: how many there are before anybody said anything. */
export function rows<T extends z.ZodType<object>>(row: T, first: number) {
  return z
    .array(z.unknown())
    .max(100)
    .catch(() => Array.from({ length: first }, () => ({})))
    .transform((list) =>
      list.flatMap((one) => {
        const read = row.safeParse(one);
        return read.success ? [read.data] : [];
      }),
    );
}

/** A part of the draft: what is no object counts as an empty one. */
export function part<T extends z.ZodRawShape>(shape: T) {
  return z.preprocess(
    (value) => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}),
    z.object(shape),
  );
}
