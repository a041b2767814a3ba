// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamEventType */
export const virStreamEventType = {
  /** Since 0.7.2. */
  VIR_STREAM_EVENT_READABLE: 1,
  /** Since 0.7.2. */
  VIR_STREAM_EVENT_WRITABLE: 2,
  /** Since 0.7.2. */
  VIR_STREAM_EVENT_ERROR: 4,
  /** Since 0.7.2. */
  VIR_STREAM_EVENT_HANGUP: 8,
} as const;
export type virStreamEventType = (typeof virStreamEventType)[keyof typeof virStreamEventType];

/** https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamFlags */
export const virStreamFlags = {
  /** Since 0.7.2. */
  VIR_STREAM_NONBLOCK: 1,
} as const;
export type virStreamFlags = (typeof virStreamFlags)[keyof typeof virStreamFlags];

/** https://libvirt.org/html/libvirt-libvirt-stream.html#virStreamRecvFlagsValues */
export const virStreamRecvFlagsValues = {
  /** Since 3.4.0. */
  VIR_STREAM_RECV_STOP_AT_HOLE: 1,
} as const;
export type virStreamRecvFlagsValues = (typeof virStreamRecvFlagsValues)[keyof typeof virStreamRecvFlagsValues];
