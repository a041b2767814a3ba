// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
import type { Callback, Memory } from '../binding/pointers.ts';

export interface EventFunctions {
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-event.html#virEventAddHandle */
  virEventAddHandle(fd: number, events: number, cb: Callback | null, opaque: Memory | null, ff: Callback | null): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-event.html#virEventAddTimeout */
  virEventAddTimeout(timeout: number, cb: Callback | null, opaque: Memory | null, ff: Callback | null): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRegisterDefaultImpl */
  virEventRegisterDefaultImpl(): number;
  /** Since 0.5.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRegisterImpl */
  virEventRegisterImpl(addHandle: Callback | null, updateHandle: Callback | null, removeHandle: Callback | null, addTimeout: Callback | null, updateTimeout: Callback | null, removeTimeout: Callback | null): void;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRemoveHandle */
  virEventRemoveHandle(watch: number): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRemoveTimeout */
  virEventRemoveTimeout(timer: number): number;
  /** Since 0.9.0. https://libvirt.org/html/libvirt-libvirt-event.html#virEventRunDefaultImpl */
  virEventRunDefaultImpl(): number;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-event.html#virEventUpdateHandle */
  virEventUpdateHandle(watch: number, events: number): void;
  /** Since 0.9.3. https://libvirt.org/html/libvirt-libvirt-event.html#virEventUpdateTimeout */
  virEventUpdateTimeout(timer: number, timeout: number): void;
}

export const eventFunctions = {
  virEventAddHandle: { since: '0.9.3', returns: 'int', args: [['fd', 'int'], ['events', 'int'], ['cb', 'virEventHandleCallback'], ['opaque', 'void *'], ['ff', 'virFreeCallback']] },
  virEventAddTimeout: { since: '0.9.3', returns: 'int', args: [['timeout', 'int'], ['cb', 'virEventTimeoutCallback'], ['opaque', 'void *'], ['ff', 'virFreeCallback']] },
  virEventRegisterDefaultImpl: { since: '0.9.0', returns: 'int', args: [] },
  virEventRegisterImpl: { since: '0.5.0', returns: 'void', args: [['addHandle', 'virEventAddHandleFunc'], ['updateHandle', 'virEventUpdateHandleFunc'], ['removeHandle', 'virEventRemoveHandleFunc'], ['addTimeout', 'virEventAddTimeoutFunc'], ['updateTimeout', 'virEventUpdateTimeoutFunc'], ['removeTimeout', 'virEventRemoveTimeoutFunc']] },
  virEventRemoveHandle: { since: '0.9.3', returns: 'int', args: [['watch', 'int']] },
  virEventRemoveTimeout: { since: '0.9.3', returns: 'int', args: [['timer', 'int']] },
  virEventRunDefaultImpl: { since: '0.9.0', returns: 'int', args: [] },
  virEventUpdateHandle: { since: '0.9.3', returns: 'void', args: [['watch', 'int'], ['events', 'int']] },
  virEventUpdateTimeout: { since: '0.9.3', returns: 'void', args: [['timer', 'int'], ['timeout', 'int']] },
} as const;
