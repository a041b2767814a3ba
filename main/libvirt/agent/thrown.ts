import { LibraryMissing, LibvirtError, NeedsLibvirt } from '../typed/index.ts';
import { agentFailure, type FailureData, toData } from './failures.ts';

/** The plain form of whatever was thrown in a worker that uses the binding. */
export function toFailure(error: unknown): FailureData {
  if (error instanceof LibvirtError) {
    const { code, domain, level, message, str1, str2, str3, int1, int2 } = error;
    return { type: 'libvirt', code, domain, level, message, str1, str2, str3, int1, int2 };
  }
  if (error instanceof LibraryMissing || error instanceof NeedsLibvirt) {
    return agentFailure('unsupported', error.message);
  }
  return toData(error);
}
