import { LibraryMissing, LibvirtError, NeedsLibvirt } from '../typed/index.ts';
import { agentFailure, type FailureData, toData } from './failures.ts';

/** The plain form of whatever was thrown in a worker that uses the binding. */
export function toFailure(error: unknown): FailureData {
  if (error instanceof LibvirtError) return { type: 'libvirt', ...error.toFields() };
  if (error instanceof LibraryMissing || error instanceof NeedsLibvirt) {
    return agentFailure('unsupported', error.message);
  }
  return toData(error);
}
