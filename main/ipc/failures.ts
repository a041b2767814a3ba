import type { z } from 'zod';
import { ApiError, type ApiErrorData, apiError } from '../../contract/index.ts';
import { XmlError, type XmlErrorReason } from '../../model/index.ts';

/** The longest message that crosses; hypervisors can say a lot. */
const MAX_TEXT = 16 * 1024;

/** Refusals of the model that are about a document which was read, not about what we do with it. */
const UNREADABLE: ReadonlySet<XmlErrorReason> = new Set(['malformed', 'doctype', 'limit']);

/**
 * What a window may know of a failure. A document that cannot be read is whose it comes from; anything else that is not
 * an ApiError is a fault of ours: logged, not told.
 */
export function toErrorData(error: unknown, call: string, log: (line: string) => void): ApiErrorData {
  if (!(error instanceof ApiError)) {
    log(`${call} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    if (error instanceof XmlError && UNREADABLE.has(error.reason)) {
      return {
        kind: 'libvirt',
        message: clip(`What the hypervisor says in XML cannot be read: ${error.message}`),
        hint: 'Look at the same with virsh: its dumpxml shows what libvirt sends. The log has the details.',
      };
    }
    return {
      kind: 'internal',
      message: `Virtdeck made a mistake in ${call}.`,
      hint: 'The log has the details.',
    };
  }
  const data = error.toData();
  return {
    ...data,
    message: clip(data.message),
    ...(data.libvirt && { libvirt: { ...data.libvirt, message: clip(data.libvirt.message) } }),
    ...(data.hint !== undefined && { hint: clip(data.hint) }),
  };
}

/** An input that does not fit its schema, in one sentence. */
export function invalidInput(call: string, error: z.ZodError): ApiError {
  const [first] = error.issues;
  const where = first?.path.length ? ` at ${first.path.map(String).join('.').slice(0, 200)}` : '';
  return apiError(
    'invalid',
    clip(`The request ${call} is not valid${where}: ${first?.message ?? 'unknown'}`, 500),
  );
}

function clip(text: string, length = MAX_TEXT): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
