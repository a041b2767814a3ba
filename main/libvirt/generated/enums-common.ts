// Written by build/binding from the API description of libvirt 9.0.0. Do not edit.
/** https://libvirt.org/html/libvirt-libvirt-common.html#virConnectCloseReason */
export const virConnectCloseReason = {
  /** Since 0.10.0. */
  VIR_CONNECT_CLOSE_REASON_ERROR: 0,
  /** Since 0.10.0. */
  VIR_CONNECT_CLOSE_REASON_EOF: 1,
  /** Since 0.10.0. */
  VIR_CONNECT_CLOSE_REASON_KEEPALIVE: 2,
  /** Since 0.10.0. */
  VIR_CONNECT_CLOSE_REASON_CLIENT: 3,
} as const;
export type virConnectCloseReason = (typeof virConnectCloseReason)[keyof typeof virConnectCloseReason];

/** https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParameterFlags */
export const virTypedParameterFlags = {
  /** Since 0.9.8. */
  VIR_TYPED_PARAM_STRING_OKAY: 4,
} as const;
export type virTypedParameterFlags = (typeof virTypedParameterFlags)[keyof typeof virTypedParameterFlags];

/** https://libvirt.org/html/libvirt-libvirt-common.html#virTypedParameterType */
export const virTypedParameterType = {
  /** Since 0.9.2. */
  VIR_TYPED_PARAM_INT: 1,
  /** Since 0.9.2. */
  VIR_TYPED_PARAM_UINT: 2,
  /** Since 0.9.2. */
  VIR_TYPED_PARAM_LLONG: 3,
  /** Since 0.9.2. */
  VIR_TYPED_PARAM_ULLONG: 4,
  /** Since 0.9.2. */
  VIR_TYPED_PARAM_DOUBLE: 5,
  /** Since 0.9.2. */
  VIR_TYPED_PARAM_BOOLEAN: 6,
  /** Since 0.9.8. */
  VIR_TYPED_PARAM_STRING: 7,
} as const;
export type virTypedParameterType = (typeof virTypedParameterType)[keyof typeof virTypedParameterType];
