import { z } from 'zod';

/**
 * The kinds of failure that cross from main to the renderer. The union is closed: the renderer
 * can say something useful about each of them.
 */
export const ErrorKind = z.enum([
  'invalid', // the request itself is wrong: an unknown call, a value that does not fit
  'not-found', // the object named does not exist (any more)
  'exists', // the name, uuid or file is taken
  'denied', // libvirt, polkit, the file system or a read-only connection refuses
  'authentication', // credentials are missing, wrong, or the prompt was cancelled
  'unavailable', // no connection, daemon gone, link lost
  'unsupported', // this hypervisor, driver or libvirt version cannot do it
  'conflict', // the object is in a state that does not allow it, or was changed meanwhile
  'no-space', // a disk, pool or memory is full
  'timeout',
  'cancelled',
  'libvirt', // anything else that libvirt reports
  'internal', // a fault of Virtdeck itself
]);
export type ErrorKind = z.infer<typeof ErrorKind>;

/** A host key that is not the one that was known: somebody may be in between, or the host was made anew. */
export const ChangedHostKey = z.object({
  host: z.string(),
  type: z.string(),
  /** What the host shows now, as "SHA256:...". */
  offered: z.string(),
  /** What is known of it, with the place where it stands; null: it cannot be read. */
  known: z.string().nullable(),
  file: z.string().nullable(),
  line: z.number().int().nullable(),
});
export type ChangedHostKey = z.infer<typeof ChangedHostKey>;

/** Something that may help, which the interface can offer as a button. */
export const Remedy = z.discriminatedUnion('kind', [
  /** Open the same connection read-only. */
  z.object({ kind: z.literal('read-only'), label: z.string() }),
  /** Use another URI. */
  z.object({ kind: z.literal('uri'), label: z.string(), uri: z.string() }),
  /** A command for a terminal, on this machine or (`host`) on another one. */
  z.object({
    kind: z.literal('command'),
    label: z.string(),
    command: z.string(),
    host: z.string().optional(),
  }),
  /** A file to write, as root. */
  z.object({ kind: z.literal('file'), label: z.string(), path: z.string(), text: z.string() }),
]);
export type Remedy = z.infer<typeof Remedy>;

/** A failure as it crosses the boundary: no stack, no path of the program. */
export const ApiErrorData = z.object({
  kind: ErrorKind,
  /** One or two sentences for the user: what failed and why. */
  message: z.string(),
  /** What libvirt said, word for word, with virErrorNumber and virErrorDomain. */
  libvirt: z.object({ code: z.number(), domain: z.number(), message: z.string() }).optional(),
  /** What the user can do about it: a sentence, or a command to run. */
  hint: z.string().optional(),
  /** Ways out, best first. */
  remedies: z.array(Remedy).optional(),
  /** With a changed host key: what changed. */
  hostKey: ChangedHostKey.optional(),
});
export type ApiErrorData = z.infer<typeof ApiErrorData>;

/** The exception form of {@link ApiErrorData}, thrown by services and by the typed client. */
export class ApiError extends Error {
  readonly kind: ErrorKind;
  readonly libvirt: ApiErrorData['libvirt'];
  readonly hint: string | undefined;
  readonly remedies: ApiErrorData['remedies'];
  readonly hostKey: ApiErrorData['hostKey'];

  constructor(data: ApiErrorData) {
    super(data.message);
    this.name = 'ApiError';
    this.kind = data.kind;
    this.libvirt = data.libvirt;
    this.hint = data.hint;
    this.remedies = data.remedies;
    this.hostKey = data.hostKey;
  }

  /** The plain form that goes over the wire. */
  toData(): ApiErrorData {
    return {
      kind: this.kind,
      message: this.message,
      ...(this.libvirt && { libvirt: this.libvirt }),
      ...(this.hint !== undefined && { hint: this.hint }),
      ...(this.remedies && { remedies: this.remedies }),
      ...(this.hostKey && { hostKey: this.hostKey }),
    };
  }
}

/** Makes an {@link ApiError} in one line. */
export function apiError(kind: ErrorKind, message: string, hint?: string): ApiError {
  return new ApiError({ kind, message, ...(hint !== undefined && { hint }) });
}
