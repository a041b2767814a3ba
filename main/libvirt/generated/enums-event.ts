// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-event.html#virEventHandleType */
export const virEventHandleType = {
  /** Since 0.5.0. */
  VIR_EVENT_HANDLE_READABLE: 1,
  /** Since 0.5.0. */
  VIR_EVENT_HANDLE_WRITABLE: 2,
  /** Since 0.5.0. */
  VIR_EVENT_HANDLE_ERROR: 4,
  /** Since 0.5.0. */
  VIR_EVENT_HANDLE_HANGUP: 8,
} as const;
export type virEventHandleType = (typeof virEventHandleType)[keyof typeof virEventHandleType];
