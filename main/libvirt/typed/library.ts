import { lastError, silenceErrors } from '../binding/errors.ts';
import { native } from '../binding/native.ts';

/**
 * Prepares libvirt for use by several threads. Opening a connection does it too, but a process with threads
 * should do it before it starts them.
 * @throws LibvirtError, LibraryMissing
 */
export function initialize(): void {
  silenceErrors();
  if (native.virInitialize() < 0) throw lastError('virInitialize');
}
