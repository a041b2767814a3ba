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

/** A line each: name|since|returns|arguments. As text, since few are used and every thread has them all. */
export const eventFunctions = `
virEventAddHandle|0.9.3|int|fd:int,events:int,cb:virEventHandleCallback,opaque:void *,ff:virFreeCallback
virEventAddTimeout|0.9.3|int|timeout:int,cb:virEventTimeoutCallback,opaque:void *,ff:virFreeCallback
virEventRegisterDefaultImpl|0.9.0|int|
virEventRegisterImpl|0.5.0|void|addHandle:virEventAddHandleFunc,updateHandle:virEventUpdateHandleFunc,removeHandle:virEventRemoveHandleFunc,addTimeout:virEventAddTimeoutFunc,updateTimeout:virEventUpdateTimeoutFunc,removeTimeout:virEventRemoveTimeoutFunc
virEventRemoveHandle|0.9.3|int|watch:int
virEventRemoveTimeout|0.9.3|int|timer:int
virEventRunDefaultImpl|0.9.0|int|
virEventUpdateHandle|0.9.3|void|watch:int,events:int
virEventUpdateTimeout|0.9.3|void|timer:int,timeout:int
`;
