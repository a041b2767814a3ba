import { readSync } from 'node:fs';
import { loadLibrary } from '../binding/library.ts';
import { virEventHandleType } from '../generated/enums-event.ts';
import { addHandle } from '../typed/event-loop.ts';

/** eventfd(2). */
const EFD_NONBLOCK = 0o4000;
const EFD_CLOEXEC = 0o2000000;

/**
 * Makes a descriptor that wakes libvirt's event loop: another thread writes to it after posting a message.
 * An eventfd adds up what is written, so any number of wake-ups cost one turn, and no thread but the
 * loop's has to call into libvirt.
 */
export function wakeFd(): number {
  const eventfd: (start: number, flags: number) => number = loadLibrary('libc.so.6').func('eventfd', 'int', [
    'unsigned int',
    'int',
  ]);
  const fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
  if (fd < 0) throw new Error('eventfd failed: too many open files?');
  const counter = new Uint8Array(8);
  addHandle(fd, virEventHandleType.VIR_EVENT_HANDLE_READABLE, () => {
    readSync(fd, counter);
  });
  return fd;
}
